"""What is wrong with a text is exactly what the files of findings say, at exactly that place."""

from __future__ import annotations

import pytest
from tests.prose.samples import Case, blocks_of, cases, inline_of, shown

from kring.findings import Finding, Position, Span
from kring.prose import check as checking
from kring.prose.check import check
from kring.prose.parse import UnsupportedTokenError
from kring.prose.text import Form, Prose
from kring.prose.tree import Tree
from kring.rules import RULES
from kring.rules.phrasing import hint, message


@pytest.mark.parametrize("case", cases("findings.txt"), ids=lambda case: case.title)
def test_a_text_gives_these_findings(case: Case) -> None:
    assert "\n".join(map(shown, in_order(check(blocks_of(case.written))))) == case.expected


@pytest.mark.parametrize("case", cases("inline_findings.txt"), ids=lambda case: case.title)
def test_a_text_of_one_paragraph_gives_these_findings(case: Case) -> None:
    assert "\n".join(map(shown, in_order(check(inline_of(case.written))))) == case.expected


def in_order(findings: object) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.place)  # type: ignore[call-overload, no-any-return]


def test_every_case_can_be_phrased_in_both_languages() -> None:
    seen: set[str] = set()
    for texts, prose in (("findings.txt", blocks_of), ("inline_findings.txt", inline_of)):
        for case in cases(texts):
            for finding in check(prose(case.written)):
                seen.add(finding.rule)
                for language in ("nl", "en"):
                    assert message(finding, language)
                    assert hint(finding, language)
    assert seen == {rule for rule in RULES if rule.startswith("prose/")}


def test_facilitators_containers_may_stand_in_articles() -> None:
    text = blocks_of("::: facilitator\nGeheim\n:::")
    assert [finding.rule for finding in check(text)] == ["prose/facilitator-container"]
    assert list(check(text, facilitator_fence=True)) == []


def test_a_misspelled_container_is_guessed() -> None:
    (finding,) = check(blocks_of("::: facilitater\nGeheim\n:::"), facilitator_fence=True)
    assert finding.facts["near"] == "facilitator"


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("Rust.<br>Meer", "Of zet een `\\` aan het eind"), ("Rust.<br/>Meer", "lege regel vrij"),
        ("<b>rust</b>", "`**vet**`"), ("Neem <STRONG>rust</STRONG>", "`**vet**`"), ("Neem <i>rust</i>", "`*cursief*`"),
        ("<ul>\n<li>rust</li>\n</ul>", "met `- ` ervoor"), ("<p>Rust.</p>", "tussen twee alinea's"),
        ('Zie <a href="https://example.org">dit</a>', "`[de woorden](https://…)`"),
        ('<img src="kamer.png">', "`![wat erop te zien is](media:…)`"), ("<h2>Rust</h2>", "`## Mijn kop`"),
        ("Neem <u>rust</u>", "lijkt een link"), ('Neem <span class="x">rust</span>', "het ontwerp van de site"),
        ("Neem <font>rust</font>", "het ontwerp van de site"), ("Neem <kbd>rust</kbd>", "Gebruik Markdown"),
        ("<!-- later -->", "Gebruik Markdown"),
    ],
)  # fmt: skip
def test_each_common_tag_is_told_how_it_is_written(written: str, better: str) -> None:
    found = list(check(blocks_of(written)))
    assert [finding.rule for finding in found] == ["prose/raw-html"]
    assert better in hint(found[0], "nl")


def test_a_closing_tag_counts_only_where_none_was_opened() -> None:
    (alone,) = check(blocks_of("Rust.</b> En stilte."))
    assert alone.facts["html"] == "</b>"
    assert [shown(f) for f in check(blocks_of("<b>a</b> b</b>"))] == ["1:1-4 raw-html", "1:11-15 raw-html"]


def test_a_misspelled_scheme_is_guessed() -> None:
    (finding,) = check(blocks_of("[a](articel:x)"))
    assert finding.facts["near"] == "article"
    assert hint(finding, "nl") == "Bedoel je `article:`?"


def test_an_unsafe_website_gets_its_safe_address() -> None:
    for written in ("http://example.org/a", "//example.org/a"):
        (finding,) = check(blocks_of(f"[a]({written})"))
        assert finding.facts["secure"] == "https://example.org/a"


def test_headings_may_begin_lower_where_a_page_asks_for_it() -> None:
    assert [f.rule for f in check(blocks_of("## a"), first_heading=3)] == ["prose/heading-level"]
    assert list(check(blocks_of("### a\n\n##### c".replace("#####", "####")), first_heading=3)) == []


