"""Wrong values: one finding each, at the value, in the words of an author, with one way to mend it."""

from __future__ import annotations

import pytest
from tests.schema.written import findings, said, seen

from kring.source.kinds import Kind

ACTIVITY = """\
title: Drie minuten ademen
kind: exercise
minutes: 5
priority: core
"""
SESSION = """\
title: Kiezen
status: draft
goals:
  - Je kunt kiezen.
minutes: 10
"""
HOMEWORK = """\
title: Drie dingen
why: |
  Om te oefenen.
minutes: 10
steps:
  - Schrijf ze op.
fields:
  - id: dingen
    kind: text
    text: Welke drie?
"""
ARTICLE = """\
title: Rust
summary: Over rust.
review:
  reviewed_by: Sam
  reviewed_on: 2026-02-28
  review_due: 2027-02-28
"""


def test_an_unknown_value_is_told_what_can_stand_there() -> None:
    broken = ACTIVITY.replace("exercise", "excercise")
    assert seen(Kind.ACTIVITY, broken) == ["2:7 unknown-value kind"]
    assert "`check_in` (aankomen), `personal_goal` (eigen doel)" in said(Kind.ACTIVITY, broken)
    assert said(Kind.ACTIVITY, broken).endswith("Bedoel je `exercise` (oefening)?")
    assert "`check_in`, `personal_goal`" in said(Kind.ACTIVITY, broken, "en")
    assert said(Kind.ACTIVITY, broken, "en").endswith("Did you mean `exercise`?")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("oefening", "`exercise` (oefening)"),
        ("Pauze", "`break` (pauze)"),
        ("eigen doel", "`personal_goal` (eigen doel)"),
    ],
)
def test_a_value_may_be_meant_in_dutch(written: str, meant: str) -> None:
    assert said(Kind.ACTIVITY, ACTIVITY.replace("exercise", written)).endswith(f"Bedoel je {meant}?")


def test_a_value_that_can_only_be_one_thing_is_told_what() -> None:
    config = "format: 2\norganisation:\n  name: X\ncontact:\n  email: a@example.org\nlanguages: [nl]\nprogrammes: [a]\n"
    assert said(Kind.SITE_CONFIG, config).endswith("Schrijf `format: 1`.")


@pytest.mark.parametrize(
    ("minutes", "says"),
    [
        ("vijf", "de tekst ‘vijf’"),
        ('"5"', "`minutes: 5`"),
        ("5 minuten", "`minutes: 5`"),
        ("7.5", "het getal 7.5"),
        ("10.0", "het getal 10.0"),
        ("true", "true (ja of nee)"),
        ("[5]", "een lijst"),
        ("{m: 5}", "een groepje velden"),
    ],
)
def test_a_number_must_be_a_number(minutes: str, says: str) -> None:
    broken = ACTIVITY.replace("minutes: 5", f"minutes: {minutes}")
    assert seen(Kind.ACTIVITY, broken) == ["3:10 wrong-type minutes"]
    assert says in said(Kind.ACTIVITY, broken)


def test_one_text_where_a_list_belongs_is_shown_as_a_list_of_one() -> None:
    broken = SESSION.replace("goals:\n  - Je kunt kiezen.", "goals: Je kunt kiezen.")
    assert seen(Kind.SESSION, broken) == ["3:8 wrong-type goals"]
    assert said(Kind.SESSION, broken).endswith("`- Je kunt kiezen.`")


def test_a_list_where_one_text_belongs() -> None:
    broken = ACTIVITY + "purpose:\n  - Rust\n"
    assert seen(Kind.ACTIVITY, broken) == ["6:3 wrong-type purpose"]
    assert "Maak er één tekst van" in said(Kind.ACTIVITY, broken)


def test_text_where_fields_belong_is_told_which() -> None:
    broken = ACTIVITY + "materials:\n  - Pennen\n"
    assert seen(Kind.ACTIVITY, broken) == ["6:5 wrong-type materials"]
    assert said(Kind.ACTIVITY, broken).startswith("In de lijst `materials` hoort een groepje velden")
    assert said(Kind.ACTIVITY, broken).endswith("Schrijf hier deze velden, elk op een regel: item.")


