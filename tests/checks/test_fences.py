"""However a facilitators' remark is fenced, it is taken for one, or refused: it never reaches participants unnoticed."""

from __future__ import annotations

import pytest
from tests.checks.roots import Root

from kring.editions.participant import Article
from kring.pipeline import check
from kring.rules.phrasing import is_error
from kring.source.documents import Key
from kring.source.kinds import Kind

ARTICLE = "content/articles/rust.md"
SECRET = "GEHEIM"

UNDERSTOOD = ["::: facilitator", ":::facilitator", ":::: facilitator", "::: facilitator Let op", ":::\u00a0facilitator"]

SLIGHTLY_WRONG = [
    # other signs
    "\uff1a\uff1a\uff1a facilitator", "\ufe55\ufe55\ufe55 facilitator", "\ua789\ua789\ua789 facilitator",
    "\u2236\u2236\u2236 facilitator", "\u02d0\u02d0\u02d0 facilitator", "\u2237: facilitator", "\u2af6 facilitator",
    ":\uff1a: facilitator", "::\uff1a facilitator", ";;; facilitator", "\uff1b\uff1b\uff1b facilitator",
    "&#58;&#58;&#58; facilitator", "&#x3A;:: facilitator", "&colon;&colon;&colon; facilitator",
    "&#65306;&#65306;&#65306; facilitator", "&zwj;::: facilitator", r"\::: facilitator", r"\:\:\: facilitator",
    # too few, or something between or before them
    "::facilitator", ":: facilitator", ": facilitator", ":begeleider", "::begeleider", ":: note",
    ": : : facilitator", ":\u00a0:\u00a0: facilitator", ":\u200b:: facilitator", ":\u2060:: facilitator",
    "\u200b::: facilitator", "\u200d::: facilitator", "\u2060::: facilitator", "\u00ad::: facilitator",
    "\ufe0f::: facilitator", "\u00a0::: facilitator", "\u2003::: facilitator",
    # another place
    " ::: facilitator", "    ::: facilitator", "\t::: facilitator", "- ::: facilitator", "- - ::: facilitator",
    "1. ::: facilitator", "2) ::: facilitator", "> ::: facilitator", "## ::: facilitator", "- \uff1a\uff1a\uff1a note",
    "> : : : facilitator", "> &#58;:: note", "| ::: facilitator |", "| een | ::: facilitator |",
    "Neem de tijd. ::: facilitator", "Neem de tijd. \uff1a\uff1a\uff1a begeleiders",
    # stress, code, another name
    "**::: facilitator**", "**:::** facilitator", "*::: facilitator*", "_::: facilitator_", "`:::` facilitator",
    "```facilitator", "``` facilitator", "~~~ facilitator", "```\n::: facilitator", "::: Facilitator",
    "::: FACILITATOR", "::: begeleider", "::: voor facilitator", "::: facilitator: let op", ":::\u2060facilitator",
    "::: facili\u00adtator", "::: {facilitator}", ":::{.facilitator}", "::: **facilitator**", "::: note facilitator",
]  # fmt: skip


def closed(opening: str) -> set[str]:
    """Return how somebody who opens a container so may close it."""
    return {":::", opening.partition("facilitator")[0].rstrip(), opening.replace("facilitator", "").rstrip()} - {""}


@pytest.mark.parametrize("opening", UNDERSTOOD)
def test_a_fence_is_known_however_its_spaces_are(opening: str, root: Root) -> None:
    root.append(ARTICLE, f"\n{opening}\n{SECRET}\n:::\n")
    checked = check(root.folder)
    assert checked.findings == ()
    article = checked.plans["participant"].participant.entities[Key(Kind.ARTICLE, "rust")]
    assert isinstance(article, Article)
    assert SECRET not in article.body.text


@pytest.mark.parametrize("opening", SLIGHTLY_WRONG)
def test_a_fence_that_is_slightly_wrong_is_an_error_in_its_line(opening: str, root: Root) -> None:
    whole = (root.folder / ARTICLE).read_text(encoding="utf-8")
    line = whole.count("\n") + 2
    lines = range(line, line + opening.count("\n") + 1)
    for closing in closed(opening):
        root.write({ARTICLE: f"{whole}\n{opening}\n{SECRET}\n{closing}\n\nDaarna verder.\n"})
        errors = [finding for finding in root.findings() if is_error(finding)]
        assert {finding.span.path for finding in errors} == {ARTICLE}
        assert any(finding.span.start.line in lines for finding in errors), closing


@pytest.mark.parametrize("between", ["\u00a0", "\u2003", "\u202f"])
def test_another_space_behind_the_colons_does_not_close_the_container_before_it(between: str, root: Root) -> None:
    root.append(ARTICLE, f"\n::: note\nEen.\n:::{between}facilitator\n{SECRET}\n::: note\nTwee.\n:::\n")
    assert [finding.rule for finding in root.findings()] == ["prose/unclosed-container"]


@pytest.mark.parametrize(
    "text",
    [
        ": een", "; en", ":-) fijn", ";-) fijn", "&amp; zo", "&eacute;&eacute;n", "12:30 uur", "Om 12:30; om 13:00.",
        "Wie: ik; jij: daar.", "- :) en :(", r"\* geen punt", "Vraag het je begeleider: die weet het.",
        "::: note Vraag je begeleider\nDie weet het.\n:::", "```\na :: b\n```",
    ],
)  # fmt: skip
def test_colons_in_a_sentence_are_no_fence(text: str, root: Root) -> None:
    root.append(ARTICLE, f"\n{text}\n")
    assert root.seen() == []