def test_headings_go_on_across_containers() -> None:
    text = "## a\n\n::: note\nb\n:::\n\n### c\n"
    assert list(check(blocks_of(text))) == []
    assert [shown(f) for f in check(blocks_of(text.replace("###", "####")))] == ["7:1-7 heading-jump"]


def test_findings_stand_where_the_text_stands_in_its_file() -> None:
    span = Span("a.yml", Position(3, 5), Position(6, 1))
    block = Prose("Rust\n<b>\n", Form.MARKDOWN, span, Position(4, 3))
    folded = Prose("Rust <b>\n", Form.MARKDOWN, span)
    assert [shown(finding) for finding in check(block)] == ["5:3-6 raw-html"]
    assert [finding.span for finding in check(folded)] == [span]


def test_mending_what_is_found_leaves_nothing() -> None:
    broken = "# Rust\n\nNeem <b>rust</b>, [zie](http://example.org/).\n\n::: note\na\n"
    assert len(list(check(blocks_of(broken)))) == 4
    mended = broken.replace("# Rust", "## Rust").replace("<b>", "**").replace("</b>", "**")
    mended = mended.replace("http:", "https:") + ":::\n"
    assert list(check(blocks_of(mended))) == []


def test_a_token_that_the_dialect_does_not_know_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_text: str) -> Tree:
        raise UnsupportedTokenError("dl_open")

    monkeypatch.setattr(checking, "tree", unknown)
    (finding,) = check(blocks_of("`a`"))
    assert (finding.rule, finding.facts) == ("prose/not-in-dialect", {"construct": "dl_open"})


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.id.startswith("prose/")], ids=lambda r: r.id)
def test_the_examples_of_a_rule_show_it(rule: object) -> None:
    assert list(_example(rule, "bad")) == [rule.id]  # type: ignore[attr-defined]
    assert list(_example(rule, "good")) == []


def _example(rule: object, side: str) -> list[str]:
    """Return the rules that the text in an example breaks: the body of Markdown, or the last text of YAML."""
    files = getattr(rule, f"{side}_files")()
    path = rule.example_path  # type: ignore[attr-defined]
    content = files[path].decode()
    if path.endswith(".md"):
        prose = blocks_of(content.split("---\n", 2)[2])
    else:
        lines = content.split("text: |\n")[-1].split("\n")
        text = "\n".join(line.strip() for line in lines if line.startswith("  ") or not line)
        prose = inline_of(text) if "glossary" in path else blocks_of(text)
    return sorted({finding.rule for finding in check(prose, facilitator_fence=path.endswith(".md"))})


@pytest.mark.parametrize(
    "text",
    [
        "    ::: facilitator\n    GEHEIM\n    :::\n",
        "\t::: facilitator\n\tGEHEIM\n\t:::\n",
        ":: facilitator\nGEHEIM\n::\n",
        "::: note ::: facilitator\nGEHEIM\n:::\n",
        "```\n::: facilitator\nGEHEIM\n:::\n```\n",
        "- a\n  ::: facilitator\n  GEHEIM\n",
        "> ::: Facilitator\n> GEHEIM\n",
    ],
)
def test_a_remark_that_participants_would_read_is_never_passed_over(text: str) -> None:
    prose = Prose(text, Form.MARKDOWN, Span("a.md"), Position())
    rules = {finding.rule for finding in check(prose, facilitator_fence=True)}
    assert rules & {"prose/container-place", "prose/nested-container", "prose/fence-signs"}


def test_a_real_remark_is_no_fault() -> None:
    prose = Prose("Voor wie leest.\n\n::: facilitator\nLet op.\n:::\n", Form.MARKDOWN, Span("a.md"), Position())
    assert list(check(prose, facilitator_fence=True)) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("www.ggzstandaarden.nl/adhd", "Schrijf `https://www.ggzstandaarden.nl/adhd` als"),
        ("rust-nemen.md", "`article:rust-nemen` als het een artikel is"),
        ("../articles/rust-nemen.md", "`article:rust-nemen` als het een artikel is"),
        ("rust/nemen/", "zoals `article:id`"),
    ],
)
def test_an_address_without_a_scheme_is_told_what_it_stands_for(address: str, said: str) -> None:
    (finding,) = check(blocks_of(f"Lees [meer over rust]({address})."))
    assert finding.rule == "prose/unsafe-link"
    assert said in hint(finding, "nl")
