"""The site configuration: organisation, brand, contact, editions, which programmes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.values import Inline, Markdown, ProgrammeRef
from kring.model.wording import NOTHING_ASKED, Wording
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who hosts the site and answers for it."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """How the site is called and coloured."""

    colour: str = "#1f5c5a"
    icon: str | None = None
    site_title: str | None = None
    facilitator_title: str | None = None
    welcome: Markdown | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the organisation."""

    email: str
    telephone: str | None = None
    text: Inline | None = None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the two editions are hosted."""

    participant: str | None = None
    facilitator: str | None = None


@dataclass(frozen=True, slots=True)
class ResponsiblePerson:
    """Who answers for bands and advice."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """Another severity for a rule (off, warning or error), and why."""

    severity: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What `site_config.yml` says."""

    KIND: ClassVar = Kind.SITE_CONFIG
    key: Key
    organisation: Organisation
    contact: Contact
    languages: tuple[str, ...]
    programmes: tuple[ProgrammeRef, ...]
    span: Span
    brand: Brand = Brand()
    addresses: Addresses = Addresses()
    responsible_persons: tuple[ResponsiblePerson, ...] = ()
    reading: Wording = NOTHING_ASKED
    rules: Mapping[str, RuleSetting] | None = None

    @property
    def site_title(self) -> str:
        """Return the name of the participants' site: that of the organisation, unless it was given one."""
        return self.brand.site_title or self.organisation.name

    @property
    def facilitator_title(self) -> str:
        """Return the name of the facilitators' site."""
        return self.brand.facilitator_title or f"{self.site_title}, voor begeleiders"
