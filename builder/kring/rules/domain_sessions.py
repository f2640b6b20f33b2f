"""Rules about sessions: their agenda, and the homework between them."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    HOMEWORK,
    SECOND_SESSION,
    SESSION,
    SESSION_PATH,
    SETS_HOMEWORK,
    homework_example,
)
from kring.rules.rule import Phrase, Rule

_LONG = SESSION.replace("minutes: 30\n", "minutes: 115\n").replace(
    "    minutes: 15\n", "    minutes: 100\n    minutes_min: 60\n"
)

_WITH_BREAK = _LONG.replace(
    "    minutes: 100\n    minutes_min: 60\n", "    minutes: 45\n    minutes_min: 30\n"
).replace(
    "  - id: afsluiten\n",
    """\
  - id: pauze
    title: Pauze
    kind: break
    priority: core
    minutes: 15
  - id: nog-een-stap
    title: Nog een stap
    kind: exercise
    priority: core
    minutes: 40
  - id: afsluiten
""",
)

_BOTH_SET = (
    SECOND_SESSION.replace("agenda:\n", "homework: [eerste-stap]\nagenda:\n")
    .replace(
        "  - id: afsluiten\n",
        """\
  - id: thuis
    title: Thuis verder
    kind: homework_briefing
    priority: core
    minutes: 5
  - id: afsluiten
