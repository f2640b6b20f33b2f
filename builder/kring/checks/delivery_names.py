"""What the ways of meeting are called in the sentences of findings."""

from __future__ import annotations

from collections.abc import Iterable

from kring.schema.wording import value_words


def delivery_facts(fact: str, deliveries: Iterable[str]) -> dict[str, str]:
    """Return ways of meeting in words, as a fact in each language."""
    words = [value_words(delivery) for delivery in deliveries]
    return {f"{fact}_nl": ", ".join(nl for nl, _ in words), f"{fact}_en": ", ".join(en for _, en in words)}
