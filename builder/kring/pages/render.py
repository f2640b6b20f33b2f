"""Rendering: each page of a plan to the HTML of its body. Templates get values, never author code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from kring.editions.participant import ParticipantEdition, Programme, Session
from kring.model.activities import ModuleStep
from kring.model.media import is_image, picture
from kring.model.reach import linked, references
from kring.model.reading import Module, Step
from kring.model.values import Ref
from kring.pages.addresses import media_address, relative
from kring.pages.site_plan import Page, SitePlan
from kring.pages.words import dutch_date, dutch_number
from kring.prose import html
from kring.prose.headings import slug
from kring.prose.links import Link, Target
from kring.prose.plain_text import minutes_to_read
from kring.prose.targets import Scheme
from kring.prose.text import Form, Prose
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

REDIRECT_SCRIPT = "assets/javascripts/redirect.js"
BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")


@dataclass(frozen=True, slots=True)
class LinkedStep:
    """A step of an online module with the module it belongs to."""

    module: Module
    step: Step


def environment(theme_pages: Path) -> jinja2.Environment:
    """Return the environment in which the templates of theme/pages are compiled."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme_pages),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(plan: SitePlan, page: Page, templates: jinja2.Environment, pages: Mapping[Key, Page]) -> str:
    """Return the body of a page: one `<div>` element without blank lines. `pages` is `plan.by_key()`."""
    body = templates.get_template(page.template).render(_context(plan, page, pages))
    return '<div class="kring">\n' + BLANK_LINES.sub("", body.strip("\n")) + "\n</div>"


def render_redirect(plan: SitePlan, former: str, page: Page, templates: jinja2.Environment) -> str:
    """Return the whole document that stands at a former address and leads to `page`."""
    return templates.get_template("shared/redirect.html.j2").render(
        t=plan.words,
        language=plan.words.language,
        title=page.title,
        target=relative(page.address, former),
        script=relative(REDIRECT_SCRIPT, former),
    )


def _context(plan: SitePlan, page: Page, pages: Mapping[Key, Page]) -> Mapping[str, Any]:
    view = _View(plan, page, pages)
    siblings = _siblings(plan, page)
    return {
        "page": page,
        "subject": page.subject,
        "edition": plan.edition,
        "preview": plan.preview,
        "help": plan.participant.help,
        "organisation": plan.participant.organisation,
        "previous": siblings[0],
        "next": siblings[1],
        "prose": view.prose,
        "inline": view.inline,
        "entity": view.entity,
        "url": view.url,
        "anchor": slug,
        "module_step": view.module_step,
        "media_url": view.media_url,
        "t": plan.words,
        "date": dutch_date,
        "number": dutch_number,
        "minutes_to_read": minutes_to_read,
        "duration": lambda minutes: _duration(minutes, plan),
        "print_url": view.print_url,
        "participant_url": view.participant_url,
        "used_by": view.used_by,
        "set_in": view.set_in,
        "programmes_with": view.programmes_with,
    }


def _siblings(plan: SitePlan, page: Page) -> tuple[Page | None, Page | None]:
    """Return the pages of the session before and after this one, where the page is a session's."""
    if page.key is None or page.key.kind is not Kind.SESSION:
        return (None, None)
    run = [p for p in plan.pages if p.key and p.key.kind is Kind.SESSION and p.programme == page.programme]
    at = run.index(page)
    return (run[at - 1] if at else None, run[at + 1] if at + 1 < len(run) else None)


