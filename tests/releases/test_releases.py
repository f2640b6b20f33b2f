"""A release is what was kept, read as sources are; whatever was done to it since is found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pytest
from click.testing import CliRunner, Result

from kring.build import build
from kring.checks.releases import newest_release
from kring.command.main import cli
from kring.findings import Finding
from kring.model.changes import changed_steps, changes
from kring.model.released import release_of, released
from kring.pipeline import check
from kring.rules.phrasing import hint, message
from kring.source.documents import Release
from kring.source.releases import edition_code, key_at, version_order

ROOT = Path(__file__).parents[2]
PROGRAMME = "klein-begin"
HOME = f"programs/{PROGRAMME}"
KEPT = f"{HOME}/releases/1.0.json"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--root", str(root)])


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def rules(root: Path) -> list[str]:
    return [finding.rule for finding in check(root).findings]


@pytest.fixture
def kept(minimal_root: Path) -> Path:
    """A root with a release of its programme."""
    assert run(minimal_root, "release", PROGRAMME).exit_code == 0
    assert rules(minimal_root) == []
    return minimal_root


def test_the_same_release_again_is_nothing_to_do(kept: Path) -> None:
    before = (kept / KEPT).read_bytes()
    again = run(kept, "release", PROGRAMME)
    assert again.exit_code == 0
    assert "al vastgelegd" in again.output
    assert (kept / KEPT).read_bytes() == before
    (kept / KEPT).unlink()
    run(kept, "release", PROGRAMME)
    assert (kept / KEPT).read_bytes() == before


def test_a_version_is_kept_once(kept: Path) -> None:
    before = (kept / KEPT).read_bytes()
    edit(kept, f"{HOME}/programme.yml", "Voor wie iets wil beginnen.", "Voor iedereen.")
    refused = run(kept, "release", PROGRAMME)
    assert refused.exit_code == 1
    assert "Verhoog `version`" in refused.output
    assert (kept / KEPT).read_bytes() == before


def test_nothing_is_kept_where_a_check_finds_errors(minimal_root: Path) -> None:
    edit(minimal_root, f"{HOME}/programme.yml", "kind: training", "kind: iets")
    assert run(minimal_root, "release", PROGRAMME).exit_code == 1
    assert not (minimal_root / KEPT).exists()


def test_an_unknown_programme_is_wrong_use(minimal_root: Path) -> None:
    refused = run(minimal_root, "release", "klein-beginn")
    assert refused.exit_code == 2
    assert "Bedoel je ‘klein-begin’?" in refused.output


def test_nothing_is_written_through_a_link(minimal_root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (minimal_root / HOME / "releases").symlink_to(tmp_path / "elsewhere")
    assert run(minimal_root, "release", PROGRAMME).exit_code != 0
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_release_of_the_real_programme_reads_back_as_its_sources() -> None:
    checked = check(ROOT)
    assert checked.catalogue is not None
    for plan in checked.catalogue.plans.values():
        then = released(release_of(checked.catalogue, plan.programme, checked.texts))
        assert then.catalogue is not None
        assert then.catalogue.plans[plan.id] == plan
        entities = then.catalogue.entities
        assert all(entity == checked.catalogue.entities.by_key[key] for key, entity in entities.by_key.items())
        assert dict(entities.assets).items() <= dict(checked.catalogue.entities.assets).items()
        assert changes(then.catalogue, checked.catalogue, plan.id) == ()


def spoilt(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        held = json.loads(text)
        change(held)
        return json.dumps(held)

    return spoil


def with_code(held: dict[str, Any]) -> None:
    texts = {path: "\n".join(lines) for path, lines in held["sources"].items()}
    held["edition"] = edition_code(texts, held["media"])


def outside(path: str) -> Callable[[dict[str, Any]], object]:
    return lambda held: held["sources"].update({path: ["x"]})


SPOILT: dict[str, tuple[Callable[[str], str], str]] = {
    "no JSON": (lambda text: text[:-9], "release/unreadable"),
    "a list": (lambda _: "[]", "release/unreadable"),
    "deep": (lambda _: "[" * 100_000, "release/unreadable"),
    "half a sign": (lambda text: text.replace('"date": "', '"date": "\\ud800'), "release/unreadable"),
    "another field": (spoilt(lambda held: held.update(more=1)), "release/unreadable"),
    "another format": (spoilt(lambda held: held.update(format=2)), "release/other-format"),
    "a format that is none": (spoilt(lambda held: held.update(format=True)), "release/field"),
    "another version": (spoilt(lambda held: held.update(version="0.1")), "release/field"),
    "another programme": (spoilt(lambda held: held.update(programme="ander")), "release/field"),
    "outside": (spoilt(outside("../site_config.yml")), "release/field"),
    "absolute": (spoilt(outside("/etc/passwd")), "release/field"),
    "of another programme": (spoilt(outside("programs/ander/programme.yml")), "release/field"),
    "no text": (spoilt(lambda held: held["sources"].update({"content/help.yml": [1]})), "release/field"),
    "media outside": (spoilt(lambda held: held["media"].update({"../x.svg": "0" * 64})), "release/field"),
    "no hash": (spoilt(lambda held: held["media"].update({"content/media/x.svg": "../x"})), "release/field"),
    "another word": (lambda text: text.replace("Klein begin", "Groot begin"), "release/changed"),
}


@pytest.mark.parametrize(("spoil", "rule"), SPOILT.values(), ids=SPOILT)
def test_what_was_done_to_a_release_is_found_in_it(spoil: Callable[[str], str], rule: str, kept: Path) -> None:
    good = (kept / KEPT).read_text(encoding="utf-8")
    (kept / KEPT).write_text(spoil(good), encoding="utf-8")
    found = check(kept).findings
    assert [(finding.rule, finding.span.path) for finding in found] == [(rule, KEPT)]
    says_it_in_both_languages(found[0])
    (kept / KEPT).write_text(good, encoding="utf-8")
    assert rules(kept) == []


def says_it_in_both_languages(finding: Finding) -> None:
    for language in ("nl", "en"):
        assert message(finding, language)
        assert hint(finding, language)


def test_a_text_that_breaks_a_rule_of_today_is_not_compared_with(kept: Path) -> None:
    held = json.loads((kept / KEPT).read_text(encoding="utf-8"))
    lines = held["sources"][f"{HOME}/programme.yml"]
    held["sources"][f"{HOME}/programme.yml"] = [*lines, "onbekend: veld"]
    with_code(held)
    (kept / KEPT).write_text(json.dumps(held), encoding="utf-8")
    (found,) = check(kept).findings
    assert found.rule == "release/not-understood"
    says_it_in_both_languages(found)
    assert run(kept, "print", PROGRAMME, "--since", "1.0").exit_code == 2


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'


def test_media_are_kept_by_their_hash(minimal_root: Path) -> None:
    (minimal_root / HOME / "media").mkdir()
    (minimal_root / HOME / "media" / "plan.svg").write_text(DRAWING, encoding="utf-8")
    assert run(minimal_root, "release", PROGRAMME).exit_code == 0
    (stored,) = (minimal_root / HOME / "releases" / "media").iterdir()
    assert re.fullmatch(r"[0-9a-f]{64}\.svg", stored.name)
    stored.write_text(DRAWING.replace("9", "8"), encoding="utf-8")
    (found,) = (finding for finding in check(minimal_root).findings if finding.rule.startswith("release/"))
    assert found.rule == "release/media"
    says_it_in_both_languages(found)
    stored.write_text(DRAWING, encoding="utf-8")
    assert not [rule for rule in rules(minimal_root) if rule.startswith("release/")]


@pytest.mark.parametrize("name", ["notitie.txt", "1.0.yml", "media/plan.svg", "oud/1.0.json"])
def test_other_files_do_not_belong_there(name: str, kept: Path) -> None:
    (kept / HOME / "releases" / name).parent.mkdir(exist_ok=True)
    (kept / HOME / "releases" / name).write_text("x", encoding="utf-8")
    assert set(rules(kept)) <= {"file/unexpected", "file/misplaced"}
    assert rules(kept)


def test_an_id_that_is_gone_is_found_until_it_is_named_or_a_new_version_kept(kept: Path) -> None:
    session = f"{HOME}/sessions/beginnen.yml"
    edit(kept, session, "id: afsluiten", "id: afronden")
    (found,) = check(kept).findings
    assert (found.rule, found.span.path, found.facts["id"]) == ("release/id-gone", session, "afsluiten")
    says_it_in_both_languages(found)
    edit(kept, session, "id: afronden\n", "id: afronden\n    formerly: [afsluiten]\n")
    assert rules(kept) == []


def test_a_sheet_says_what_changed_and_is_accessible(kept: Path, tmp_path: Path) -> None:
    session = f"{HOME}/sessions/beginnen.yml"
    edit(kept, session, "id: afsluiten", "id: afronden")
    edit(kept, f"{HOME}/programme.yml", "Bel 112 als er nu gevaar is.", "Bel meteen 112.")
    out = tmp_path / "print"
    done = run(kept, "print", PROGRAMME, "--since", "1.0", "--out", str(out))
    assert done.exit_code == 0, done.output
    (sheet,) = out.glob("*veranderd*.pdf")
    assert page.validate_pdf(sheet, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    checked = check(kept)
    assert checked.catalogue is not None
    then = released(checked.releases[0])
    assert then.catalogue is not None
    safety, changed = changes(then.catalogue, checked.catalogue, PROGRAMME)
    assert [(text.before, text.now) for text in safety.texts] == [("Bel 112 als er nu gevaar is.", "Bel meteen 112.")]
    assert {(step.id, step.how) for step in changed.parts} >= {("afsluiten", "removed"), ("afronden", "added")}
    assert ("beginnen", "afronden") in changed_steps((safety, changed))


def test_a_version_that_was_not_kept_is_wrong_use(kept: Path) -> None:
    refused = run(kept, "print", PROGRAMME, "--since", "1.1")
    assert refused.exit_code == 2
    assert "1.0" in refused.output


def test_no_release_reaches_participants(kept: Path, tmp_path: Path) -> None:
    edit(kept, f"{HOME}/programme.yml", "Bel binnen een week.", "Bel morgen.")
    assert build(kept, tmp_path / "with").sound
    (kept / KEPT).unlink()
    assert build(kept, tmp_path / "without").sound
    one, other = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("with", "without")
    )
    assert one == other


def test_the_newest_release_is_the_last_by_number() -> None:
    versions = ("1.9.2", "1.10.0", "2.0", "1.10.0-b")
    known = tuple(Release(f"{each}.json", PROGRAMME, each, "", "", {}) for each in versions)
    found = newest_release(known, PROGRAMME, "1.11")
    assert found is not None
    assert found.version in ("1.10.0", "1.10.0-b")
    assert sorted(versions[:3], key=version_order) == ["1.9.2", "1.10.0", "2.0"]


@pytest.mark.parametrize(
    "path", ["content/x.yml", "programs/a/b/c/programme.yml", "content/sessions/../x.yml", "", "a"]
)
def test_only_content_has_a_key(path: str) -> None:
    assert key_at(path) is None
