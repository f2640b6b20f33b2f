"""Addresses hold nothing that could end an attribute, and a site's address nothing behind its path."""

from __future__ import annotations

import re

import pytest

from kring.schema.registry import schema_for
from kring.source.kinds import Kind

SITE = schema_for(Kind.SITE_CONFIG)["properties"]["addresses"]["properties"]["participant"]["pattern"]
ANY = schema_for(Kind.MODULE)["properties"]["url"]["pattern"]


@pytest.mark.parametrize(
    "address",
    ['https://x.org/"><script>', "https://x.org/'a", "https://x.org/<b>", "https://[x", "https://x y", "http://x.org"],
)
def test_what_could_leave_its_attribute_is_refused(address: str) -> None:
    assert not re.search(SITE, address)
    assert not re.search(ANY, address)


@pytest.mark.parametrize("address", ["https://x.org/?a=b", "https://x.org/#c", "https://x.org/&lt;"])
def test_the_address_of_a_site_ends_with_its_path(address: str) -> None:
    assert not re.search(SITE, address)


@pytest.mark.parametrize("address", ["https://x.org", "https://x.org:8443/kring/", "https://kring.example.org/~a/b_c/"])
def test_a_plain_address_is_taken(address: str) -> None:
    assert re.search(SITE, address)
    assert re.search(ANY, address)
