"""A session of the library is a session of each programme that takes it up, with what that programme overrides."""

from __future__ import annotations

import pytest
from tests.checks.roots import CONFIG, PROGRAMME, SESSION, Root

from kring.cache import Cache
from kring.pages.redirects import redirects
from kring.pages.render import environment, render
from kring.pages.site_index import site_index
from kring.pages.site_plan import Page, SitePlan
from kring.pipeline import check
from kring.rules.phrasing import hint
from kring.source.documents import Key
from kring.source.kinds import Kind
from kring.theme_files import theme_folder

SHARED = "content/sessions/beginnen.yml"
SECOND = "programs/groot-begin/programme.yml"
OWN = "programs/groot-begin/sessions/kennismaken.yml"
OVERRIDE = """\
  - session: kennismaken
  - session: beginnen
    days_after_previous: 7
    override:
      title: Groot beginnen
      risk_notes: |
        Let op wie stil wordt.
"""
OWN_STEP = "title: Doel van {id}\nkind: personal_goal\npriority: core\nminutes: 10\nparticipant_text: |\n  Kies.\n"
STEP = """\
  - id: doel
    title: Mijn doel voor vandaag
    kind: personal_goal
    priority: core
    minutes: 10
    minutes_min: 5
    participant_text: |
      Schrijf op wat je wilt meenemen.
    script:
      - ask: |
          Wat wil je vandaag meenemen?
"""


@pytest.fixture
def root(root: Root) -> Root:
    """Two programmes: one has the session alone, the other one after a session of its own and with an override."""
    session, programme = ((root.folder / path).read_text(encoding="utf-8") for path in (SESSION, PROGRAMME))
    questionnaire = (root.folder / "programs/klein-begin/questionnaires/terugblik.yml").read_text(encoding="utf-8")
    (root.folder / SESSION).unlink()
    (root.folder / "programs/klein-begin/questionnaires/terugblik.yml").unlink()
    root.write(
        {
            SHARED: session,
            "content/questionnaires/terugblik.yml": questionnaire,
            SECOND: programme.replace("Klein begin", "Groot begin").replace("  - session: beginnen\n", OVERRIDE),
            OWN: session.replace("title: Beginnen", "title: Kennismaken"),
        }
    )
    root.change(CONFIG, "[klein-begin]", "[klein-begin, groot-begin]")
    return root


def plan(root: Root, edition: str) -> SitePlan:
    checked = check(root.folder)
    assert checked.findings == ()
    return checked.plans[edition]


def page(plan: SitePlan, address: str) -> Page:
    return next(page for page in plan.pages if page.address == address)


def html(plan: SitePlan, address: str) -> str:
    return render(plan, page(plan, address), environment(theme_folder() / "pages"), site_index(plan))


def test_programmes_that_share_a_session_have_no_findings(root: Root) -> None:
    assert root.seen() == []


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_each_programme_has_the_session_at_an_address_of_its_own(root: Root, edition: str) -> None:
    site = plan(root, edition)
    assert page(site, "klein-begin/sessie/beginnen/").title == "Beginnen"
    assert page(site, "groot-begin/sessie/beginnen/").title == "Groot beginnen"
    assert "sessie/beginnen/" not in {page.address for page in site.pages}


def test_each_programme_counts_the_session_in_its_own_order(root: Root) -> None:
    catalogue = check(root.folder).catalogue
    assert catalogue is not None
    numbers = {
        plan.id: {each.session.key.id: (each.number, each.session.title) for each in plan.sessions}
        for plan in catalogue.plans.values()
    }
    assert numbers == {
        "klein-begin": {"beginnen": (1, "Beginnen")},
        "groot-begin": {"kennismaken": (1, "Kennismaken"), "beginnen": (2, "Groot beginnen")},
    }


def test_what_is_overridden_for_facilitators_stays_with_them(root: Root) -> None:
    address = "groot-begin/sessie/beginnen/"
    assert "Let op wie stil wordt." in html(plan(root, "facilitator"), address)
    assert "Let op wie stil wordt." not in html(plan(root, "facilitator"), "klein-begin/sessie/beginnen/")
    participants = plan(root, "participant")
    assert not any("Let op wie" in html(participants, page.address) for page in participants.pages)


