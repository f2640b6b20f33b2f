# ruff: noqa: E501, Q003 (a slip is read on one line)
"""One slip for each fixer: a passage of a good file, how an author wrote it, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

from kring.mending import (
    colons,
    field_names,
    indentation,
    lists,
    quoting,
    references,
    shapes,
    starts,
    values,
)
from kring.mending.fixers import Fixer

ACTIVITY_PATH = "content/activities/ademen.yml"
HOMEWORK_PATH = "content/homework/drie-dingen.yml"
DIARY_PATH = "content/diaries/weekdagboek.yml"
SESSION_PATH = "programs/klein-begin/sessions/beginnen.yml"
SECOND_PATH = "programs/klein-begin/sessions/2-volhouden.yml"
PROGRAMME_PATH = "programs/klein-begin/programme.yml"
ARTICLE_PATH = "content/articles/rust.md"

FILES = {
    ACTIVITY_PATH: """\
title: Drie minuten ademen
kind: exercise
minutes: 5
priority: core
purpose: Rust vinden
script:
  - say: |
      Ga zitten.
      Adem uit.
  - do: Wacht even.
materials:
  - item: Pennen
    quantity: 5
debrief:
  - Wat merk je?
  - Wat helpt?
""",
    HOMEWORK_PATH: """\
title: Drie dingen
why: Om te oefenen.
minutes: 10
steps:
  - Schrijf ze op.
fields:
  - id: dingen
    kind: text
    text: Welke drie?
    required: true
""",
    DIARY_PATH: """\
title: Mijn week
introduction: Kijk terug.
how_often: weekly
fields:
  - id: rust
    kind: yes_no
    text: Nam je rust?
  - id: waarom
    kind: text
    text: Waarom?
    shown_if:
      field: rust
      is: [true]
""",
    SECOND_PATH: """\
title: Volhouden
goals:
  - Je weet wat je helpt.
minutes: 10
start: "13:30"
agenda:
  - id: doel
    title: Mijn doel
    kind: personal_goal
    minutes: 10
    priority: core
""",
    ARTICLE_PATH: """\
---
title: Rust
summary: Waarom even stoppen helpt.
review:
  reviewed_by: Sam
  reviewed_on: 2026-02-28
  review_due: 2027-02-28
---

Even stoppen helpt. Lees [meer](article:adem), [dit](module:plannen/beginnen) of [dat](term:begeleider).