def test_text_where_one_of_several_fields_belongs_is_told_from_which_to_choose() -> None:
    broken = ACTIVITY + "script:\n  - Pas iets aan\n"
    assert seen(Kind.ACTIVITY, broken) == ["6:5 wrong-type script"]
    assert said(Kind.ACTIVITY, broken).endswith(
        "Zet ervoor wat het is. Kies uit: `- say: …` (zeg), `- do: …` (doe) of `- ask: …` (vraag)."
    )
    assert said(Kind.ACTIVITY, broken, "en").endswith(
        "Write before it what it is. Choose from: `- say: …`, `- do: …` or `- ask: …`."
    )


def test_yes_and_no_are_written_as_true_and_false() -> None:
    broken = HOMEWORK + '    required: "ja"\n'
    assert seen(Kind.HOMEWORK, broken) == ["11:15 wrong-type required"]
    assert said(Kind.HOMEWORK, broken).endswith("Schrijf `required: true`.")
    assert seen(Kind.HOMEWORK, HOMEWORK + "    required: true\n") == []


@pytest.mark.parametrize("value", ["2026", "1.10", "true"])
def test_a_number_where_text_belongs_needs_quotation_marks_around_what_was_written(value: str) -> None:
    broken = ACTIVITY.replace("Drie minuten ademen", value)
    assert seen(Kind.ACTIVITY, broken) == ["1:8 text-needs-quotes title"]
    assert said(Kind.ACTIVITY, broken).endswith(f'"{value}"')
    assert seen(Kind.ACTIVITY, ACTIVITY.replace("Drie minuten ademen", f'"{value}"')) == []


@pytest.mark.parametrize("value", ["", " ''", " ' '", " null"])
def test_a_field_without_content_is_reported_at_its_key(value: str) -> None:
    assert seen(Kind.ACTIVITY, ACTIVITY + f"purpose:{value}\n") == ["5:1 empty-value purpose"]


def test_an_empty_override_overrides_nothing() -> None:
    session = SESSION + "agenda:\n  - id: a\n    use: a\n    override: {}\n"
    assert seen(Kind.SESSION, session) == ["9:5 empty-value override"]


@pytest.mark.parametrize(
    ("id", "better"),
    [("Mijn doel", "mijn-doel"), ("één_twee", "een-twee"), ("-begin", "begin"), ("a--b", "a-b"), ("a.b", "a-b")],
)
def test_an_id_that_cannot_be_one_is_told_a_good_one(id: str, better: str) -> None:
    broken = HOMEWORK.replace("id: dingen", f'id: "{id}"')
    assert seen(Kind.HOMEWORK, broken) == ["8:9 not-an-id id"]
    assert said(Kind.HOMEWORK, broken).endswith(f"Schrijf bijvoorbeeld `{better}`.")
    assert seen(Kind.HOMEWORK, HOMEWORK.replace("id: dingen", f"id: {better}")) == []


def test_an_id_cannot_end_in_a_line_break() -> None:
    assert seen(Kind.HOMEWORK, HOMEWORK.replace("id: dingen", "id: |\n      dingen")) == ["8:9 not-an-id id"]


@pytest.mark.parametrize(
    ("start", "better"),
    [("13.30", "13:30"), ('"9:05"', "09:05"), ("9 uur", "09:00"), ("13u30", "13:30"), ("9.05", "09:05")],
)
def test_a_time_that_is_not_one_is_told_how_to_write_it(start: str, better: str) -> None:
    broken = SESSION + f"start: {start}\n"
    assert seen(Kind.SESSION, broken) == ["6:8 not-a-time start"]
    assert said(Kind.SESSION, broken).endswith(f'`start: "{better}"`')
    assert seen(Kind.SESSION, SESSION + f'start: "{better}"\n') == []