def test_a_reference_leads_to_what_is_the_programmes_own(root: Root) -> None:
    root.change(SHARED, STEP, "  - {id: doel, use: doel, minutes: 10}\n")
    for id in ("klein-begin", "groot-begin"):
        root.write({f"programs/{id}/activities/doel.yml": OWN_STEP.format(id=id)})
    root.change(OWN, STEP, "  - {id: doel, use: doel, minutes: 10}\n")
    catalogue = check(root.folder).catalogue
    assert catalogue is not None
    steps = [catalogue.plans[id].sessions[-1].activities[0].title for id in ("klein-begin", "groot-begin")]
    assert steps == ["Doel van klein-begin", "Doel van groot-begin"]


def test_a_mistake_is_shown_once_and_where_it_was_written(root: Root) -> None:
    root.change(SHARED, "[rust]", "[rust, rusten]")
    assert root.seen() == [f"{SHARED}:5:18 reference/dangling"]


def test_a_mistake_in_an_override_is_shown_in_the_programme(root: Root) -> None:
    root.change(SECOND, "      title: Groot beginnen\n", "      articles: [rusten]\n      minutes: 45\n")
    assert root.seen() == [f"{SECOND}:36:18 reference/dangling", f"{SECOND}:37:16 agenda/minutes"]


def test_a_step_in_an_overridden_agenda_may_take_up_and_override_too(root: Root) -> None:
    steps = "".join(f"        {line}\n" for line in STEP.splitlines()).replace("Mijn doel voor vandaag", "Nieuw doel")
    taken = "          - {id: slot, use: slot, minutes: 20, override: {handouts: [weg]}}\n"
    root.write({"content/activities/slot.yml": OWN_STEP.format(id="slot").replace("personal_goal", "closing")})
    root.change(SECOND, "      title: Groot beginnen\n", f"      agenda:\n{steps}{taken}")
    assert [seen.split()[1] for seen in root.seen()] == ["reference/dangling"]
    assert root.seen()[0].startswith(SECOND)


def test_homework_set_in_a_shared_session_is_reviewed_in_one_of_the_programme(root: Root) -> None:
    root.write({"content/homework/stap.yml": "title: Stap\nwhy: Het helpt.\nminutes: 10\nsteps:\n  - Zet een stap.\n"})
    root.change(SHARED, "articles: [rust]\n", "articles: [rust]\nhomework: [stap]\n")
    root.change(SHARED, "kind: exercise", "kind: homework_briefing")
    later = (
        (root.folder / OWN)
        .read_text(encoding="utf-8")
        .replace("kind: closing\n", "kind: closing\n    reviews: [stap]\n")
        .replace("title: Kennismaken", "title: Later")
    )
    root.write({"programs/groot-begin/sessions/later.yml": later})
    root.change(SECOND, "        Let op wie stil wordt.\n", "        Let op wie stil wordt.\n  - session: later\n")
    assert root.seen() == [f"{SHARED}:6:12 homework/not-reviewed"]


def test_a_former_id_leads_on_in_each_programme(root: Root) -> None:
    root.change(SHARED, "title: Beginnen\n", "title: Beginnen\nformerly: [start]\n")
    site = plan(root, "participant")
    leads = {address: page.address for address, page in redirects(site).items()}
    for id in ("klein-begin", "groot-begin"):
        assert leads[f"{id}/sessie/start/"] == f"{id}/sessie/beginnen/"


def test_a_session_that_nobody_takes_up_is_unused(root: Root) -> None:
    session = (root.folder / OWN).read_text(encoding="utf-8")
    root.write({"content/sessions/terugkomen.yml": session})
    assert root.seen() == ["content/sessions/terugkomen.yml:1:8 reference/unused"]


def test_a_link_to_a_session_that_the_programme_does_not_take_up_says_how_to(root: Root) -> None:
    session = (root.folder / OWN).read_text(encoding="utf-8").replace("title: Kennismaken", "title: Terugkomen")
    root.write({"content/sessions/terugkomen.yml": session})
    root.change(SECOND, OVERRIDE, OVERRIDE + "  - session: terugkomen\n")
    assert root.seen() == []
    root.change(
        "programs/klein-begin/programme.yml",
        "eerste stap is.",
        "eerste stap is.\nfollow_up: |\n  [Later](session:terugkomen).",
    )
    (finding,) = root.findings()
    assert finding.rule == "reference/dangling"
    assert "`- session: terugkomen`" in hint(finding, "nl")


