"""The Dutch of the search: which words belong together, whatever stands on the site."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.needed import lacking

SCRIPTS = Path(__file__).parents[1] / "theme/site/assets/javascripts"


def run(script: str, given: object) -> Any:
    """Run JavaScript that has `given` and the two modules of the search; return what it prints as JSON."""
    node = shutil.which("node")
    if node is None:
        lacking("there is no Node 20")
    program = (
        f"import * as search from '{(SCRIPTS / 'search-words.js').as_uri()}';"
        f"import {{ Index }} from '{(SCRIPTS / 'search-index.js').as_uri()}';"
        f"const given = {json.dumps(given)};"
        f"console.log(JSON.stringify({script}));"
    )
    command = [node, "--no-warnings", "--input-type=module", "--eval", program]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def found(texts: dict[str, str], *asked: str) -> dict[str, list[str]]:
    """Return for each query the titles of the pages, given by title and text, that answer."""
    entries = [{"location": f"{title}/", "title": title, "text": f"<p>{text}</p>"} for title, text in texts.items()]
    script = (
        "(index => given.asked.map(words => index.ask(words, 99).hits.map("
        "({title}) => title.map(({text}) => text).join(''))))(new Index(given.entries))"
    )
    return dict(zip(asked, run(script, {"entries": entries, "asked": asked}), strict=True))


FAMILIES = [
    "oefening oefeningen oefenen oefent",
    "herhaal herhalen herhaalt herhaling herhaald",
    "plannen plan planning planningen gepland plant",
    "uitstellen uitstel uitgesteld uitstelt",
    "vergeten vergeet",
    "slaap slapen slaapt geslapen",
    "lijst lijsten lijstje lijstjes",
    "huis huizen",
    "brief brieven",
    "grens grenzen",
    "keuze keuzes",
    "kaart kaartje kaarten kaartjes",
    "coördineren coordineert gecoördineerd",
    "houden houd houdt",
    "volhouden volgehouden",
    "begeleider begeleiders",
    "sessie sessies",
    "foto foto's foto’s fotos",
    "één een Eén",
]


def test_inflected_words_belong_together_both_ways() -> None:
    asked = [family.split() for family in FAMILIES]
    script = (
        "given.flatMap(family => { const known = family.map(word => search.stems(search.fold(word)));"
        "const apart = (a, b) => ![...a].some(stem => b.has(stem));"
        "return known.flatMap((a, i) => known.flatMap((b, j) => apart(a, b) ? [[family[i], family[j]]] : [])) })"
    )
    assert run(script, asked) == []


STRANGERS = [("moe", "moet"), ("overzicht", "over"), ("kaart", "kast"), ("week", "wekker"), ("ander", "veranderen")]


@pytest.mark.parametrize(("word", "other"), STRANGERS)
def test_words_that_look_alike_stay_apart(word: str, other: str) -> None:
    assert found({"A": word, "B": other}, word)[word] == ["A"]


def test_a_compound_is_found_by_its_parts_and_the_parts_by_the_compound() -> None:
    texts = {
        "A": "Een ademoefening voor het slapen.",
        "B": "Bij slaapproblemen bel je.",
        "C": "Deze oefening doe je thuis. Let op je adem.",
        "D": "Een overlegtafel, een planningsbord.",
    }
    asked = "oefening", "oefeningen", "adem", "ademoefening", "slaap", "problemen", "probleem", "overleg", "planning"
    answers = found(texts, *asked)
    assert set(answers["oefening"]) == set(answers["oefeningen"]) == {"A", "C"}
    assert set(answers["adem"]) == {"A", "C"}
    assert answers["ademoefening"] == ["A"]
    assert set(answers["slaap"]) == {"A", "B"}
    assert answers["problemen"] == answers["probleem"] == ["B"]
    assert answers["overleg"] == answers["planning"] == ["D"]
    assert found({"C": texts["C"]}, "ademoefening")["ademoefening"] == ["C"]


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("begelijder", "begeleider"),
        ("overzigt", "overzicht"),
        ("vermoeidhied", "vermoeidheid"),
        ("herstartkart", "herstartkaart"),
        ("enregie", "energie"),
        ("plannning", "planning"),
        ("afspraakk", "afspraken"),
    ],
)
def test_one_slip_is_forgiven(slip: str, word: str) -> None:
    assert found({"A": f"Hier staat {word}.", "B": "Hier niet."}, slip)[slip] == ["A"]


def test_a_short_word_is_taken_as_it_is_typed() -> None:
    assert found({"A": "Een kaars."}, "kaas", "ding")["kaas"] == []


def test_all_words_count_and_a_page_with_most_of_them_answers() -> None:
    texts = {"A": "Rust nemen en plannen.", "B": "Rust.", "C": "Plannen."}
    answers = found(texts, "rust plannen", "rust plannen olifant")
    assert answers == {"rust plannen": ["A"], "rust plannen olifant": ["A"]}


def test_titles_come_first_and_the_exact_word_before_its_relatives() -> None:
    texts = {
        "Rust": "Planning, planning, planning.",
        "Plannen": "Niets.",
        "Planning": "Niets.",
        "Weekplanning": "Niets.",
    }
    assert found(texts, "planning")["planning"] == ["Planning", "Plannen", "Weekplanning", "Rust"]


def test_signs_in_the_index_are_read_as_text() -> None:
    entry = {
        "location": "a/",
        "title": "Koffie &amp; thee &lt;3",
        "text": "<p>Eén &quot;kop&quot; &amp;lt;b&gt; koffie</p>",
    }
    hit = run("new Index([given]).ask('koffie', 9).hits[0]", entry)
    assert "".join(piece["text"] for piece in hit["title"]) == "Koffie & thee <3"
    assert "".join(piece["text"] for piece in hit["text"]) == 'Eén "kop" &lt;b> koffie'
    assert [piece["text"] for piece in hit["title"] if piece["hit"]] == ["Koffie"]