def test_a_time_that_does_not_exist() -> None:
    assert said(Kind.SESSION, SESSION + 'start: "25:00"\n').endswith('Schrijf bijvoorbeeld `start: "13:30"`')


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-02-31", "Die maand heeft 28 dagen."),
        ("2028-02-30", "Die maand heeft 29 dagen."),
        ("2026-13-01", "Schrijf bijvoorbeeld"),
        ("2026-00-10", "Schrijf bijvoorbeeld"),
        ("2026-2-1", "`reviewed_on: 2026-02-01`"),
        ("2026/02/01", "`reviewed_on: 2026-02-01`"),
        ("1 september 2026", "`reviewed_on: 2026-09-01`"),
        ("1 Sept 2026", "`reviewed_on: 2026-09-01`"),
        ("31 februari 2026", "Schrijf bijvoorbeeld"),
        ("20260201", "Schrijf bijvoorbeeld"),
        ("1-9-2026", "`reviewed_on: 2026-09-01`"),
        ("31-2-2026", "Schrijf bijvoorbeeld"),
        ("2026", "Schrijf bijvoorbeeld"),
        ("binnenkort", "Schrijf bijvoorbeeld"),
    ],
)
def test_a_date_must_exist(day: str, says: str) -> None:
    broken = ARTICLE.replace("2026-02-28", day)
    assert seen(Kind.ARTICLE, broken) == ["6:16 not-a-date reviewed_on"]
    assert says in said(Kind.ARTICLE, broken)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://example.org/a", "Schrijf `https://example.org/a`."),
        ("example.org", "Schrijf `https://example.org`."),
        ("javascript:alert(1)", "Schrijf het hele adres"),
        ("https://naam@example.org", "Schrijf het hele adres"),
        ("https://", "Schrijf het hele adres"),
    ],
)
def test_an_address_must_be_https(url: str, says: str) -> None:
    module = f"title: A\nprovider: B\nurl: {url}\nsteps:\n  - id: a\n    title: A\n    url: https://example.org\n"
    assert seen(Kind.MODULE, module) == ["3:6 not-https url"]
    assert says in said(Kind.MODULE, module)


def test_a_title_fits_on_one_line() -> None:
    assert seen(Kind.ACTIVITY, ACTIVITY.replace("Drie minuten ademen", "|\n  Drie\n  minuten")) == [
        "1:8 not-one-line title"
    ]
    assert seen(Kind.ACTIVITY, ACTIVITY.replace("Drie minuten ademen", "|\n  Drie minuten")) == []


def test_a_text_that_is_too_long_is_told_by_how_much() -> None:
    broken = ACTIVITY.replace("Drie minuten ademen", "a" * 310)
    assert seen(Kind.ACTIVITY, broken) == ["1:8 too-long title"]
    assert said(Kind.ACTIVITY, broken).endswith("Maak hem minstens 10 tekens korter.")


@pytest.mark.parametrize(("minutes", "says"), [("0", "minstens 1"), ("601", "hoogstens 600"), ("-5", "minstens 1")])
def test_a_number_must_lie_between_its_bounds(minutes: str, says: str) -> None:
    broken = ACTIVITY.replace("minutes: 5", f"minutes: {minutes}")
    assert seen(Kind.ACTIVITY, broken) == ["3:10 out-of-range minutes"]
    assert says in said(Kind.ACTIVITY, broken)


def test_a_step_must_be_more_than_nothing() -> None:
    assert "meer dan 0" in said(Kind.HOMEWORK, HOMEWORK.replace("kind: text", "kind: number\n    step: 0"))


def test_a_list_needs_enough_items() -> None:
    assert seen(Kind.SESSION, SESSION.replace("\n  - Je kunt kiezen.", " []")) == ["3:1 too-few-items goals"]
    one = HOMEWORK.replace("kind: text", "kind: choice") + "    options:\n      - id: a\n        text: A\n"
    assert seen(Kind.HOMEWORK, one) == ["11:5 too-few-items options"]


def test_a_list_can_hold_too_much() -> None:
    columns = "".join(f"      - id: k{n}\n        text: K\n        kind: text\n" for n in range(8))
    table = HOMEWORK.replace("kind: text", "kind: table") + "    columns:\n" + columns
    assert seen(Kind.HOMEWORK, table) == ["33:9 too-many-items columns"]


def test_a_repetition_in_a_list_points_at_both() -> None:
    broken = ACTIVITY + "deliveries: [online, in_person, online]\n"
    assert seen(Kind.ACTIVITY, broken) == ["5:33 repeated-item deliveries"]
    (finding,) = findings(Kind.ACTIVITY, broken)
    assert [(place.start.line, place.start.column) for place in finding.related] == [(5, 14)]


@pytest.mark.parametrize(("old", "new"), [("a@example.org", "a-at-example.org"), ("024 000 0000", "geen")])
def test_contact_data_must_work(old: str, new: str) -> None:
    config = (
        "format: 1\norganisation:\n  name: X\ncontact:\n  email: a@example.org\n  telephone: 024 000 0000\n"
        "languages: [nl]\nprogrammes: [a]\n"
    )
    assert seen(Kind.SITE_CONFIG, config) == []
    (finding,) = findings(Kind.SITE_CONFIG, config.replace(old, new))
    assert finding.rule == "schema/wrong-form"
    assert "Schrijf het zoals" in said(Kind.SITE_CONFIG, config.replace(old, new))