def test_a_text_of_the_library_cannot_link_to_a_session(root: Root) -> None:
    root.append("content/articles/rust.md", "\nLees [dit](session:beginnen).\n")
    assert [finding.rule for finding in root.findings()] == ["reference/dangling"]


def test_a_session_of_the_programme_with_the_same_id_hides_the_shared_one(root: Root) -> None:
    (root.folder / "programs/klein-begin/sessions").mkdir(exist_ok=True)
    root.write({SESSION: (root.folder / OWN).read_text(encoding="utf-8")})
    assert [finding.rule for finding in root.findings()] == ["id/shadowed"]


def test_only_what_comes_from_the_library_is_overridden(root: Root) -> None:
    root.change(SECOND, "  - session: kennismaken\n", "  - session: kennismaken\n    override: {title: Hallo}\n")
    assert root.seen() == [f"{SECOND}:33:15 programme/own-session-overridden"]


def test_a_shared_session_with_a_mistake_is_no_reference_that_leads_nowhere(root: Root) -> None:
    root.change(SHARED, "minutes: 30\n", "minuten: 30\n")
    assert {finding.span.path for finding in root.findings()} == {SHARED}


def test_while_a_programme_cannot_be_read_it_may_be_the_one_that_takes_up_a_session(root: Root) -> None:
    root.write({"content/sessions/terugkomen.yml": (root.folder / OWN).read_text(encoding="utf-8")})
    root.change(SECOND, OVERRIDE, OVERRIDE + "  - session: terugkomen\n")
    root.change(SECOND, "authors: [Sam]", "authors: [Sam")
    assert {finding.span.path for finding in root.findings()} == {SECOND}


def test_a_programme_with_a_mistake_still_takes_up_its_sessions(root: Root) -> None:
    root.write({"content/sessions/terugkomen.yml": (root.folder / OWN).read_text(encoding="utf-8")})
    root.change(SECOND, OVERRIDE, OVERRIDE + "  - session: terugkomen\n")
    root.change(SECOND, "enrolment: closed", "enrolment: dicht")
    assert [finding.rule for finding in root.findings()] == ["schema/unknown-value"]


def test_a_session_of_the_library_is_written_in_plain_words_for_each_programme(root: Root) -> None:
    long = "Je schrijft op " + "wat je vandaag en morgen en later deze week nog wilt gaan doen en " * 3 + "waarom."
    root.change(SECOND, "      title: Groot beginnen\n", f"      recap: |\n        {long}\n")
    assert root.seen() == [f"{SECOND}:37:9 language/long-sentence"]


def test_a_change_of_the_override_or_of_the_library_is_seen_by_the_next_check_of_a_preview(root: Root) -> None:
    def titles() -> list[str]:
        catalogue = check(root.folder, cache=cache).catalogue
        assert catalogue is not None
        return [plan.sessions[-1].session.title for plan in catalogue.plans.values()]

    cache = Cache()
    assert titles() == ["Groot beginnen", "Beginnen"]
    root.change(SECOND, "title: Groot beginnen", "title: Samen beginnen")
    root.change(SHARED, "title: Beginnen", "title: Alleen beginnen")
    assert titles() == ["Samen beginnen", "Alleen beginnen"]
    root.change(SECOND, "      title: Samen beginnen\n", "")
    assert titles() == ["Alleen beginnen", "Alleen beginnen"]


def test_the_key_of_a_shared_session_is_that_of_the_programme(root: Root) -> None:
    catalogue = check(root.folder).catalogue
    assert catalogue is not None
    keys = {key for key in catalogue.entities.by_key if key.kind is Kind.SESSION}
    assert keys == {
        Key(Kind.SESSION, "beginnen", "klein-begin"),
        Key(Kind.SESSION, "beginnen", "groot-begin"),
        Key(Kind.SESSION, "kennismaken", "groot-begin"),
    }
