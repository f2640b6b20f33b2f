"""Rules about programmes: sizes, sign-off, change log, and what no published programme goes without."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    PLAIN_SECOND_SESSION,
    PROGRAMME,
    PROGRAMME_PATH,
    SECOND_SESSION_PATH,
    TWO_SESSIONS,
    example,
)
from kring.rules.rule import Phrase, Rule

_SIGN_OFF = PROGRAMME[PROGRAMME.index("sign_off:") :]
_FIDELITY = PROGRAMME[PROGRAMME.index("fidelity:") : PROGRAMME.index("sign_off:")]
_OLDER = '  - version: "0.9"\n    date: {date}\n    changes:\n      - Proefversie.\n'

PROGRAMME_RULES: tuple[Rule, ...] = (
    Rule(
        id="programme/facilitators",
        severity=Severity.WARNING,
        title=Phrase("Meer dan twee begeleiders", "More than two facilitators"),
        why=Phrase(
            "Zorgverzekeraars gaan voor 2026 uit van hoogstens twee behandelaren per groep.",
            "Health insurers' policy for 2026 asks for at most two practitioners in a group.",
        ),
        message=Phrase(
            "Er zijn tot {max} begeleiders; hoogstens {most} is gewoon.",
            "There are up to {max} facilitators; {most} at most is usual.",
        ),
        hint=Phrase(
            "Maak het hoogstens {most}, of leg uit waarom er meer nodig zijn: `reason`.",
            "Make it {most} at most, or say why more are needed: `reason`.",
        ),
        bad=PROGRAMME.replace("  min: 1\n  max: 2\n", "  min: 1\n  max: 3\n"),
        good=PROGRAMME.replace("  min: 1\n  max: 2\n", "  min: 1\n  max: 3\n  reason: Er is altijd een tolk bij.\n"),
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/group-size",
        severity=Severity.WARNING,
        title=Phrase("Een ongewone groepsgrootte", "An unusual group size"),
        why=Phrase(
            "Zorgverzekeraars vragen dat de groep bij het werkveld past. De grenzen zelf zijn werkregels van Kring: genoeg mensen om van elkaar te leren, niet te veel om iedereen aan het woord te laten.",
            "Health insurers ask that the group fits its setting. The limits themselves are working rules of Kring: enough people to learn from each other, not too many to hear everyone.",
        ),
        message=Phrase(
            "De groep is {min} tot {max} mensen; in het werkveld `{setting}` is {low} tot {high} gewoon.",
            "The group is {min} to {max} people; in the setting `{setting}` {low} to {high} is usual.",
        ),
        hint=Phrase("Pas de grootte aan, of leg uit waarom: `reason`.", "Change the size, or say why: `reason`."),
        bad=PROGRAMME.replace("  max: 10\n", "  max: 24\n"),
        good=PROGRAMME.replace("  max: 10\n", "  max: 24\n  reason: We werken in drie groepen van acht.\n"),
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="range/min-over-max",
        severity=Severity.ERROR,
        title=Phrase("Minstens meer dan hoogstens", "At least more than at most"),
        why=Phrase("Zo kan het nooit kloppen.", "This can never be right."),
        message=Phrase(
            "Bij `{field}` is `min` ({min}) groter dan `max` ({max}).",
            "In `{field}`, `min` ({min}) is greater than `max` ({max}).",
        ),
        hint=Phrase("Verwissel ze, of verbeter een van de twee.", "Swap them, or correct one of them."),
        bad=PROGRAMME.replace("  min: 4\n", "  min: 12\n"),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/no-sign-off",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("Gepubliceerd zonder goedkeuring", "Published without a sign-off"),
        why=Phrase(
            "Iemand met verstand van zaken moet een programma nagekeken hebben voordat mensen eraan meedoen.",
            "Somebody who knows the field must have looked at a programme before people take part in it.",
        ),
        message=Phrase(
            "Het programma is gepubliceerd, maar niemand heeft het goedgekeurd.",
            "The programme is published, but nobody has signed it off.",
        ),
        hint=Phrase(
            "Voeg `sign_off` toe, met `reviewed_by`, `reviewed_on` en `review_due`. Of zet `status: review`.",
            "Add `sign_off`, with `reviewed_by`, `reviewed_on` and `review_due`. Or set `status: review`.",
        ),
        bad=PROGRAMME.replace(_SIGN_OFF, ""),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/draft-session",
        severity=Severity.WARNING,
        title=Phrase("Gepubliceerd met sessies in concept", "Published with draft sessions"),
        why=Phrase(
            "Een sessie in concept staat niet op de site. Deelnemers zien een programma met een gat.",
            "A draft session is not in the site. Participants see a programme with a gap.",
        ),
        message=Phrase(
            "Het programma is gepubliceerd, maar {count} van de {total} sessies is nog een concept: {sessions}.",
            "The programme is published, but {count} of its {total} sessions are still drafts: {sessions}.",
        ),
        hint=Phrase(
            "Maak de sessies af en haal `status: draft` weg.", "Finish the sessions and remove `status: draft`."
        ),
        bad=example((PROGRAMME_PATH, TWO_SESSIONS), (SECOND_SESSION_PATH, "status: draft\n" + PLAIN_SECOND_SESSION)),
        good=example((PROGRAMME_PATH, TWO_SESSIONS), (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION)),
    ),
    Rule(
        id="programme/long-summary",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("De samenvatting is te lang", "The summary is too long"),
        why=Phrase(
            "Een samenvatting is er om snel te zien of dit iets voor je is.",
            "A summary is there to see quickly whether this is something for you.",
        ),
        message=Phrase(
            "De samenvatting telt {words} woorden; hoogstens {most} mag.",
            "The summary has {words} words; {most} at most.",
        ),
        hint=Phrase(
            "Maak hem korter. Wat mensen later pas hoeven te weten, kan bij de sessies of in een artikel.",
            "Make it shorter. What people need later can go into the sessions or an article.",
        ),
        bad=PROGRAMME.replace(
            "summary: |\n", "summary: |\n" + "  Je begint met één kleine stap en kijkt dan verder.\n" * 70
        ),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/change-log",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("De versie staat niet bovenaan de wijzigingen", "The version is not at the top of the change log"),
        why=Phrase(
            "Op elke print staat de versie met haar datum. Die komen uit de bovenste wijziging.",
            "Every print bears the version with its date. They come from the first entry of the change log.",
        ),
        message=Phrase(
            "De versie is {version}, maar de bovenste wijziging hoort bij {newest}.",
            "The version is {version}, but the first entry of the change log is about {newest}.",
        ),
        hint=Phrase(
            "Schrijf bovenaan `change_log` wat er in {version} veranderd is, of verbeter `version`.",
            "Say at the top of `change_log` what changed in {version}, or correct `version`.",
        ),
        bad=PROGRAMME.replace('version: "1.0"\nstatus', 'version: "1.1"\nstatus'),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/change-log-order",
        severity=Severity.ERROR,
        may_be_eased=True,
        title=Phrase("De wijzigingen staan niet van nieuw naar oud", "The change log does not run from new to old"),
        why=Phrase(
            "De bovenste wijziging geldt als de nieuwste: haar datum staat op de prints.",
            "The first entry counts as the newest: its date stands on the prints.",
        ),
        message=Phrase(
            "{date} is later dan {above}, de datum die erboven staat.",
            "{date} is later than {above}, the date above it.",
        ),
        hint=Phrase("Zet de nieuwste wijziging bovenaan.", "Put the newest entry first."),
        bad=PROGRAMME.replace("sessions:\n", _OLDER.format(date="2026-03-01") + "sessions:\n"),
        good=PROGRAMME.replace("sessions:\n", _OLDER.format(date="2025-11-01") + "sessions:\n"),
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="programme/incomplete",
        severity=Severity.WARNING,
        title=Phrase("Gepubliceerd terwijl er iets ontbreekt", "Published while something is missing"),
        why=Phrase(
            "Zonder afspraken, veiligheid, meetplan, uitvoering zoals bedoeld en rechten is een programma niet af.",
            "Without agreements, safety, a measurement plan, fidelity and rights a programme is not finished.",
        ),
        message=Phrase(
            "Het programma is gepubliceerd, maar dit ontbreekt: {missing}.",
            "The programme is published, but this is missing: {missing}.",
        ),
        hint=Phrase("Vul het aan in programme.yml.", "Add it in programme.yml."),
        bad=PROGRAMME.replace(_FIDELITY, ""),
        good=PROGRAMME,
        example_path=PROGRAMME_PATH,
    ),
    Rule(
        id="measurement/session-not-listed",
        severity=Severity.ERROR,
        title=Phrase(
            "Meten na een sessie die niet in het programma staat", "Measuring after a session outside the programme"
        ),
        why=Phrase("Dit meetmoment zou nooit komen.", "This occasion would never come."),
        message=Phrase(
            "De sessie `{id}` staat niet in de volgorde van dit programma.",
            "The session `{id}` is not in the order of this programme.",
        ),
        hint=Phrase("Noem een sessie die onder `sessions` staat.", "Name a session that stands under `sessions`."),
        bad=example(
            (PROGRAMME_PATH, PROGRAMME.replace("after_session: beginnen", "after_session: volhouden")),
            (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION),
        ),
        good=example(
            (PROGRAMME_PATH, TWO_SESSIONS.replace("after_session: beginnen", "after_session: volhouden")),
            (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION),
        ),
    ),
)
