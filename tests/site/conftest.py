"""One small rendered tree, full of what must not become markup, built once for all tests of the engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.site.whole_site import site_files

from kring.pages.contents import Heading
from kring.site.configuration import SHELL_WORDS, NavEntry, Site
from kring.site.material import base_styles
from kring.site.page_file import PageFile
from kring.site.tree import Tree, fill
from kring.theme_files import theme_folder

DATE = 1_790_000_000

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "a & b",
    "&lt;b&gt;",
    "x\n---\ny: z",
    "**vet** {: onclick=alert(1) } [a][b]",
)
SITE_NAME = 'Kring & "vrienden" <script>alert(1)</script>'

HOSTILE_BODY = """<div class="kring-page">
<h1 id="top-of-page">Kop met &lt;script&gt;alert(1)&lt;/script&gt;</h1>
<p>Gewone tekst met **sterren**, {: .x onclick=alert(1) }, [a][b], [x](y.md), ![z](w.png),
`code`, &amp;, &lt;b&gt; en {{ 7*7 }}.</p>
    <p>Ingesprongen met vier spaties, en een regel
    die doorloopt.</p>
<ul>
<li>een
<ul>
<li>twee<ol start="3"><li>drie</li></ol></li>
</ul>
</li>
</ul>
<table>
<thead><tr><th scope="col" class="right">Tijd</th><th scope="col">Wat</th></tr></thead>
<tbody><tr><td class="right">10:00</td><td>a | b | c</td></tr></tbody>
</table>
<pre><code>regel 1&#10;&#10;    regel 3 &lt;p&gt;&#10;# geen kop
* geen lijst</code></pre>
<form><fieldset><legend>Hoe ging het? *</legend>
<label for="f1">Antwoord_met_streepjes_</label><textarea id="f1" rows="3">&#10;</textarea>
<input type="radio" name="r" id="r1" value="1"><label for="r1">1. Niet</label>
<select><option>- a</option><option>+ b</option></select>
</fieldset></form>
<details><summary>Meer</summary><p>*[afk]: niets
[^1]: noot
[b]: https://example.org</p></details>
<h2 id="tweede">Tweede kop {#anders}</h2>
<p>:::: note</p>
<p>é ë – “ ” ’ 🙂 \u00a0 \u2028 \u0085 einde</p>
<hr>
<svg viewBox="0 0 1 1" role="img"><title>t</title><path d="M0 0"/></svg>
</div>"""


def _site(custom_dir: str) -> Site:
    labels = tuple(NavEntry(text, f"lading/p{number}/index.md") for number, text in enumerate(PAYLOADS))
    return Site(
        name=SITE_NAME,
        nav=(
            NavEntry("Begin", "index.md"),
            NavEntry(PAYLOADS[1], "lading/index.md", labels),
            NavEntry(PAYLOADS[0], None, (NavEntry("Naad", "naad/vijandig/index.md"),)),
        ),
        words={word: f"woord & {word}" for word in SHELL_WORDS},
        custom_dir=custom_dir,
        stylesheets=(base_styles()[0],),
    )


def _tree(custom_dir: str) -> Tree:
    """Return the tree, for a folder with overrides."""
    pages = {
        "index.md": PageFile("Begin", '<div class="kring-page"><h1>Welkom</h1><p>Oefeningen.</p></div>'),
        "lading/index.md": PageFile(PAYLOADS[1], "<div><p>Overzicht</p></div>", PAYLOADS[1], section=True),
        "naad/vijandig/index.md": PageFile("Naad", HOSTILE_BODY, toc=(Heading(PAYLOADS[0], "tweede", 2),)),
        "naad/stil/index.md": PageFile("Stil", "<div><p>onvindbaar</p></div>", search=False),
    }
    for number, text in enumerate(PAYLOADS):
        pages[f"lading/p{number}/index.md"] = PageFile(text, "<div><p>Een pagina zonder eigen kop.</p></div>", text)
    return Tree(_site(custom_dir), pages, dict([base_styles()]))


@pytest.fixture(scope="session")
def payloads() -> tuple[str, ...]:
    """Titles, descriptions and labels that an author might write; number n is that of `lading/p<n>/index.md`."""
    return PAYLOADS


@pytest.fixture(scope="session")
def hostile_body() -> str:
    """The body of `naad/vijandig/index.md`."""
    return HOSTILE_BODY


@pytest.fixture(scope="session")
def site_name() -> str:
    """The name of the site, which is a payload too."""
    return SITE_NAME


@pytest.fixture(scope="session")
def overrides() -> str:
    """The overrides that the product uses."""
    return str(theme_folder() / "site")


@pytest.fixture(scope="session")
def tree(overrides: str) -> Tree:
    """The tree in the product's own shell."""
    return _tree(overrides)


@pytest.fixture(scope="session")
def tree_with() -> Callable[[str], Tree]:
    """Make the tree for another folder with overrides."""
    return _tree


@pytest.fixture(scope="session")
def built(tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that our engine makes of it. Read only."""
    out = tmp_path_factory.mktemp("built") / "site"
    fill(out, site_files(tree, date=DATE))
    return out
