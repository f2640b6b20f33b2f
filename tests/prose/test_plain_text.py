"""Words without markup, and how long it takes to read them."""

from __future__ import annotations

from tests.prose.samples import blocks_of, inline_of

from kring.prose.plain_text import WORDS_A_MINUTE, minutes_to_read, plain_text, word_count


def test_all_words_stay_and_no_markup() -> None:
    text = (
        "## Kop\n\nEen *woord*,\n[link](article:x)[^1].\n\n[^1]: Noot.\n\n::: note Titel\n- `a`\n:::\n\n"
        "| b |\n|---|\n| c |\n\n![Kring](media:x.svg)\n\n    code\n    meer\n"
    )
    assert plain_text(blocks_of(text)) == "Kop Een woord, link. Noot. Titel a b c Kring code meer"


def test_a_description_is_cut_between_words() -> None:
    prose = inline_of("Neem elke dag rust, ook als het druk is.")
    assert plain_text(prose, limit=20) == "Neem elke dag rust…"
    assert plain_text(prose, limit=len(prose.text)) == prose.text
    assert all(len(plain_text(prose, limit=limit)) <= limit for limit in range(1, 45))


def test_minutes_are_rounded_up() -> None:
    assert word_count(inline_of("Foto's van vrije-tijd, 2 keer.")) == 5
    assert minutes_to_read(blocks_of("")) == 0
    assert minutes_to_read(blocks_of("woord " * WORDS_A_MINUTE)) == 1
    assert minutes_to_read(blocks_of("woord " * (WORDS_A_MINUTE + 1))) == 2
