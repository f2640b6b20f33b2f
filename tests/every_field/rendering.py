"""The pages of a plan without the engine around them: quick enough to look at thousands."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pages.site_plan import SitePlan
from kring.theme_files import theme_folder


def bodies(plan: SitePlan) -> dict[str, str]:
    """Return address → body of every page."""
    index = site_index(plan)
    return {page.address: render(plan, page, _templates(), index) for page in plan.pages}


@cache
def _templates() -> Environment:
    """Return the templates, compiled once."""
    return environment(theme_folder() / "pages")
