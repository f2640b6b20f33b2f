"""Unknown and missing fields: each at its own key, each mistake once, and a guess at what was meant."""

from __future__ import annotations

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
goals:
  - Je kunt kiezen.
minutes: 10
agenda:
  - id: doel
    title: Mijn doel
    kind: personal_goal
    minutes: 10
    priority: core
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


def test_what_is_right_gives_no_finding() -> None:
    assert seen(Kind.ACTIVITY, ACTIVITY) == []
    assert seen(Kind.SESSION, SESSION) == []
    assert seen(Kind.HOMEWORK, HOMEWORK) == []


def test_an_unknown_field_is_reported_at_its_key_with_what_may_stand_there() -> None:
    broken = ACTIVITY + "xyzzy: 1\n"
    assert seen(Kind.ACTIVITY, broken) == ["5:1 unknown-field xyzzy"]
    assert "participant_text" in said(Kind.ACTIVITY, broken)
    assert "title" not in said(Kind.ACTIVITY, broken), "what already stands there is no suggestion"


def test_former_ids_are_the_last_of_the_fields_that_are_offered() -> None:
    assert said(Kind.ACTIVITY, ACTIVITY + "xyzzy: 1\n").endswith(", deliveries, formerly.")


def test_a_misspelt_field_is_one_mistake_and_not_also_a_missing_field() -> None:
    broken = ACTIVITY.replace("minutes:", "minuten:")
    assert seen(Kind.ACTIVITY, broken) == ["3:1 unknown-field minuten"]
    assert said(Kind.ACTIVITY, broken).endswith("Schrijf `minutes`.")
    assert said(Kind.ACTIVITY, broken, "en").endswith("Write `minutes`.")
    assert said(Kind.ACTIVITY, ACTIVITY.replace("minutes:", "minuts:")).endswith("Bedoel je `minutes`?")


def test_a_dutch_name_for_a_field_is_understood() -> None:
    broken = SESSION + "prepare_list:\n  - what: Stoelen klaarzetten\n    wanneer: same_day\n"
    assert seen(Kind.SESSION, broken) == ["13:5 unknown-field wanneer"]
    assert said(Kind.SESSION, broken).endswith("Schrijf `when`.")


def test_a_word_for_two_fields_is_a_guess_even_where_only_one_is_needed() -> None:
    broken = SESSION.replace("minutes: 10\nagenda", "tijd: 10\nagenda")
    (finding,) = findings(Kind.SESSION, broken)
    assert finding.facts["nearby"] == "minutes"
    assert "meant" not in finding.facts
    (finding,) = findings(Kind.SESSION, SESSION + 'tijd: "13:30"\n')
    assert finding.facts["meant"] == "start"


def test_the_dutch_name_wins_over_an_english_one_that_looks_like_it() -> None:
    assert said(Kind.HOMEWORK, HOMEWORK + "    uitleg: Houd het klein.\n").endswith("Schrijf `help`.")


def test_a_field_that_belongs_one_level_deeper_is_told_where() -> None:
    broken = SESSION.replace(
        "title: Mijn doel\n    kind: personal_goal\n    minutes: 10\n    priority: core\n",
        "use: mijn-doel\n    participant_text: |\n      Schrijf het op.\n",
    )
    assert seen(Kind.SESSION, broken) == ["8:5 unknown-field participant_text"]
    assert said(Kind.SESSION, broken).endswith("Zet `participant_text` onder `override`.")


def test_each_missing_field_has_its_own_finding_at_the_first_key() -> None:
    broken = ACTIVITY.replace("minutes: 5\npriority: core\n", "")
    assert seen(Kind.ACTIVITY, broken) == ["1:1 missing-field minutes", "1:1 missing-field priority"]


def test_a_missing_field_is_named_with_its_title_and_an_example() -> None:
    broken = ACTIVITY.replace("priority: core\n", "")
    assert (
        said(Kind.ACTIVITY, broken) == "Hier ontbreekt `priority` (voorrang). Voeg toe, bijvoorbeeld: `priority: core`"
    )
    assert "`priority` is missing here." in said(Kind.ACTIVITY, broken, "en")


