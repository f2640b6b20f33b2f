"""Whatever is referred to must be there, in reach, and under the name that is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.checks.roots import CONFIG, PROGRAMME, SESSION, Change, Root

from kring.findings import Finding
from kring.rules.phrasing import hint

ARTICLE = "---\ntitle: {title}\nsummary: Waarom {title} helpt.\n---\n\n{body}\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>\n'


@pytest.mark.parametrize(
    ("change", "expected_hint"),
    [
        (Change(SESSION, "[rust]", "[rust, rusten]", "5:18 reference/dangling"), "Bedoel je `rust`?"),
        (
            Change(SESSION, "[rust]", "[rust, ademhalen]", "5:18 reference/dangling"),
            "Maak het bestand `programs/klein-begin/articles/ademhalen.md`, of haal de verwijzing weg.",
        ),
        (
            Change(SESSION, "[rust]", "[rust, plannen]", "5:18 reference/dangling"),
            "Er is wel een module met die id. Bedoel je die?",
        ),
        (Change(CONFIG, "[klein-begin]", "[klein-begin, groot]", "7:27 reference/dangling"), "Maak het bestand `programs/groot/programme.yml`, of haal de verwijzing weg."),
        (Change(PROGRAMME, "- session: beginnen", "- session: beginnen\n  - session: begin", "33:14 reference/dangling"), "Bedoel je `beginnen`?"),
        (Change(SESSION, "step: beginnen", "step: begin", "28:13 reference/no-such-step"), "Bedoel je `beginnen`?"),
        (Change(SESSION, "eerste stap is.", "[stap](module:plannen/begin) is.", "7:21 reference/no-such-step"), "Bedoel je `beginnen`?"),
        (Change(SESSION, "eerste stap is.", "[stap](term:begeleidster) is.", "7:21 reference/no-such-term"), "Bedoel je `begeleider`?"),
        (Change(SESSION, "eerste stap is.", "[stap](article:rusten) is.", "7:21 reference/dangling"), "Bedoel je `rust`?"),
        (Change(SESSION, "eerste stap is.", "[stap](session:beginnen#doel) is.", "7:21 reference/no-such-heading"), "Alleen in artikelen, werkbladen en pagina's kun je naar een kop linken. Link naar `beginnen` zonder #."),
        (Change(SESSION, "eerste stap is.", "[stap](article:rust#kiezen) is.", "7:21 reference/no-such-heading"), "Schrijf achter # de woorden van de kop: kleine letters, met streepjes ertussen. Of laat # weg."),
        (Change("content/articles/rust.md", "Daarna", "\n\n![Een kamer](media:kamer.svg)\n\nDaarna", "8:1 reference/no-such-media"), "Zet het bestand in `content/media`."),
    ],
    ids=lambda value: value.new if isinstance(value, Change) else "",
)  # fmt: skip
def test_what_is_not_there(fix_then_clean: Callable[[Change], Finding], change: Change, expected_hint: str) -> None:
    assert hint(fix_then_clean(change), "nl") == expected_hint


def test_a_heading_below_a_container_without_an_end_may_be_there(root: Root) -> None:
    root.change(SESSION, "eerste stap is.", "[stap](article:rust#waarom) is.")
    root.change("content/articles/rust.md", "Even stoppen", "::: note\nKort.\n\n## Waarom\n\nEven stoppen")
    assert root.seen() == ["content/articles/rust.md:6:1 prose/unclosed-container"]
    root.change("content/articles/rust.md", "Kort.\n", "Kort.\n:::\n")
    assert root.seen() == []


def test_the_library_cannot_refer_to_what_belongs_to_a_programme(root: Root) -> None:
    root.change("content/articles/rust.md", "Even stoppen", "[Even](questionnaire:terugblik) stoppen")
    (finding,) = root.findings()
    assert (finding.rule, str(finding.span)) == ("reference/dangling", "content/articles/rust.md:6:1")
    assert "alleen dat programma" in hint(finding, "nl")


def test_what_a_step_takes_over_is_looked_up_where_it_was_written(root: Root) -> None:
    activity = "title: Stap\nkind: exercise\nminutes: 15\npriority: core\nhandouts: [kaart]\n"
    root.write({"content/activities/stap.yml": activity})
    root.change(SESSION, "    title: Mijn eerste stap\n    kind: exercise\n", "    use: stap\n")
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, end = text.index("    minutes_min: 10\n"), text.index("  - id: afsluiten")
    override = (
        "    override:\n      questionnaires: [vooruitblik]\n      module_step: {module: plannen, step: beginnen}\n"
    )
    (root.folder / SESSION).write_text(text[:start] + override + text[end:], encoding="utf-8")
    assert root.seen() == [
        "content/activities/stap.yml:5:12 reference/dangling",
        f"{SESSION}:25:24 reference/dangling",
    ]


def test_a_reference_to_a_broken_file_does_not_dangle(root: Root) -> None:
    root.change("content/articles/rust.md", "summary:", "samenvatting:")
    assert {finding.span.path for finding in root.findings()} == {"content/articles/rust.md"}


def test_a_media_file_is_found_by_its_exact_name(root: Root) -> None:
    root.change("content/articles/rust.md", "Daarna", "\n\n![Een kamer](media:kamer.svg)\n\nDaarna")
    root.write({"content/media/Kamer.svg": DRAWING})
    (finding,) = root.findings()
    assert hint(finding, "nl").startswith("Het bestand heet `Kamer.svg`")
    (root.folder / "content/media/Kamer.svg").rename(root.folder / "content/media/kamer.svg")
    assert root.seen() == []


def test_a_media_file_that_cannot_be_read_is_reported_once(root: Root) -> None:
    root.change("content/articles/rust.md", "Daarna", "\n\n![Een kamer](media:kamer.svg)\n\nDaarna")
    root.write({"content/media/kamer.svg": b" " * (10 * 1024 * 1024 + 1)})
    assert [finding.rule for finding in root.findings()] == ["file/too-large"]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("content/articles/adem.md", ARTICLE.format(title="Adem", body="Adem uit."), "2:8"),
        ("content/activities/adem.yml", "title: Adem\nkind: exercise\nminutes: 5\npriority: core\n", "1:8"),
        ("content/homework/adem.yml", "title: Adem\nwhy: Rust.\nminutes: 5\nsteps:\n  - Adem uit.\n", "1:8"),
        ("programs/klein-begin/handouts/adem.md", ARTICLE.format(title="Adem", body="Adem uit."), "2:8"),
        ("content/media/adem.svg", DRAWING, "1:1"),
    ],
)
def test_what_nothing_uses(root: Root, path: str, text: str, place: str) -> None:
    root.write({path: text})
    assert root.seen() == [f"{path}:{place} reference/unused"]


def test_a_term_that_no_text_links_to(root: Root) -> None:
    root.append("content/glossary.yml", "  - id: rust\n    term: rust\n    text: Even niets.\n")
    assert root.seen() == ["content/glossary.yml:5:9 reference/unused"]
    root.change(SESSION, "eerste stap is.", "[rust](term:rust) is.")
    assert root.seen() == []


def test_an_article_that_only_links_to_itself_is_unused(root: Root) -> None:
    root.write({"content/articles/adem.md": ARTICLE.format(title="Adem", body="Lees [dit](article:adem) nog eens.")})
    assert root.seen() == ["content/articles/adem.md:2:8 reference/unused"]


def test_nothing_is_called_unused_while_a_file_is_broken(root: Root) -> None:
    root.write(
        {
            "content/articles/adem.md": ARTICLE.format(title="Adem", body="Adem uit."),
            "content/articles/stil.md": "---\ntitle: Stil\n---\n\nLees [dit](article:adem).\n",
        }
    )
    assert [finding.rule for finding in root.findings()] == ["schema/missing-field"]


def test_an_id_that_cannot_be_one_is_never_proposed(root: Root) -> None:
    root.write({"content/articles/Rusten.md": ARTICLE.format(title="Rusten", body="Rust.")})
    root.change(SESSION, "eerste stap is.", "[stap](article:rustend) en [meer](article:Heel-anders) is.")
    hints = [hint(finding, "nl") for finding in root.findings() if finding.rule == "reference/dangling"]
    assert hints[0] == "Bedoel je `rusten`?", "the name that the file should have may be proposed"
    assert all("Heel-anders" not in each and "Rusten" not in each for each in hints)


def test_a_reference_to_the_name_that_a_file_should_have_is_right(root: Root) -> None:
    root.write({"content/articles/Mijn Rust.md": ARTICLE.format(title="Mijn rust", body="Rust.")})
    root.change(SESSION, "eerste stap is.", "[stap](article:mijn-rust) is.")
    assert root.seen() == ["content/articles/Mijn Rust.md:1:1 file/bad-id"]


def test_an_unknown_field_hides_nothing_else_in_its_file(root: Root) -> None:
    root.change(SESSION, "minutes: 30\n", "minutes: 45\nxyzzy: 1\n")
    root.change(SESSION, "    title: Afsluiten\n    kind: closing\n    priority: core\n", "    use: bestaat-niet\n")
    text = (root.folder / SESSION).read_text(encoding="utf-8")
    start, _, _ = text.partition("    minutes_min: 5\n    participant_text: |\n      Zeg in")
    (root.folder / SESSION).write_text(start, encoding="utf-8")
    rules = [line.rpartition(" ")[2] for line in root.seen()]
    assert rules == ["agenda/minutes", "schema/unknown-field", "reference/dangling"]
    root.change(SESSION, "use: bestaat-niet\n", "title: Afsluiten\n    kind: closing\n    priority: core\n")
    assert [line.rpartition(" ")[2] for line in root.seen()] == ["agenda/minutes", "schema/unknown-field"]


def test_a_misspelt_field_counts_as_the_one_that_was_meant(root: Root) -> None:
    root.change(SESSION, "articles: [rust]", "article: [ruts]")
    assert root.seen() == [f"{SESSION}:5:1 schema/unknown-field", f"{SESSION}:5:11 reference/dangling"]


def test_what_was_renamed_is_called_by_its_new_name(root: Root) -> None:
    root.change("content/articles/rust.md", "title: Rust\n", "title: Rust\nformerly: [kalmte]\n")
    root.change(SESSION, "eerste stap is.", "[stap](article:kalmte) is.")
    (finding,) = root.findings()
    assert finding.rule == "reference/dangling"
    assert hint(finding, "nl") == "Dat heet nu `rust`."


RENAMED = "Heet het nu `stilte`? Maak anders het bestand `{file}`, of haal de verwijzing weg."
MAKE_IT = "Maak het bestand `{file}`, of haal de verwijzing weg."


def rename(root: Root, old: str, new: str) -> None:
    (root.folder / old).rename(root.folder / new)


def test_a_renamed_file_is_asked_after_where_it_was_used_and_not_called_unused(root: Root) -> None:
    rename(root, "content/articles/rust.md", "content/articles/stilte.md")
    root.change(SESSION, "eerste stap is.", "[stap](article:rust) is.")
    assert root.seen() == [f"{SESSION}:5:12 reference/dangling", f"{SESSION}:7:21 reference/dangling"]
    file = "programs/klein-begin/articles/rust.md"
    assert {hint(finding, "nl") for finding in root.findings()} == {RENAMED.format(file=file)}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/articles/moed.md", ARTICLE.format(title="Moed", body="Durf.")),
        ("content/pages/extra.md", "---\ntitle: Extra\nrole: other\n---\n\nLees [dit](article:kalmeren).\n"),
        ("content/articles/stuk.md", "---\ntitle: Stuk\n---\n\nDeze is stuk.\n"),
    ],
    ids=["two files that it may be called", "two names that the file may have had", "a broken file may use it"],
)
def test_no_new_name_is_asked_after_where_more_is_possible(root: Root, path: str, text: str) -> None:
    rename(root, "content/articles/rust.md", "content/articles/stilte.md")
    root.write({path: text})
    found = [finding for finding in root.findings() if finding.rule == "reference/dangling"]
    assert found
    assert all("Heet het nu" not in hint(finding, "nl") for finding in found)


def test_a_renamed_session_is_asked_after_wherever_it_is_named(root: Root) -> None:
    rename(root, SESSION, SESSION.replace("beginnen", "stilte"))
    assert root.seen() == [f"{PROGRAMME}:32:14 reference/dangling", f"{PROGRAMME}:37:22 reference/dangling"]
    assert {hint(finding, "nl") for finding in root.findings()} == {RENAMED.format(file=SESSION)}


def test_a_renamed_programme_is_asked_after_and_not_called_unlisted(root: Root) -> None:
    rename(root, "programs/klein-begin", "programs/stilte")
    assert root.seen() == [f"{CONFIG}:7:14 reference/dangling"]
    (finding,) = root.findings()
    assert hint(finding, "nl") == RENAMED.format(file=PROGRAMME)


def test_a_file_in_the_folder_of_another_kind_is_not_called_unused(root: Root) -> None:
    (root.folder / "content/handouts").mkdir()
    rename(root, "content/articles/rust.md", "content/handouts/rust.md")
    assert root.seen() == [f"{SESSION}:5:12 reference/dangling"]


def test_what_a_missing_file_may_use_is_not_called_unused(root: Root) -> None:
    root.write({"content/articles/stilte.md": ARTICLE.format(title="Stilte", body="Wees stil.")})
    whole = (root.folder / SESSION).read_bytes()
    (root.folder / SESSION).unlink()
    assert root.seen() == [f"{PROGRAMME}:32:14 reference/dangling", f"{PROGRAMME}:37:22 reference/dangling"]
    root.write({SESSION: whole})
    assert root.seen() == ["content/articles/stilte.md:2:8 reference/unused"]


def test_a_session_with_another_number_is_not_what_was_meant(root: Root) -> None:
    root.write({SESSION.replace("beginnen", "sessie-1"): (root.folder / SESSION).read_bytes()})
    (root.folder / SESSION).unlink()
    text = (root.folder / PROGRAMME).read_text(encoding="utf-8").replace("beginnen", "sessie-1")
    root.write({PROGRAMME: text})
    assert root.seen() == []
    root.change(PROGRAMME, "- session: sessie-1", "- session: sessie-1\n  - session: sessie-2")
    (finding,) = root.findings()
    assert hint(finding, "nl") == MAKE_IT.format(file="programs/klein-begin/sessions/sessie-2.yml")


def test_a_renamed_media_file_is_asked_after_and_not_called_unused(root: Root) -> None:
    root.change("content/articles/rust.md", "Daarna", "\n\n![Een kamer](media:kamer.svg)\n\nDaarna")
    root.write({"content/media/plaats-om-te-rusten.svg": DRAWING})
    (finding,) = root.findings()
    assert hint(finding, "nl") == "Heet het nu `plaats-om-te-rusten.svg`? Zet anders het bestand in `content/media`."
    root.write({"content/media/heel-iets-anders.svg": DRAWING})
    rules = [finding.rule for finding in root.findings()]
    assert rules == ["reference/no-such-media", "reference/unused", "reference/unused"], "either may be the one"


def test_a_media_file_with_a_slip_in_its_name_is_not_called_unused(root: Root) -> None:
    root.change("content/articles/rust.md", "Daarna", "\n\n![Een kamer](media:kamr.svg)\n\nDaarna")
    root.write({"content/media/kamer.svg": DRAWING})
    (finding,) = root.findings()
    assert hint(finding, "nl") == "Bedoel je `kamer.svg`?"
