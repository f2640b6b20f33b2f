"""Rendering: each page of a plan to the HTML of its body. Templates get values, never author code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from kring.model.catalogue import clock_after
from kring.model.replan import least, ways_to_end_sooner
from kring.pages.addresses import relative
from kring.pages.answers import form_name
from kring.pages.descriptions import opening
from kring.pages.print_list import for_each_participant, print_list, sheets_of
from kring.pages.site_index import SiteIndex, bare_index
from kring.pages.site_plan import Page, SitePlan
from kring.pages.view import FUNCTIONS, View
from kring.pages.week_plot import week_plot
from kring.prose.headings import slug
from kring.prose.plain_text import minutes_to_read

REDIRECT_SCRIPT = "assets/javascripts/redirect.js"
BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")


def environment(theme_pages: Path) -> jinja2.Environment:
    """Return the environment in which the templates of theme/pages are compiled; after a change it takes a new one."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme_pages),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(plan: SitePlan, page: Page, templates: jinja2.Environment, index: SiteIndex) -> str:
    """Return the body of a page: one `<div>` element without blank lines. `index` is `site_index(plan)`."""
    body = templates.get_template(page.template).render(_context(View(plan, page, index)))
    return '<div class="kring">\n' + BLANK_LINES.sub("", body.strip("\n")) + "\n</div>"


def render_redirect(plan: SitePlan, former: str, page: Page, templates: jinja2.Environment) -> str:
    """Return the whole document that stands at a former address and leads to `page`."""
    return templates.get_template("shared/redirect.html.j2").render(
        t=plan.words,
        language=plan.words.language,
        title=page.title,
        target=relative(page.address, former),
        script=relative(REDIRECT_SCRIPT, former),
        preview=plan.preview,
    )


def render_missing(plan: SitePlan, templates: jinja2.Environment) -> str:
    """Return the body of what a visitor sees at an address that is not there: the way back, and the help block."""
    base = urlsplit(plan.address or "").path.rstrip("/") + "/"
    title = plan.words("shell.missing_title")
    page = Page("404.html", "shared/missing.html.j2", title, "", None, base=base)
    return render(plan, page, templates, bare_index(plan))


def _context(view: View) -> Mapping[str, Any]:
    plan, page = view.plan, view.page
    return {
        "page": page,
        "subject": page.subject,
        "preview": plan.preview,
        "help": plan.participant.help,
        "organisation": plan.participant.organisation,
        "previous": view.previous(),
        "next": view.next(),
        "prose": view.prose,
        "inline": view.inline,
        **{name: getattr(view, name) for name in FUNCTIONS},
        "anchor": slug,
        "form_name": form_name,
        "t": plan.words,
        "date": plan.words.date,
        "number": plan.words.number,
        "one_of": plan.words.one_of,
        "minutes_to_read": minutes_to_read,
        "opening": opening,
        "week_plot": week_plot,
        "print_list_of": print_list,
        "sheets_of": sheets_of,
        "for_each_participant": for_each_participant,
        "clock_after": clock_after,
        "least": least,
        "ways_to_end_sooner": ways_to_end_sooner,
        "duration": lambda minutes: _duration(minutes, plan),
    }


def _duration(minutes: int, plan: SitePlan) -> str:
    """Return a number of minutes as people say it: 45 minuten, 2 uur, 1 uur en 30 minuten."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return plan.words("duration.hours_and_minutes", hours=hours, minutes=rest)
    if hours:
        return plan.words("duration.hours", hours=hours)
    return plan.words("duration.minute") if rest == 1 else plan.words("duration.minutes", minutes=rest)
