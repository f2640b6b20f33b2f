"""The files from which the examples of rules are made: a programme of one session, whole and without a mistake."""

from __future__ import annotations

PROGRAMME_PATH = "programs/klein-begin/programme.yml"
SESSION_PATH = "programs/klein-begin/sessions/beginnen.yml"
SECOND_SESSION_PATH = "programs/klein-begin/sessions/volhouden.yml"
SHARED_SESSION_PATH = "content/sessions/volhouden.yml"
HOMEWORK_PATH = "programs/klein-begin/homework/eerste-stap.yml"
DIARY_PATH = "programs/klein-begin/diaries/weekdagboek.yml"
ARTICLE_PATH = "content/articles/rust.md"
CONFIG_PATH = "site_config.yml"

PROGRAMME = """\
format: 1
title: Klein begin
summary: |
  Eén bijeenkomst over beginnen, met een [begeleider](term:begeleider).
version: "1.0"
status: published
language: nl
kind: training
setting: welfare
delivery: [in_person]
goals:
  - Je weet na afloop wat je eerste stap is.
for_whom: |
  Voor wie iets wil beginnen.
group:
  min: 4
  max: 10
enrolment: closed
sequence: fixed
group_agreements:
  - Wat je hier hoort, blijft hier.
rights:
  owner: Voorbeeldorganisatie
  licence: CC BY 4.0
change_log:
  - version: "1.0"
    date: 2026-01-15
    changes:
      - Eerste versie.
sessions:
  - session: beginnen
measurement:
  occasions:
    - id: na-afloop
      title: Na afloop
      after_session: beginnen
      questionnaires: [terugblik]
facilitators:
  min: 1
  max: 2
safety:
  crisis: |
    Bel 112 als er nu gevaar is.
  disclosure: |
    Bespreek het na afloop, en volg de meldcode.
  drop_out: |
    Bel binnen een week.
fidelity: |
  Elke sessie opent met een doel.
sign_off:
  reviewed_by: Sam de Wit
  reviewed_on: 2026-01-15
  review_due: 2099-01-15
"""

SESSION = """\
title: Beginnen
goals:
  - Je kiest één eerste stap.
minutes: 30
articles: [rust]
agenda:
  - id: doel
    title: Mijn doel voor vandaag
    kind: personal_goal
    priority: core
    minutes: 10
  - id: stap
    title: Mijn eerste stap
    kind: exercise
    priority: core
    minutes: 15
    module_step:
      module: plannen
      step: beginnen
  - id: afsluiten
    title: Afsluiten
    kind: closing
    priority: core
    minutes: 5
"""

SECOND_SESSION = """\
title: Volhouden
goals:
  - Je weet wat je helpt om door te gaan.
minutes: 20
agenda:
  - id: doel
    title: Mijn doel voor vandaag
    kind: personal_goal
    priority: core
    minutes: 5
  - id: terugkijken
    title: Hoe ging je eerste stap?
    kind: homework_review
    priority: core
    minutes: 10
    reviews: [eerste-stap]
  - id: afsluiten
    title: Afsluiten
    kind: closing
    priority: core
    minutes: 5
"""

HELP = """\
title: Hulp nodig?
what_to_do: |
  Bel 112 als er nu gevaar is.
numbers:
  - id: nood
    label: Alarmnummer
    number: "112"
    hours: altijd
check:
  reviewed_by: Sam de Wit
  reviewed_on: 2026-01-15
  review_due: 2099-01-15
"""

HOMEWORK = """\
title: Mijn eerste stap
why: |
  Wie klein begint, begint echt.
minutes: 10
steps:
  - Zet je eerste stap.
"""

DIARY = """\
title: Mijn week
introduction: |
  Vul aan het eind van de week in hoe het ging.
how_often: weekly
fields:
  - id: rust
    kind: yes_no
    text: Nam je rust?
  - id: energie
    kind: scale
    text: Hoeveel energie had je?
    min: 0
    max: 10
    min_label: geen
    max_label: veel
drawn: [energie]
"""

QUESTIONNAIRE = """\
title: Terugblik
introduction: |
  Eén vraag. Vul hem in wanneer het je past.
items:
  - id: gelukt
    text: Wat is er gelukt?
    field:
      kind: text
source: Voorbeeldorganisatie
owner: Voorbeeldorganisatie
permission: Eigen vragen, vrij te gebruiken.
"""

CONFIG = """\
format: 1
organisation:
  name: Voorbeeldorganisatie
contact:
  email: groep@example.org
languages: [nl]
programmes: [klein-begin]
"""

ARTICLE = """\
---
title: Rust
summary: Waarom even stoppen helpt.
---

Even stoppen helpt. Daarna kies je beter.

## Waarom dat werkt

Je hoofd heeft ruimte nodig.
"""

SOUND = r"\xff\xf3\x14\xc0" + r"\0" * 20
"""The shortest MP3: one frame of silence."""


def film(notes: str = "", size: int = 0) -> str:
    """Return the shortest MP4: one track without pictures, and notes of `size` bytes (fewer than 200)."""
    track = r"\0\0\0\x30trak\0\0\0\x28mdia\0\0\0\x20hdlr" + r"\0" * 8 + "vide" + r"\0" * 12
    return rf"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x{0x38 + size:02x}moov{track}{notes}\0\0\0\x08mdat"


TWO_SESSIONS = PROGRAMME.replace("  - session: beginnen\n", "  - session: beginnen\n  - session: volhouden\n")
"""The programme with a session after the first."""

SETS_HOMEWORK = (
    SESSION.replace("articles: [rust]\n", "articles: [rust]\nhomework: [eerste-stap]\n")
    .replace(
        """\
  - id: afsluiten
    title: Afsluiten
""",
        """\
  - id: thuis
    title: Thuis proberen
    kind: homework_briefing
    priority: core
    minutes: 5
  - id: afsluiten
    title: Afsluiten
""",
    )
    .replace("minutes: 15\n", "minutes: 10\n")
)
"""The first session with homework for the second."""

PLAIN_SECOND_SESSION = SECOND_SESSION.replace("    kind: homework_review\n", "    kind: exercise\n").replace(
    "    reviews: [eerste-stap]\n", ""
)
"""The second session where there is no homework."""

KEEPS_DIARY = SESSION.replace("articles: [rust]\n", "articles: [rust]\ndiaries: [weekdagboek]\n")
"""The first session, from which the diary is kept."""


def example(*files: tuple[str, str]) -> str:
    """Return several files, as (path, text), in the form that an example of a rule has."""
    return "\n".join(f"=== {path}\n{text}".removesuffix("\n") for path, text in files) + "\n"


def with_link(text: str, address: str) -> str:
    """Return the first session with a link in its recap."""
    return SESSION.replace("articles:", f"recap: |\n  Lees [{text}]({address}).\narticles:")


def homework_example(
    first: str = SETS_HOMEWORK, second: str = SECOND_SESSION, homework: str = HOMEWORK, programme: str = TWO_SESSIONS
) -> str:
    """Return a programme of two sessions with homework between them."""
    return example(
        (SESSION_PATH, first), (SECOND_SESSION_PATH, second), (HOMEWORK_PATH, homework), (PROGRAMME_PATH, programme)
    )


def diary_example(diary: str = DIARY) -> str:
    """Return a session with the diary that is kept from then on."""
    return example((DIARY_PATH, diary), (SESSION_PATH, KEEPS_DIARY))