""",
    )
    .replace("    minutes: 10\n", "    minutes: 5\n")
)

AGENDA_RULES: tuple[Rule, ...] = (
    Rule(
        id="agenda/minutes",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("De minuten kloppen niet", "The minutes do not add up"),
        why=Phrase(
            "De begeleider werkt met kloktijden die uit deze minuten volgen. Een sessie die niet past, loopt uit.",
            "Facilitators work with clock times that follow from these minutes. A session that does not fit runs late.",
        ),
        message=Phrase(
            "De sessie duurt {minutes} minuten, maar de onderdelen samen {total} ({deliveries:choices}).",
            "The session takes {minutes} minutes, but its steps together {total} ({deliveries:choices}).",
        ),
        hint=Phrase("Maak beide gelijk.", "Make them equal."),
        hint_with={
            "over": Phrase(
                "Haal {over} minuten van de onderdelen af, of verander `minutes` in {total}.",
                "Take {over} minutes off the steps, or change `minutes` to {total}.",
            ),
            "short": Phrase(
                "Geef de onderdelen {short} minuten meer, of verander `minutes` in {total}.",
                "Give the steps {short} more minutes, or change `minutes` to {total}.",
            ),
        },
        bad=SESSION.replace("minutes: 30", "minutes: 45"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/minutes-min",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("Minstens meer minuten dan er zijn", "At least more minutes than there are"),
        why=Phrase(
            "`minutes_min` zegt hoe kort een onderdeel kan als de tijd krap is. Langer dan gewoon kan dat niet zijn.",
            "`minutes_min` says how short a step can be when time is short. It cannot be longer than usual.",
        ),
        message=Phrase(
            "Dit onderdeel heeft minstens {least} minuten nodig, maar krijgt er {minutes}.",
            "This step needs at least {least} minutes, but gets {minutes}.",
        ),
        hint=Phrase(
            "Maak `minutes_min` hoogstens {minutes}, of geef het onderdeel meer tijd.",
            "Make `minutes_min` {minutes} or less, or give the step more time.",
        ),
        bad=SESSION.replace("    minutes: 15\n", "    minutes: 15\n    minutes_min: 20\n"),
        good=SESSION.replace("    minutes: 15\n", "    minutes: 15\n    minutes_min: 10\n"),
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/no-personal-goal",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("De sessie begint niet met een eigen doel", "The session does not open with a personal goal"),
        why=Phrase(
            "Wie begint met een eigen doel, weet waarvoor hij komt. Dat is een vast deel van deze werkwijze.",
            "Whoever starts with a goal of their own knows what they come for. It is a fixed part of this way of working.",
        ),
        message=Phrase(
            "Het eerste onderdeel is `{opening}` en geen `personal_goal` ({deliveries:choices}).",
            "The first step is `{opening}` and no `personal_goal` ({deliveries:choices}).",
        ),
        hint=Phrase(
            "Begin met een onderdeel van de soort `personal_goal`, eventueel na een `check_in`. Of leg in programme.yml uit waarom niet: `no_personal_goal_because`.",
            "Begin with a step of kind `personal_goal`, after a `check_in` if you like. Or say why not in programme.yml: `no_personal_goal_because`.",
        ),
        bad=SESSION.replace("kind: personal_goal", "kind: discussion"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/no-break",
        severity=Severity.WARNING,
        title=Phrase("Te lang zonder pauze", "Too long without a break"),
        why=Phrase(
            "Na anderhalf uur is de aandacht op, zeker bij ADHD, autisme of vermoeidheid. Dit is een werkregel uit de praktijk.",
            "After an hour and a half attention is spent, with ADHD, autism or fatigue even more so. This is a working rule from practice.",
        ),
        message=Phrase(
            "De groep gaat {minutes} minuten door zonder pauze ({deliveries:choices}).",
            "The group goes on for {minutes} minutes without a break ({deliveries:choices}).",
        ),
        hint=Phrase("Zet er een onderdeel van de soort `break` tussen.", "Put a step of kind `break` in between."),
        bad=_LONG,
        good=_WITH_BREAK,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/no-closing",
        severity=Severity.WARNING,
        title=Phrase("De sessie eindigt zonder afsluiting", "The session ends without a closing"),
        why=Phrase(
            "Een vaste afsluiting laat mensen rustig weggaan, en laat de begeleider zien hoe het met iedereen is.",
            "A fixed closing lets people leave at ease, and lets the facilitator see how everybody is.",
        ),
        message=Phrase(
            "Het laatste onderdeel is `{last}` en geen `closing` ({deliveries:choices}).",
            "The last step is `{last}` and no `closing` ({deliveries:choices}).",
        ),
        hint=Phrase("Eindig met een onderdeel van de soort `closing`.", "End with a step of kind `closing`."),
        bad=SESSION.replace("kind: closing", "kind: exchange"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/no-room-to-cut",
        severity=Severity.WARNING,
        title=Phrase("Niets dat korter kan", "Nothing that can be shorter"),
        why=Phrase(
            "De tijd loopt vaak anders. De begeleider moet kunnen zien wat korter kan of weg mag.",
            "Time often runs otherwise. Facilitators must be able to see what can be shorter or left out.",
        ),
        message=Phrase(
            "Geen onderdeel van deze agenda kan korter of mag weg ({deliveries:choices}).",
            "No step of this agenda can be shorter or be left out ({deliveries:choices}).",
        ),
        hint=Phrase(
            "Geef bij minstens één onderdeel `minutes_min`, of `priority: cut_first`.",
            "Give at least one step `minutes_min`, or `priority: cut_first`.",
        ),
        bad=_WITH_BREAK.replace("    minutes_min: 30\n", ""),
        good=_WITH_BREAK,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="agenda/never-shown",
        severity=Severity.WARNING,
        title=Phrase("Een onderdeel dat in geen enkele agenda komt", "A step that is in no agenda"),
        why=Phrase(
            "Het onderdeel is bewaard voor een manier van bijeenkomen die dit programma niet kent.",
            "The step is kept for a way of meeting that this programme does not have.",
        ),
        message=Phrase(
            "Dit onderdeel is alleen voor {deliveries:choices}, maar het programma komt bijeen als {offered:choices}.",
            "This step is for {deliveries:choices} only, but the programme meets as {offered:choices}.",
        ),
        hint=Phrase(
            "Verander `deliveries`, of voeg de manier toe aan `delivery` in programme.yml.",
            "Change `deliveries`, or add the way of meeting to `delivery` in programme.yml.",
        ),
        bad=SESSION
        + "  - id: scherm\n    title: Scherm uit\n    kind: closing\n    priority: core\n    minutes: 5\n    deliveries: [online]\n",
        good=SESSION,
        example_path=SESSION_PATH,
    ),
)

HOMEWORK_RULES: tuple[Rule, ...] = (
    Rule(
        id="homework/not-reviewed",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("Huiswerk dat niemand bespreekt", "Homework that nobody reviews"),
        why=Phrase(
            "Huiswerk dat niet terugkomt, wordt al snel niet meer gedaan. Deelnemers merken of het ertoe deed.",
            "Homework that never comes back is soon no longer done. Participants notice whether it mattered.",
        ),
        message=Phrase(
            "Geen latere sessie bespreekt het huiswerk `{id}`.", "No later session reviews the homework `{id}`."
        ),
        hint=Phrase(
            "Noem het in een latere sessie bij een onderdeel: `reviews: [{id}]`. Of leg in het huiswerk uit waarom niet: `not_reviewed_because`.",
            "Name it in a step of a later session: `reviews: [{id}]`. Or say why not in the homework: `not_reviewed_because`.",
        ),
        hint_with={
            "last": Phrase(
                "Na deze sessie komt er geen meer. Geef het eerder op, of leg in het huiswerk uit waarom het niet terugkomt: `not_reviewed_because`.",
                "No session comes after this one. Set it earlier, or say in the homework why it does not come back: `not_reviewed_because`.",
            )
        },
        bad=homework_example(second=SECOND_SESSION.replace("    reviews: [eerste-stap]\n", "")),
        good=homework_example(),
    ),
    Rule(
        id="homework/reviewed-before-set",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("Huiswerk dat te vroeg besproken wordt", "Homework that is reviewed too early"),
        why=Phrase("Deelnemers hebben het dan nog niet kunnen doen.", "Participants could not have done it by then."),
        message=Phrase(
            "Het huiswerk `{id}` wordt hier besproken, maar pas in deze of een latere sessie opgegeven.",
            "The homework `{id}` is reviewed here, but set only in this session or a later one.",
        ),
        hint=Phrase(
            "Geef het in een eerdere sessie op, of bespreek het later.",
            "Set it in an earlier session, or review it later.",
        ),
        bad=homework_example(
            first=SESSION, second=_BOTH_SET, homework=HOMEWORK + "not_reviewed_because: Het is een extra voor daarna.\n"
        ),
        good=homework_example(),
    ),
    Rule(
        id="homework/never-set",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("Besproken huiswerk dat nooit is opgegeven", "Reviewed homework that was never set"),
        why=Phrase(
            "De begeleider vraagt naar iets dat niemand heeft gekregen.",
            "The facilitator would ask for something that nobody was given.",
        ),
        message=Phrase("Geen enkele sessie geeft het huiswerk `{id}` op.", "No session sets the homework `{id}`."),
        hint=Phrase(
            "Zet in een eerdere sessie `homework: [{id}]`, of haal het hier weg.",
            "Put `homework: [{id}]` into an earlier session, or remove it here.",
        ),
        bad=homework_example(first=SESSION),
        good=homework_example(),
    ),
    Rule(
        id="homework/no-briefing",
        severity=Severity.WARNING,
        title=Phrase("Huiswerk zonder uitleg in de sessie", "Homework that the session does not explain"),
        why=Phrase(
            "Huiswerk dat in de groep is uitgelegd en begonnen, wordt vaker gedaan.",
            "Homework that was explained and begun in the group is done more often.",
        ),
        message=Phrase(
            "De sessie geeft huiswerk op, maar heeft geen onderdeel `homework_briefing` ({deliveries:choices}).",
            "The session sets homework, but has no step `homework_briefing` ({deliveries:choices}).",
        ),
        hint=Phrase(
            "Voeg een onderdeel van de soort `homework_briefing` toe.", "Add a step of kind `homework_briefing`."
        ),
        bad=homework_example(first=SETS_HOMEWORK.replace("kind: homework_briefing", "kind: discussion")),
        good=homework_example(),
    ),
)