![Een kamer](media:kamer.svg)
""",
    "content/articles/adem.md": "---\ntitle: Rustig ademen\nsummary: Hoe adem helpt.\n---\n\nAdem uit. Zie [rust](article:rust).\n",
    "content/media/kamer.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>',
}
"""Files beside those of the minimal root. None of them is wrong, apart from some that nothing uses."""


@dataclass(frozen=True)
class Slip:
    """A slip: in the file at `path`, `written` stands in the place of a passage. `hint` is what is said about it.

    `good` is what was meant, where that is not the passage itself; `mends` is False where only the author can say.
    """

    fixer: Fixer
    path: str
    passage: str
    written: str
    hint: str
    good: str | None = None
    mends: bool = True


SLIPS: tuple[Slip, ...] = (
    Slip(indentation.tab, ACTIVITY_PATH, "  - Wat merk je?", "\t- Wat merk je?", "Haal de tab weg en typ 2 spaties."),
    Slip(indentation.tab, ACTIVITY_PATH, "    quantity: 5", "\t\tquantity: 5", "Haal de tab weg en typ 4 spaties."),
    Slip(indentation.tab, ACTIVITY_PATH, "    quantity: 5", "\tquantity: 5", "Haal de tab weg en typ 4 spaties."),
    Slip(indentation.no_break_space, ACTIVITY_PATH, "    quantity: 5", "\u00a0\u00a0  quantity: 5", "Haal het begin van de regel weg en typ gewone spaties."),
    Slip(indentation.no_break_space, ACTIVITY_PATH, "title: Drie", "title: \u00a0Drie", "Haal hem weg, vlak voor `Drie minuten ademen`."),
    Slip(indentation.indentation, ACTIVITY_PATH, "    quantity: 5", "   quantity: 5", "Zet er 4 spaties voor. Dan staat `quantity` recht onder `item` (regel 12) en hoort het bij `materials`."),
    Slip(indentation.indentation, ACTIVITY_PATH, "minutes: 5", " minutes: 5", "Haal de spaties ervoor weg. Dan staat `minutes` recht onder `kind` (regel 2)."),
    Slip(indentation.indentation, ACTIVITY_PATH, "  - do: Wacht", " - do: Wacht", "Zet er 2 spaties voor. Dan staat `do` recht onder `say` (regel 7) en hoort het bij `script`."),
    Slip(starts.mark_forgotten, ACTIVITY_PATH, "purpose: Rust vinden", "purpose:\n  Adem uit. Let op: niet te snel.\n  En dan: rust.", "Zet `|` achter `purpose:`. Dan is alles eronder tekst.", good="purpose: |\n  Adem uit. Let op: niet te snel.\n  En dan: rust."),
    Slip(starts.mark_forgotten, ACTIVITY_PATH, "purpose: Rust vinden", "purpose:\n  Adem uit.\n  Let op: niet te snel.", "Zet `|` achter `purpose:`. Dan is alles eronder tekst.", good="purpose: |\n  Adem uit.\n  Let op: niet te snel."),
    Slip(starts.mark_forgotten, ACTIVITY_PATH, "  - do: Wacht even.", "  - do:\n      Wacht even: tot tien.\n      Adem dan uit.", "Zet `|` achter `do:`. Dan is alles eronder tekst.", good="  - do: |\n      Wacht even: tot tien.\n      Adem dan uit."),
    Slip(colons.colon_and_space, ACTIVITY_PATH, "kind: exercise", "kind:exercise", "Schrijf: `kind: exercise`"),
    Slip(colons.colon_and_space, ACTIVITY_PATH, "title: Drie", "title:\u00a0Drie", "Schrijf: `title: Drie minuten ademen`"),
    Slip(colons.colon_and_space, ACTIVITY_PATH, "- item: Pennen", "- item:Pennen", "Schrijf: `item: Pennen`"),
    Slip(colons.colon_and_space, ACTIVITY_PATH, "title: Drie minuten ademen\nkind: exercise", "title = Drie minuten ademen\nkind: exercise", "Schrijf: `title: Drie minuten ademen`"),
    Slip(colons.colon_and_space, ACTIVITY_PATH, "minutes: 5", "minutes=5", "Schrijf: `minutes: 5`"),
    Slip(colons.fields_written_as_text, "site_config.yml", "contact:\n  email: groep@example.org", "contact:\n  email:groep@example.org", "Zet een dubbele punt en een spatie achter de naam van elk veld: `email: groep@example.org`"),
    Slip(colons.two_fields_on_one_line, ACTIVITY_PATH, "kind: exercise\nminutes: 5", "kind: exercise minutes: 5", "`minutes` is de naam van een veld: zet `minutes:` op een eigen regel.", mends=False),
    Slip(colons.colon_in_text, ACTIVITY_PATH, "title: Drie minuten ademen", "title: Adem: nu", 'Schrijf: `title: "Adem: nu"`', good='title: "Adem: nu"'),
    Slip(colons.colon_in_text, ACTIVITY_PATH, "- Wat helpt?", "- Let op: nu", 'Schrijf: `- "Let op: nu"`', good='- "Let op: nu"'),
    Slip(colons.colon_in_text, ACTIVITY_PATH, "purpose: Rust vinden", "purpose: Rust vinden. Let op:\n  adem uit", "Zet dubbele aanhalingstekens om de hele tekst.", good='purpose: "Rust vinden. Let op:\n  adem uit"'),
    Slip(colons.colon_in_text, ACTIVITY_PATH, "purpose: Rust vinden", "purpose: Rust vinden.\n  Let op: adem uit", "Zet dubbele aanhalingstekens om de hele tekst.", good='purpose: "Rust vinden.\n  Let op: adem uit"'),
    Slip(colons.colon_in_text, ACTIVITY_PATH, "purpose: Rust vinden", "purpose: Zeg \"rust\": dat\n  helpt.", "Schrijf `|` achter het veld, en begin de tekst op de regel eronder. Dan mag alles.", good="purpose: |\n  Zeg \"rust\": dat\n  helpt.", mends=False),
    Slip(colons.colon_forgotten, ACTIVITY_PATH, "debrief:\n", "debrief\n", "Zet er een dubbele punt achter: `debrief:`"),
    Slip(starts.star_as_bullet, ACTIVITY_PATH, "  - Wat merk je?", "  * Wat merk je?", "Begin elk punt van een lijst met een streepje en een spatie: `- `."),
    Slip(lists.item_among_fields, PROGRAMME_PATH, "facilitators:\n  min: 1\n  max: 2\n", "facilitators:\n  min: 1\n  max: 2\n  - session: 2-volhouden\n", "Het lijkt een punt van de lijst `sessions`. Zet het daar onderaan: onder regel 32.", mends=False),
    Slip(lists.item_among_fields, ACTIVITY_PATH, "kind: exercise\nminutes: 5", "debrief:\n  - Wat merk je?\nkind: exercise\nminutes: 5\n- Wat helpt?", "Het lijkt een punt van de lijst `debrief`. Zet het daar onderaan: onder regel 3.", mends=False),
    Slip(starts.other_bullet, ACTIVITY_PATH, "  - Wat helpt?", "  -Wat helpt?", "Begin elk punt van een lijst met een streepje en een spatie: `- `."),
    Slip(starts.other_bullet, ACTIVITY_PATH, "  - Wat helpt?", "  – Wat helpt?", "Begin elk punt van een lijst met een streepje en een spatie: `- `."),
    Slip(starts.other_bullet, ACTIVITY_PATH, "  - Wat helpt?", "  •\tWat helpt?", "Begin elk punt van een lijst met een streepje en een spatie: `- `."),
    Slip(starts.other_bullet, ACTIVITY_PATH, "  - do: Wacht even.", "  -do: Wacht even.", "Begin elk punt van een lijst met een streepje en een spatie: `- `."),
    Slip(quoting.special_first_character, ACTIVITY_PATH, "purpose: Rust vinden", "purpose: @thuis rust vinden", 'Schrijf: `purpose: "@thuis rust vinden"`', good='purpose: "@thuis rust vinden"'),
    Slip(quoting.special_first_character, ACTIVITY_PATH, "- Wat helpt?", "- **Wat** helpt?", 'Schrijf: `- "**Wat** helpt?"`', good='- "**Wat** helpt?"'),
    Slip(quoting.exclamation_mark, ACTIVITY_PATH, "title: Drie minuten ademen", "title: !Let op je adem", 'Hoort het bij de tekst? Schrijf: `title: "!Let op je adem"`', good='title: "!Let op je adem"'),
    Slip(quoting.hash_in_text, ACTIVITY_PATH, "title: Drie minuten ademen", "title: Zaal #2", 'Schrijf: `title: "Zaal #2"`', good='title: "Zaal #2"'),
    Slip(quoting.hash_in_text, ACTIVITY_PATH, "title: Drie minuten ademen", "title: Zaal #2 # klopt dat?", 'Schrijf: `title: "Zaal #2"`', good='title: "Zaal #2" # klopt dat?'),
    Slip(quoting.apostrophe_in_front, ACTIVITY_PATH, "title: Drie minuten ademen", "title: 's Avonds ademen", "Schrijf: `title: \"'s Avonds ademen\"`", good="title: \"'s Avonds ademen\""),
    Slip(quoting.quote_closed_by_a_curl, ACTIVITY_PATH, "title: Drie minuten ademen", 'title: "Drie minuten”', 'De tekst eindigt met een gekruld aanhalingsteken (”). Typ daar een recht: ".', good='title: "Drie minuten"'),
    Slip(quoting.quote_left_open, ACTIVITY_PATH, "title: Drie minuten ademen", 'title: "Drie minuten', 'Schrijf: `title: "Drie minuten"`', good='title: "Drie minuten"'),
    Slip(quoting.text_after_quote, ACTIVITY_PATH, "title: Drie minuten ademen", 'title: "Wat?" vraag je dan', "Schrijf: `title: '\"Wat?\" vraag je dan'`", good="title: '\"Wat?\" vraag je dan'"),
    Slip(quoting.curled_quotes, ACTIVITY_PATH, "title: Drie minuten ademen", "title: “Drie minuten”", 'Typ rechte aanhalingstekens: "Drie minuten"', good='title: "Drie minuten"'),
    Slip(quoting.curled_quotes, ACTIVITY_PATH, "title: Drie minuten ademen", "title: ‘Drie minuten’", 'Typ rechte aanhalingstekens: "Drie minuten"', good='title: "Drie minuten"'),
    Slip(quoting.bracket_left_open, SESSION_PATH, "articles: [rust]", "articles: [rust", "Schrijf: `articles: [rust]`"),
    Slip(quoting.prose_in_brackets, ACTIVITY_PATH, "debrief:\n  - Wat merk je?\n  - Wat helpt?", "debrief: [Wat merk je?]", "Zet elke zin op een eigen regel met `- ` ervoor, zonder haakjes.", good="debrief:\n  - Wat merk je?"),
    Slip(quoting.prose_in_braces, ACTIVITY_PATH, "  - item: Pennen\n    quantity: 5", "  - {item: Pennen, potloden}", 'Zet aanhalingstekens om de tekst: "Pennen, potloden"', good='  - {item: "Pennen, potloden"}'),
    Slip(starts.list_behind_its_key, ACTIVITY_PATH, "debrief:\n  - Wat merk je?\n  - Wat helpt?", "debrief: - Wat merk je?\n  - Wat helpt?", "Begin de lijst op de volgende regel, twee spaties naar rechts."),
    Slip(starts.text_behind_a_block_mark, ACTIVITY_PATH, "  - say: |\n      Ga zitten.\n      Adem uit.", "  - say: | Ga zitten.\n      Adem uit.", "Begin de tekst op de volgende regel, twee spaties naar rechts."),
    Slip(starts.block_set_in, ACTIVITY_PATH, "      Adem uit.", "     Adem uit.", "Zet hem recht onder de eerste regel van de tekst."),
    Slip(shapes.bullets, ACTIVITY_PATH, "  - Wat merk je?\n  - Wat helpt?", "  -Wat merk je?\n  -Wat helpt?", "Begin elk punt van de lijst met een streepje en een spatie: `- `."),
    Slip(shapes.bullets, ACTIVITY_PATH, "  - Wat merk je?\n  - Wat helpt?", "  •\tWat merk je?\n  - Wat helpt?", "Begin elk punt van de lijst met een streepje en een spatie: `- `."),
    Slip(shapes.bullets, ACTIVITY_PATH, "  - Wat merk je?\n  - Wat helpt?", "  • Wat merk je?\n  • Wat helpt?", "Begin elk punt van de lijst met een streepje en een spatie: `- `."),
    Slip(shapes.text_for_a_list, HOMEWORK_PATH, "steps:\n  - Schrijf ze op.", "steps: Schrijf ze op.", "Zet het op een nieuwe regel met een streepje ervoor, ook als het er maar één is: `- Schrijf ze op.`"),
    Slip(shapes.text_for_a_list, SESSION_PATH, "articles: [rust]", "articles: Rust.md", "Zet het op een nieuwe regel met een streepje ervoor, ook als het er maar één is: `- rust`", good="articles:\n  - rust"),
    Slip(shapes.text_for_a_list, SESSION_PATH, "articles: [rust]", "articles: Rustig ademen", "Zet het op een nieuwe regel met een streepje ervoor, ook als het er maar één is: `- adem`", good="articles:\n  - adem"),
    Slip(shapes.text_for_a_list, ARTICLE_PATH, "summary: ", "keywords: pauze, even niets\nsummary: ", "Zet het op een nieuwe regel met een streepje ervoor, ook als het er maar één is: `- pauze`", good="keywords:\n  - pauze\n  - even niets\nsummary: "),
    Slip(shapes.fields_for_a_list, ACTIVITY_PATH, "  - item: Pennen\n    quantity: 5", "  item: Pennen\n  quantity: 5", "Zet een streepje en een spatie voor het eerste veld, `- item`, en de velden eronder twee spaties verder naar rechts."),
    Slip(shapes.named_groups_for_a_list, HOMEWORK_PATH, "  - id: dingen\n", "  dingen:\n", "Maak er een lijst van: schrijf `- id: dingen` in plaats van `dingen:`, en zo ook de andere."),
    Slip(shapes.text_for_fields, ACTIVITY_PATH, "  - item: Pennen\n    quantity: 5\n", "  - Pennen\n", "Schrijf: `- item: Pennen`", good="  - item: Pennen\n"),
    Slip(shapes.bounds_for_fields, PROGRAMME_PATH, "group:\n  min: 4\n  max: 10", "group: 4-10", "Schrijf onder `group:`, twee spaties naar rechts: `min: 4`, en daaronder `max: 10`."),
    Slip(shapes.bounds_for_fields, PROGRAMME_PATH, "enrolment: closed", "age: 18+\nenrolment: closed", "Schrijf onder `age:`, twee spaties naar rechts: `min: 18`.", good="age:\n  min: 18\nenrolment: closed"),
    Slip(shapes.list_for_fields, PROGRAMME_PATH, "group:\n  min: 4\n  max: 10", "group:\n  - min: 4\n  - max: 10", "Haal de streepjes weg: `min` en wat eronder staat zijn velden, geen punten van een lijst.", good="group:\n    min: 4\n    max: 10"),
    Slip(shapes.list_for_a_text, HOMEWORK_PATH, "why: Om te oefenen.", "why:\n  - Om te oefenen.", "Maak er één tekst van, zonder streepjes of haken.", good="why:\n    Om te oefenen."),
    Slip(shapes.text_read_as_field, HOMEWORK_PATH, "- Schrijf ze op.", "- Tip: schrijf ze op.", 'Door de dubbele punt is het een veld geworden. Zet aanhalingstekens om de hele tekst: "Tip: schrijf ze op."', good='- "Tip: schrijf ze op."'),
    Slip(references.session_by_number, PROGRAMME_PATH, "after_session: beginnen", "after_session: 1", "Een sessie heet naar haar bestand, niet naar een nummer. Schrijf `after_session: beginnen`."),
    Slip(references.session_by_number, PROGRAMME_PATH, "  - session: beginnen\n", "  - session: beginnen\n  - session: 2\n", "Een sessie heet naar haar bestand, niet naar een nummer. Schrijf `session: 2-volhouden`.", good="  - session: beginnen\n  - session: 2-volhouden\n"),
    Slip(values.yes_or_no, HOMEWORK_PATH, "required: true", "required: ja", "Schrijf: `required: true`"),
    Slip(values.yes_or_no, HOMEWORK_PATH, "required: true", 'required: "ja"', "Schrijf `required: true`."),
    Slip(values.time_of_day, SECOND_PATH, 'start: "13:30"', "start: 13:30", 'Schrijf: `start: "13:30"`'),
    Slip(values.time_of_day, SECOND_PATH, 'start: "13:30"', "start: 13.30", 'Schrijf `start: "13:30"`'),
    Slip(values.time_of_day, SECOND_PATH, 'start: "13:30"', "start: 9:05", 'Schrijf: `start: "09:05"`', good='start: "09:05"'),
    Slip(values.day, ARTICLE_PATH, "reviewed_on: 2026-02-28", "reviewed_on: 28-2-2026", "Schrijf `reviewed_on: 2026-02-28`"),
    Slip(values.day, ARTICLE_PATH, "reviewed_on: 2026-02-28", "reviewed_on: 28 februari 2026", "Schrijf `reviewed_on: 2026-02-28`"),
    Slip(values.whole_number, ACTIVITY_PATH, "minutes: 5", 'minutes: "5"', "Schrijf alleen het getal, zonder aanhalingstekens: `minutes: 5`"),
    Slip(values.whole_number, ACTIVITY_PATH, "minutes: 5", "minutes: 5 minuten", "Schrijf alleen het getal, zonder aanhalingstekens: `minutes: 5`"),
    Slip(values.whole_number, ACTIVITY_PATH, "minutes: 5", "minutes: 5 min.", "Schrijf alleen het getal, zonder aanhalingstekens: `minutes: 5`"),
    Slip(values.whole_number, ACTIVITY_PATH, "minutes: 5", "minutes: 0,5 uur", "Schrijf alleen het getal, zonder aanhalingstekens: `minutes: 30`", good="minutes: 30"),
    Slip(values.whole_number, ACTIVITY_PATH, "    quantity: 5", "    quantity: 5 stuks", "Schrijf alleen het getal, zonder aanhalingstekens: `quantity: 5`", mends=False),
    Slip(values.whole_number, ACTIVITY_PATH, "minutes: 5", "minutes: 05", "Schrijf: `minutes: 5`"),
    Slip(quoting.curled_value, ACTIVITY_PATH, "minutes: 5", "minutes: “5”", "Typ ze recht, of laat ze weg: 5"),
    Slip(quoting.curled_value, ACTIVITY_PATH, "kind: exercise", "kind: „exercise”", "Typ ze recht, of laat ze weg: exercise"),
    Slip(quoting.curled_value, ACTIVITY_PATH, "priority: core", "priority: ‘core", "Typ ze recht, of laat ze weg: core"),
    Slip(values.text_between_quotes, ACTIVITY_PATH, "title: Drie minuten ademen", "title: 2026", 'Zet er aanhalingstekens omheen: "2026"', good='title: "2026"'),
    Slip(values.text_between_quotes, ACTIVITY_PATH, "title: Drie minuten ademen", "title: nee", 'Schrijf: `title: "nee"`', good='title: "nee"'),
    Slip(values.number_or_fixed_word, "site_config.yml", "languages: [nl]\n", "languages: [nl]\nrules:\n  reference/unused:\n    severity: off\n    reason: Komt nog.\n", 'Schrijf: `severity: "off"`', good='languages: [nl]\nrules:\n  reference/unused:\n    severity: "off"\n    reason: Komt nog.\n'),
    Slip(values.number_or_fixed_word, ACTIVITY_PATH, "minutes: 5", "minutes: 10:30", "Bij `minutes` hoort een getal in gewone cijfers, zoals `minutes: 15`.", mends=False),
    Slip(values.number_or_fixed_word, ACTIVITY_PATH, "priority: core", "priority: ja", "Kies één van deze waarden: core, optional, cut_first.", mends=False),
    Slip(values.fixed_value, ACTIVITY_PATH, "kind: exercise", "kind: oefening", "Bedoel je `exercise` (oefening)?"),
    Slip(values.fixed_value, ACTIVITY_PATH, "kind: exercise", "kind: excercise", "Bedoel je `exercise` (oefening)?"),
    Slip(values.id_with_other_signs, SESSION_PATH, "articles: [rust]", "articles:\n  - Rustig ademen", "Schrijf bijvoorbeeld `adem`.", good="articles:\n  - adem"),
    Slip(values.id_with_other_signs, SESSION_PATH, "articles: [rust]", "articles: [rust.md]", "Schrijf bijvoorbeeld `rust`."),
    Slip(values.id_with_other_signs, SESSION_PATH, "articles: [rust]", "articles: [content/articles/rust]", "Schrijf bijvoorbeeld `rust`."),
    Slip(values.id_with_other_signs, PROGRAMME_PATH, "  - session: beginnen", "  - session: sessions\\Beginnen.yml", "Schrijf bijvoorbeeld `beginnen`."),
    Slip(values.id_with_other_signs, HOMEWORK_PATH, "id: dingen", "id: Drie dingen", "Schrijf bijvoorbeeld `drie-dingen`.", good="id: drie-dingen"),
    Slip(values.repeated_item, ACTIVITY_PATH, "priority: core", "priority: core\ndeliveries: [online, online]", "Haal het hier weg.", good="priority: core\ndeliveries: [online]"),
    Slip(values.repeated_item, ACTIVITY_PATH, "priority: core\n", "priority: core\ndeliveries:\n  - online\n  - online\n", "Haal het hier weg.", good="priority: core\ndeliveries:\n  - online\n"),
    Slip(values.answer_without_quotes, DIARY_PATH, "is: [true]", 'is: ["true"]', "Haal de aanhalingstekens weg: true."),
    Slip(field_names.session_number, SESSION_PATH, "title: Beginnen\n", "title: Beginnen\nnumber: 1\n", "Kring telt de sessies zelf, in de volgorde van `sessions` in programme.yml. Haal `number` weg."),
    Slip(field_names.session_listed_twice, PROGRAMME_PATH, "- session: beginnen\n", "- session: beginnen\n  - session: beginnen\n", "De sessie `2-volhouden` staat nog nergens. Bedoel je die?", mends=False),
    Slip(field_names.field_name, ACTIVITY_PATH, "title: Drie", "titel: Drie", "Veldnamen zijn vaste Engelse woorden. Schrijf `title`."),
    Slip(field_names.field_name, ACTIVITY_PATH, "minutes: 5", "minuten: 5", "Veldnamen zijn vaste Engelse woorden. Schrijf `minutes`."),
    Slip(field_names.field_name, SESSION_PATH, "goals:\n", "doelen:\n", "Veldnamen zijn vaste Engelse woorden. Schrijf `goals`."),
    Slip(field_names.field_name, SESSION_PATH, "goals:\n", "goal:\n", "Bedoel je `goals`?"),
    Slip(field_names.field_name, ACTIVITY_PATH, "minutes: 5", "Minutes: 5", "Bedoel je `minutes`?"),
    Slip(field_names.field_of_a_larger_group, SESSION_PATH, "    title: Afsluiten\n", "    title: Afsluiten\n    room: Zaal\n", "`room` hoort niet bij `agenda`, maar bij het hele bestand: zet het zonder spaties vooraan, recht onder `title` (regel 1).", mends=False),
    Slip(field_names.field_known_elsewhere, ACTIVITY_PATH, "minutes: 5\n", "minutes: 5\ncatch_up: Lees het na.\n", "Kring kent `catch_up` op een andere plek: sessie (`sessions/`). Verplaats het daarheen.", mends=False),
    Slip(starts.fence, ARTICLE_PATH, "Even stoppen helpt.", "::: note\nEven stoppen helpt.\n：：：\n\n", "Schrijf hier `:::`.", good="::: note\nEven stoppen helpt.\n:::\n\n"),
    Slip(references.media_with_other_capitals, ARTICLE_PATH, "media:kamer.svg", "media:Kamer.svg", "Het bestand heet `kamer.svg`: schrijf de naam precies zo, met dezelfde hoofdletters."),
    Slip(references.link_in_dutch, ARTICLE_PATH, "article:adem", "artikel:adem", "Bedoel je `article:`?"),
    Slip(references.mail_without_its_scheme, ARTICLE_PATH, "article:adem", "info@example.org", "Is het een e-mailadres? Schrijf `mailto:info@example.org`.", good="mailto:info@example.org"),
    Slip(references.misspelt_reference, ARTICLE_PATH, "article:adem", "article:adme", "Het bestand heet `content/articles/adem.md`. Schrijf `adem`."),
    Slip(references.misspelt_reference, ARTICLE_PATH, "term:begeleider", "term:begeleidr", "Bedoel je `begeleider`?"),
    Slip(references.misspelt_reference, ARTICLE_PATH, "plannen/beginnen", "plannen/beginen", "Bedoel je `beginnen`?"),
    Slip(references.misspelt_reference, DIARY_PATH, "field: rust", "field: ruts", "Bedoel je `rust`?"),
)  # fmt: skip
"""The slips of this house, in the order of the fixers."""
