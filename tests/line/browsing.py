"""A page in Chromium, and all that it should not do: fail, speak, or ask somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

VIOLATIONS = (
    "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"
)
WIDE, NARROW = 1280, 320


@dataclass
class Visit:
    """A tab, and what went wrong in it."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open a page and wait until nothing more is loaded."""
        self.page.goto(address, wait_until="load")


@contextmanager
def visiting(
    chromium: Browser, home: str, *, scheme: str = "light", width: int = WIDE, scripts: bool = True
) -> Iterator[Visit]:
    """Give a tab of its own for the site at the address `home`; requests to any other host are refused and noted."""
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        service_workers="block",
    )
    try:
        if scripts:
            context.add_init_script(VIOLATIONS)
        visit = Visit(context.new_page())
        host = urlsplit(home).netloc

        def guard(route: Route, request: Request) -> None:
            if urlsplit(request.url).netloc == host:
                route.continue_()
            else:
                visit.faults.append(f"request to {request.url}")
                route.abort()

        context.route("**/*", guard)
        visit.page.on("console", lambda message: _note(visit, message.type, message.text))
        visit.page.on("pageerror", lambda error: visit.faults.append(f"script: {error}"))
        visit.page.on("dialog", lambda dialog: (visit.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        visit.page.on("popup", lambda popup: visit.faults.append(f"window: {popup.url}"))
        yield visit
    finally:
        context.close()


def _note(visit: Visit, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        visit.faults.append(f"{kind}: {text}")
