"""What a template may ask while one page is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Any, Protocol

from markupsafe import Markup

from kring.editions import participant as p
from kring.editions.facilitator import FacilitatorEdition
from kring.editions.participant import Programme, Session
from kring.editions.recognition import recognition
from kring.editions.sheets import Sheet
from kring.editions.tidier import tidier
from kring.language.overview import Overview, overview
from kring.model.activities import ModuleStep
from kring.model.configuration import ResponsiblePerson
from kring.model.forms import Field, ShownIf
from kring.model.reach import linked
from kring.model.reading import Article, Handout, Module, Step
from kring.model.reading import Page as WrittenPage
from kring.model.values import Ref
from kring.pages.answers import condition, form_name
from kring.pages.media_files import media_target
from kring.pages.site_index import SiteIndex
from kring.pages.site_plan import Page, Print, PrintName, SitePlan, link_from
from kring.prose import html
from kring.prose.links import Link, Target
from kring.prose.targets import Scheme
from kring.prose.text import Form, Prose
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

SHEETS = MappingProxyType({"tidier": tidier, "recognition": recognition})
"""The sheets that describe a programme, by the names of their pages."""


class Keyed(Protocol):
    """An entity, in the form of either edition."""

    @property
    def key(self) -> Key: ...


@dataclass(frozen=True, slots=True)
class LinkedStep:
    """A step of an online module with the module it belongs to."""

    module: Module
    step: Step


@dataclass(frozen=True, slots=True)
class View:
    """What one page sees of its site while it is rendered."""

    plan: SitePlan
    page: Page
    index: SiteIndex
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    """The numbers of texts beside the body, as they come."""

    def prose(self, text: Prose, shift: int = 0, label: str | None = None) -> Markup:
        """Return the HTML of a text; its headings start at level 2 + `shift`."""
        return self._html(text, shift, label)

    def inline(self, text: Prose) -> Markup:
        """Return the HTML of a text without blocks."""
        assert text.form is Form.INLINE, f"not an inline text: {text.span}"
        return self._html(text, 0, None)

    def _html(self, text: Prose, shift: int, label: str | None) -> Markup:
        words = {**self.plan.words.below("prose"), **({"table": label} if label else {})}
        # The body of a page keeps the ids to which other pages link; further texts are numbered as they
        # come. No prefix may derive from a place in a file: facilitators' lines stand there too.
        prefix = "" if text is body_of(self.page.subject) else f"t{next(self.numbers)}-"
        return html.render(text, self.target, html.Words(**words), id_prefix=prefix, heading_shift=shift)

    def url(self, thing: Ref | Key | Page | Keyed | str) -> str:
        """Return the relative link to a reference, an entity, a page, or an address from the root."""
        if isinstance(thing, str):
            return link_from(self.page, thing)
        if isinstance(thing, Page):
            return link_from(self.page, thing.address)
        key = self._key(thing)
        if key is None or key not in self.index.pages:
            raise KeyError(f"{thing} has no page in the {self.plan.name} site")
        return link_from(self.page, self.index.pages[key].address)

    def entity(self, thing: Ref | Key, programme: str | None = None) -> Any:
        """Return what a reference (of `programme`) means in this edition, or None where it is not in it."""
        within = isinstance(thing, Ref) and programme
        key = self.index.key_within(thing, programme) if within and isinstance(thing, Ref) else self._key(thing)
        return self.index.pages[key].subject if key is not None and key in self.index.pages else None

    def entities(self, refs: Iterable[Ref], programme: str | None = None) -> list[Any]:
        """Return what references (of `programme`) mean in this edition, each once; what is not in it is left out."""
        found = (self.entity(ref, programme) for ref in dict.fromkeys(refs))
        return [entity for entity in found if entity is not None]

    def homework_minutes(self, session: Session) -> int:
        """Return the minutes of all homework that a session sets."""
        return sum(homework.minutes for homework in self.entities(session.homework, session.programme))

    def minutes_at_home(self, programme: Programme) -> list[int]:
        """Return the minutes of homework after each of the sessions that set any."""
        return [minutes for session in programme.sessions if (minutes := self.homework_minutes(session))]

    def shelf(self, kind: str) -> list[Any]:
        """Return all entities of a kind that have a page, in the order of their titles (facilitators' edition only)."""
        edition = self.plan.edition
        assert isinstance(edition, FacilitatorEdition)
        found: list[Any] = [e for e in edition.catalogue.entities.of(Kind(kind)) if e.key in self.index.pages]
        return sorted(found, key=lambda entity: entity.title.lower())

    def module_steps(self, session: Session) -> list[LinkedStep]:
        """Return the steps of online modules to which a session and its homework link, each once."""
        parts = (*session.steps, *self.entities(session.homework))
        links = {(link.module, link.step): link for part in parts if (link := part.module_step) is not None}
        return [self.module_step(link) for link in links.values()]

    def module_step(self, step: ModuleStep) -> LinkedStep:
        """Return the module and the step that a session or homework links to."""
        module = self.entity(Ref(Kind.MODULE, step.module, step.span))
        assert isinstance(module, Module)
        return LinkedStep(module, next(candidate for candidate in module.steps if candidate.id == step.step))

    def own_programme(self) -> Any:
        """Return the programme that the page belongs to: participants' form of it, or the facilitators' plan."""
        return None if self.page.programme is None else self.index.pages[self.page.programme].subject

    def help_check(self) -> Any:
        """Return who checked the help block, and when (facilitators' edition only)."""
        edition = self.plan.edition
        found = edition.catalogue.help if isinstance(edition, FacilitatorEdition) else None
        return None if found is None else found.check

    def responsible_persons(self) -> tuple[ResponsiblePerson, ...]:
        """Return who answers for bands and advice (facilitators' edition only)."""
        edition = self.plan.edition
        config = edition.catalogue.config if isinstance(edition, FacilitatorEdition) else None
        return () if config is None else config.responsible_persons

    def language(self) -> Overview:
        """Return the language of the page's programme and what its weeks ask (facilitators' edition only)."""
        edition = self.plan.edition
        assert isinstance(edition, FacilitatorEdition)
        return overview(self.page.subject, edition.catalogue, self.index.shown)

    def sheet(self, name: str) -> Sheet:
        """Return the page's programme described by the sheet called `name` (facilitators' edition only)."""
        edition = self.plan.edition
        assert isinstance(edition, FacilitatorEdition)
        return SHEETS[name](self.page.subject, edition.catalogue.entities)

    def previous(self) -> Page | None:
        """Return the page of the session before this one, where the page is a session's."""
        return self._neighbours()[0]

    def next(self) -> Page | None:
        """Return the page of the session after this one, where the page is a session's."""
        return self._neighbours()[1]

    def print_url(self, book: PrintName, session: int | None = None) -> str | None:
        """Return the link to a printed book of the page's programme, or of one of its sessions, if there is one."""
        programme = self.page.programme
        address = self.index.books.get(Print(programme.id, book, session)) if programme is not None else None
        return None if address is None else link_from(self.page, address)

    def participant_url(self, thing: Ref | Key | Keyed) -> str | None:
        """Return the absolute address of what participants see of `thing`, where both are known."""
        key, base = self._key(thing), self.plan.participant.organisation.address
        if base is None or key is None or key not in self.index.shown:
            return None
        return base.rstrip("/") + "/" + self.index.pages[key].address

    def used_by(self, key: Key) -> list[Page]:
        """Return the pages of what takes up an entity (facilitators' edition only)."""
        return [self.index.pages[user] for user in self.index.used_by.get(key, ()) if user in self.index.pages]

    def set_in(self, key: Key) -> tuple[Session, ...]:
        """Return the sessions that hand out, set or show an entity, as participants see them, in order."""
        return self.index.set_in.get(key, ())

    def programmes_with(self, key: Key) -> tuple[Programme, ...]:
        """Return the programmes that lead participants to an entity, in a session or outside of it."""
        return self.index.programmes_with.get(key, ())

    def former_keys(self, key: Key) -> tuple[Key, ...]:
        """Return what an entity was called before."""
        return self.index.former.get(key, ())

    def former_form_names(self, key: Key) -> list[str]:
        """Return the names under which the answers of a form were kept before it was renamed."""
        return [form_name(former) for former in self.former_keys(key)]

    def condition(self, shown_if: ShownIf, fields: Iterable[Field]) -> str:
        """Say after which answers to another one of `fields` a field is to be filled in."""
        return condition(shown_if, fields, self.plan.words)

    def media_url(self, name: str) -> str:
        """Return the relative link to a media file: the programme's own first, then the library's."""
        return media_target(self._asset(name), self.page).href

    def target(self, link: Link) -> Target | None:
        """Return where a link of a text leads, or None where it leads nowhere in this edition."""
        match link.scheme:
            case Scheme.HTTPS | Scheme.MAILTO | Scheme.TEL:
                return Target(link.target, external=link.scheme is Scheme.HTTPS)
            case Scheme.TERM:
                glossary = Key(Kind.GLOSSARY, "glossary")
                return Target(f"{self.url(glossary)}#{link.target}") if glossary in self.index.pages else None
            case Scheme.MEDIA:
                return media_target(self._asset(link.target), self.page)
            case Kind.MODULE if link.step:
                module = self.entity(linked(link))
                return Target(next(step for step in module.steps if step.id == link.step).url, external=True)
            case _:
                href = self.url(linked(link))
                return Target(f"{href}#{link.anchor}" if link.anchor else href)

    def _key(self, thing: Ref | Key | Keyed) -> Key | None:
        match thing:
            case Key():
                return thing
            case Ref():
                programme = self.page.programme.id if self.page.programme is not None else None
                return self.index.key_within(thing, programme, self.page.scope)
            case _:
                return thing.key

    def _neighbours(self) -> tuple[Page | None, Page | None]:
        return (None, None) if self.page.key is None else self.index.neighbours.get(self.page.key, (None, None))

    def _asset(self, name: str) -> Asset:
        return self.plan.assets.get((self.page.scope, name)) or self.plan.assets[None, name]


def body_of(subject: object) -> Prose | None:
    """Return the Markdown that stands below the front matter of what a page is about, where there is such."""
    return subject.body if isinstance(subject, Article | p.Article | Handout | WrittenPage) else None


FUNCTIONS = (
    "url",
    "entity",
    "entities",
    "module_step",
    "module_steps",
    "homework_minutes",
    "minutes_at_home",
    "shelf",
    "own_programme",
    "help_check",
    "responsible_persons",
    "print_url",
    "participant_url",
    "used_by",
    "set_in",
    "programmes_with",
    "former_keys",
    "former_form_names",
    "condition",
    "media_url",
    "language",
    "sheet",
)
"""The methods that templates call by their names."""