def test_an_example_of_a_time_has_the_quotation_marks_it_needs() -> None:
    broken = (
        "format: 1\norganisation:\n  name: X\ncontact:\n  telephone: 024 000 0000\nlanguages: [nl]\nprogrammes: [a]\n"
    )
    assert seen(Kind.SITE_CONFIG, broken) == ["5:3 missing-field email"]


def test_unknown_fields_of_an_agenda_item_are_reported_once_even_if_another_value_there_is_wrong() -> None:
    broken = SESSION.replace("minutes: 10\n    priority: core\n", "minutes: tien\n    priority: core\n    extra_x: 1\n")
    assert seen(Kind.SESSION, broken) == ["9:14 wrong-type minutes", "11:5 unknown-field extra_x"]


def test_a_misspelt_use_is_not_taken_for_an_item_without_use() -> None:
    broken = SESSION.replace(
        "title: Mijn doel\n    kind: personal_goal\n    minutes: 10\n    priority: core\n", "uses: x\n"
    )
    assert seen(Kind.SESSION, broken) == ["7:5 unknown-field uses"]


def test_a_wrong_status_does_not_also_ask_for_what_the_status_asks_for() -> None:
    broken = "title: Kiezen\nstatus: drafft\ngoals:\n  - Je kunt kiezen.\nminutes: 10\n"
    assert seen(Kind.SESSION, broken) == ["2:9 unknown-value status"]
    assert seen(Kind.SESSION, broken.replace("drafft", "draft")) == []
    assert seen(Kind.SESSION, broken.replace("drafft", "published")) == ["1:1 missing-field agenda"]


def test_a_kind_of_field_asks_for_the_fields_that_it_needs() -> None:
    broken = HOMEWORK.replace("kind: text", "kind: choice")
    assert seen(Kind.HOMEWORK, broken) == ["8:5 missing-field options"]
    assert said(Kind.HOMEWORK, broken).endswith("Bij de soort `choice` hoort `options`: voeg het toe.")


def test_an_unknown_kind_of_field_asks_for_nothing_more() -> None:
    assert seen(Kind.HOMEWORK, HOMEWORK.replace("kind: text", "kind: keuze")) == ["9:11 unknown-value kind"]


def test_exactly_one_of_say_do_and_ask() -> None:
    both = ACTIVITY + "script:\n  - say: |\n      Hallo.\n    do: |\n      Wacht.\n"
    assert seen(Kind.ACTIVITY, both) == ["8:5 choose-one script"]
    assert said(Kind.ACTIVITY, both).endswith("Nu staan er: say, do. Houd er één over.")
    assert seen(Kind.ACTIVITY, ACTIVITY + "script:\n  - {}\n") == ["6:5 choose-one script"]
    assert seen(Kind.ACTIVITY, ACTIVITY + "script:\n  - zeg: |\n      Hallo.\n") == ["6:5 unknown-field zeg"]


def test_exactly_one_of_file_and_url() -> None:
    audio = (
        "title: Rust\nsummary: Kort.\nmedia:\n"
        "  - id: a\n    kind: audio\n    title: A\n    transcript: |\n      Stil.\n"
    )
    assert seen(Kind.ARTICLE, audio) == ["5:5 choose-one media"]
    assert seen(Kind.ARTICLE, audio + "    file: a.mp3\n") == []
    both = audio + "    file: a.mp3\n    url: https://example.org/a\n"
    assert seen(Kind.ARTICLE, both) == ["11:5 choose-one media"]
    assert seen(Kind.ARTICLE, audio + "    fiel: a.mp3\n") == ["10:5 unknown-field fiel"]


def test_bands_need_their_source() -> None:
    scale = """\
title: Hoe gaat het?
introduction: |
  Kort.
source: Eigen werk
items:
  - id: een
    text: Hoe is het?
    answer_scale: vaak
scales:
  - id: rust
    title: Rust
    method: sum
    items: [een]
    missing: refuse
    direction: higher_is_better
    bands:
      - from: 0
        title: Laag
"""
    assert seen(Kind.QUESTIONNAIRE, scale) == ["10:5 missing-field bands_source"]
    assert seen(Kind.QUESTIONNAIRE, scale + "    bands_source: Eigen indeling\n") == []
