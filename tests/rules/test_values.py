"""Findings know no language: what they hold is phrased in Dutch and English by the rules."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kring
from kring.findings import Finding, Span
from kring.model.picture import ImageFault
from kring.model.sound_and_film.faults import RecordingFault
from kring.rules.domain_media import IMAGE_FAULTS, RECORDING_FAULTS
from kring.rules.phrasing import message
from kring.rules.source_disk import system_reason
from kring.rules.values import phrased
from kring.source.kinds import Kind
from kring.system_reason import reason

PACKAGE = Path(kring.__file__).parent
OF_A_LANGUAGE = re.compile(r"\w+_(?:nl|en)")


def names_of_a_language(tree: ast.AST) -> Iterator[str]:
    """Yield the variables, arguments and texts that are named for one of the two languages."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.keyword(arg=str() as name):
                found = OF_A_LANGUAGE.fullmatch(name)
            case ast.Constant(value=str() as text):
                found = OF_A_LANGUAGE.fullmatch(text)
            case _:
                continue
        if found:
            yield found[0]


def phrases(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield where words are made in both languages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Phrase":
            yield node


OUTSIDE = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] != "rules"
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_outside_the_rules_nothing_has_a_language(path: str) -> None:
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    assert list(names_of_a_language(tree)) == []
    # The command line has words of its own, and phrases them where it says them.
    assert list(phrases(tree)) == [] or path.startswith("command/")


@pytest.mark.parametrize(
    "code", ['facts = {"kind_nl": name}', "deployed(answer_en=status)", "kind_nl = 1", "def said(bound_nl): ..."]
)
def test_a_name_for_a_language_is_recognised(code: str) -> None:
    assert list(names_of_a_language(ast.parse(code)))


def test_a_fact_of_several_values_has_each_on_a_line_of_its_own() -> None:
    finding = Finding("agenda/no-break", Span("a.yml"), {"minutes": "90", "deliveries": "in_person\nonline"})
    assert message(finding, "nl").endswith("zonder pauze (op locatie, online).")
    assert message(finding, "en").endswith("without a break (in person, online).")


@pytest.mark.parametrize(
    ("form", "value", "nl", "en"),
    [
        ("kind", "activity", "werkvorm", "activity"),
        ("the_kind", "handout", "het werkblad", "the hand-out"),
        ("the_kind", "session", "de sessie", "the session"),
        ("the_kind", "media", "het mediabestand", "the media file"),
        ("value", "in_person", "`in_person` (op locatie)", "`in_person`"),
        ("types", "integer\nnull", "een heel getal of niets (null)", "a whole number or nothing (null)"),
        ("types", "enum\n1\n2", "één van: 1, 2", "one of: 1, 2"),
        ("found", "boolean yes", "yes (ja of nee)", "yes (yes or no)"),
        ("found", "string a b", "de tekst ‘a b’", "the text ‘a b’"),
        ("found", "array", "een lijst", "a list"),
        ("place", "item goals", "In de lijst `goals`", "An item of the list `goals`"),
        ("called", "title Title", " (titel)", ""),
        ("called", "title Name on the page", " (Name on the page)", " (name on the page)"),
        ("fields", "- say: Title", "`- say: …` (titel)", "`- say: …`"),
        ("lines", "min: 6\nmax: 10", "`min: 6`, en daaronder `max: 10`", "`min: 6`, and below it `max: 10`"),
        ("bound", "exclusiveMinimum 0", "meer dan 0", "more than 0"),
        ("places", "  agenda say\nhelp help.yml", "onder `agenda` → `say`; hulpblok (`help.yml`)", None),
        ("spaces", "1", "1 spatie", "1 space"),
        ("move", "0", "Haal de spaties ervoor weg", "Take the spaces before it away"),
        ("move", "2", "Zet er 2 spaties voor", "Put 2 spaces before it"),
        ("decimal", "1.5", "1,5", "1.5"),
        ("score", "", "geen score", "no score"),
        ("answer", "404", "antwoord 404", "answer 404"),
        ("status", "200", "status 200", "status 200"),
        ("header", "", "niets", "nothing"),
        ("image", "element script", "er staat een onderdeel `script` in", "it holds a `script` element"),
        ("recording", "more udta", "udta", "udta"),
    ],
)
def test_a_value_is_phrased_in_both_languages(form: str, value: str, nl: str, en: str | None) -> None:
    words = phrased(form, value)
    assert words.nl == nl
    assert en is None or words.en == en


def test_every_kind_and_every_fault_has_its_words() -> None:
    assert all(phrased("the_kind", kind).nl for kind in Kind)
    assert IMAGE_FAULTS.keys() == set(ImageFault)
    assert RECORDING_FAULTS.keys() == set(RecordingFault)


def test_a_refusal_of_the_system_is_phrased_by_the_name_of_its_error() -> None:
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "ENOSPC"
    assert system_reason("ENOSPC").nl == "de schijf is vol"
    assert system_reason("EPIPE").nl == os.strerror(errno.EPIPE), "what authors do not meet is said by the system"


def test_a_refusal_without_a_name_is_phrased_as_it_stands() -> None:
    assert system_reason(reason(OSError("weg is weg"))).nl == "OSError"