def _duration(minutes: int, plan: SitePlan) -> str:
    """Return a number of minutes as people say it: 45 minuten, 2 uur, 1 uur en 30 minuten."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return plan.words("duration.hours_and_minutes", hours=hours, minutes=rest)
    if hours:
        return plan.words("duration.hours", hours=hours)
    return plan.words("duration.minute") if rest == 1 else plan.words("duration.minutes", minutes=rest)


@dataclass(frozen=True, slots=True)
class _View:
    """What a template may ask, answered for one page."""

    plan: SitePlan
    page: Page
    pages: Mapping[Key, Page]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

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
        prefix = "" if text is getattr(self.page.subject, "body", None) else f"t{next(self.numbers)}-"
        return html.render(text, self._target, html.Words(**words), id_prefix=prefix, heading_shift=shift)

    def _key(self, thing: Ref | Key | object) -> Key | None:
        match thing:
            case Key():
                return thing
            case Ref():
                programme = self.page.programme.id if self.page.programme is not None else None
                return self._key_within(thing, programme, self.page.scope)
            case _:
                return getattr(thing, "key", None)

    def _key_within(self, ref: Ref, *programmes: str | None) -> Key | None:
        """Return the key of what a reference finds in `programmes`, then in the library, where it has a page."""
        candidates = (Key(ref.kind, ref.id, scope) for scope in (*programmes, None))
        return next((key for key in candidates if key in self.pages), None)

    def url(self, thing: Ref | Key | object | str) -> str:
        """Return the relative link to a reference, an entity, or an address from the root."""
        if isinstance(thing, str):
            return relative(thing, self.page.address)
        if isinstance(thing, Page):
            return relative(thing.address, self.page.address)
        key = self._key(thing)
        if key is None or key not in self.pages:
            raise KeyError(f"{thing} has no page in the {self.plan.name} site")
        return relative(self.pages[key].address, self.page.address)

    def entity(self, thing: Ref | Key, programme: str | None = None) -> Any:
        """Return what a reference (of `programme`) means in this edition, or None where it is not in it."""
        key = self._key_within(thing, programme) if isinstance(thing, Ref) and programme else self._key(thing)
        return self.pages[key].subject if key is not None and key in self.pages else None

    def module_step(self, step: ModuleStep) -> LinkedStep:
        """Return the module and the step that a session or homework links to."""
        module = self.entity(Ref(Kind.MODULE, step.module, step.span))
        assert isinstance(module, Module)
        return LinkedStep(module, next(candidate for candidate in module.steps if candidate.id == step.step))

    def print_url(self) -> str | None:
        """Return the link to the printed book of the page's programme."""
        if self.page.programme is None:
            return None
        address = next((a for a, id in self.plan.prints.items() if id == self.page.programme.id), None)
        return None if address is None else relative(address, self.page.address)

    def participant_url(self, thing: Ref | Key | object) -> str | None:
        """Return the absolute address of what participants see of `thing`, where both are known."""
        key, base = self._key(thing), self.plan.participant.organisation.address
        if base is None or key is None or not _shown(key, self.plan.participant):
            return None
        return base.rstrip("/") + "/" + self.pages[key].address

    def used_by(self, key: Key) -> list[Any]:
        """Return the pages of what takes up an entity (facilitators' edition only)."""
        users = getattr(self.plan.edition, "used_by", {}).get(key, ())
        return [self.pages[user] for user in users if user in self.pages]

    def set_in(self, key: Key) -> list[Session]:
        """Return the sessions that hand out, set or show an entity, as participants see them, in order."""
        return [
            session
            for programme in self.plan.participant.programmes
            for session in programme.sessions
            if any(self._key_within(ref, session.programme) == key for ref in _given(session))
        ]

    def programmes_with(self, key: Key) -> list[Programme]:
        """Return the programmes that lead participants to an entity, in a session or outside of it."""
        return [
            programme
            for programme in self.plan.participant.programmes
            if any(self._key_within(ref, programme.key.id) == key for ref in references(programme))
        ]

    def _target(self, link: Link) -> Target | None:
        match link.scheme:
            case Scheme.HTTPS | Scheme.MAILTO | Scheme.TEL:
                return Target(link.target, external=link.scheme is Scheme.HTTPS)
            case Scheme.TERM:
                glossary = Key(Kind.GLOSSARY, "glossary")
                return Target(f"{self.url(glossary)}#{link.target}") if glossary in self.pages else None
            case Scheme.MEDIA:
                return self._media(link)
            case Scheme.MODULE if link.step:
                module = self.entity(linked(link))
                step = next(step for step in module.steps if step.id == link.step)
                return Target(step.url, external=True)
            case _:
                href = self.url(linked(link))
                return Target(f"{href}#{link.anchor}" if link.anchor else href)

    def media_url(self, name: str) -> str:
        """Return the relative link to a media file: the programme's own first, then the library's."""
        asset = self._asset(name)
        return relative(quote(media_address(asset.programme, asset.name)), self.page.address)

    def _asset(self, name: str) -> Asset:
        return self.plan.assets.get((self.page.scope, name)) or self.plan.assets[None, name]

    def _media(self, link: Link) -> Target:
        asset, href = self._asset(link.target), self.media_url(link.target)
        if not is_image(asset.name):
            return Target(href)
        shown = picture(asset.name, asset.data)
        return Target(href, width=shown.width, height=shown.height)


def _given(session: Session) -> Iterator[Ref]:
    """Yield what a session gives to its participants."""
    yield from (*session.homework, *session.diaries, *session.articles)
    for step in session.steps:
        yield from (*step.handouts, *step.questionnaires)


def _shown(key: Key, edition: ParticipantEdition) -> bool:
    sessions = (session.key for programme in edition.programmes for session in programme.sessions)
    return key in edition.entities or key in sessions or key in (programme.key for programme in edition.programmes)
