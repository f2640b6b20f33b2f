"""Rules about the plan of a site: one page an address, and no link to what is not shown."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    ARTICLE_PATH,
    CONFIG,
    CONFIG_PATH,
    HELP,
    PLAIN_SECOND_SESSION,
    PROGRAMME,
    PROGRAMME_PATH,
    SECOND_SESSION_PATH,
    SESSION,
    SESSION_PATH,
    TWO_SESSIONS,
    example,
    with_link,
)
from kring.rules.rule import Phrase, Rule

_PAGE = "---\ntitle: Over deze groep\nsummary: Voor wie de groep is.\nrole: other\n---\n\nDe groep is voor jou.\n"

_FOR_FACILITATORS_ALONE = """\
---
title: Rust
summary: Waarom even stoppen helpt.
---

::: facilitator
Vraag wat rust geeft.
:::
"""

PLAN_RULES: tuple[Rule, ...] = (
    Rule(
        id="plan/same-address",
        severity=Severity.ERROR,
        title=Phrase("Twee pagina's met hetzelfde adres", "Two pages with the same address"),
        why=Phrase(
            "Op één adres past één pagina: de andere zou nergens te vinden zijn.",
            "One address holds one page: the other could be found nowhere.",
        ),
        message=Phrase(
            "‘{title}’ en ‘{other}’ krijgen allebei het adres `{address}`.",
            "‘{title}’ and ‘{other}’ would both stand at the address `{address}`.",
        ),
        hint=Phrase(
            "Geef een van de twee een andere id (de naam van het bestand of de map), met de oude bij `formerly`.",
            "Give one of them another id (the name of its file or folder), with the old one under `formerly`.",
        ),
        bad=_PAGE,
        good="",
        example_path="content/pages/klein-begin.md",
    ),
    Rule(
        id="plan/reserved-address",
        severity=Severity.ERROR,
        title=Phrase("Een adres dat Kring zelf gebruikt", "An address that every site needs"),
        why=Phrase(
            "Elke site heeft vaste pagina's, zoals de bibliotheek en de begrippen. Die staan altijd op hetzelfde adres.",
            "Every site has pages of its own, such as the library and the glossary. They always stand at the same address.",
        ),
        message=Phrase(
            "Op het adres `{address}` staat al de vaste pagina ‘{title}’.",
            "The page ‘{title}’, which every site has, stands at the address `{address}`.",
        ),
        hint=Phrase(
            "Geef dit een andere id: verander de naam van het bestand of de map.",
            "Give this another id: change the name of its file or folder.",
        ),
        bad=_PAGE,
        good="",
        example_path="content/pages/bibliotheek.md",
    ),
    Rule(
        id="plan/former-address-taken",
        severity=Severity.WARNING,
        title=Phrase("Een vroeger adres dat nu van iets anders is", "A former address that something else has now"),
        why=Phrase(
            "Een oud adres leidt door naar het nieuwe. Staat er nu een andere pagina, dan komen oude links daar uit.",
            "An old address leads on to the new one. Where another page stands now, old links end up there.",
        ),
        message=Phrase(
            "Het oude adres `{address}` leidt niet meer hierheen: daar vind je nu ‘{title}’.",
            "The old address `{address}` no longer leads here: ‘{title}’ is found there now.",
        ),
        hint=Phrase(
            "Haal `{id}` hier weg, of geef het andere een nieuwe id.",
            "Remove `{id}` here, or give the other a new id.",
        ),
        bad=example(
            ("content/pages/over.md", _PAGE.replace("summary:", "formerly: [klein-begin]\nsummary:")),
        ),
        good=example(
            ("content/pages/over.md", _PAGE.replace("summary:", "formerly: [over-ons]\nsummary:")),
        ),
    ),
    Rule(
        id="plan/nothing-to-read",
        severity=Severity.WARNING,
        title=Phrase("Een pagina waarop niets staat", "A page with nothing on it"),
        why=Phrase(
            "Wie op de link klikt, verwacht iets te lezen. Wat tussen `::: facilitator` en `:::` staat, zien deelnemers niet.",
            "Who follows the link expects something to read. Participants do not see what stands between `::: facilitator` and `:::`.",
        ),
        message=Phrase(
            "Op de pagina van `{id}` staat voor deelnemers alleen een titel.",
            "On the page of `{id}` participants see a title and nothing else.",
        ),
        hint=Phrase(
            "Schrijf er iets bij voor deelnemers, of haal de verwijzingen ernaar weg.",
            "Write something for participants, or remove what refers to it.",
        ),
        bad=example((ARTICLE_PATH, _FOR_FACILITATORS_ALONE)),
        good=example((ARTICLE_PATH, _FOR_FACILITATORS_ALONE + "\nEven stoppen helpt.\n")),
    ),
    Rule(
        id="plan/not-shown",
        severity=Severity.ERROR,
        title=Phrase("Een link naar iets dat niet op de site staat", "A link to something that is not in the site"),
        why=Phrase(
            "Concepten en programma's die niet op de site staan, hebben geen pagina om naartoe te linken.",
            "Drafts, and programmes that are not listed, have no page to link to.",
        ),
        message=Phrase(
            "De link ‘{text}’ leidt naar `{id}`, en dat staat niet op de site.",
            "The link ‘{text}’ leads to `{id}`, which is not in the site.",
        ),
        hint=Phrase(
            "Haal de link weg, of zet de status van `{id}` op published.",
            "Remove the link, or set the status of `{id}` to published.",
        ),
        bad=example(
            (SESSION_PATH, with_link("verder", "session:volhouden")),
            (SECOND_SESSION_PATH, "status: draft\n" + PLAIN_SECOND_SESSION),
            (PROGRAMME_PATH, TWO_SESSIONS),
        ),
        good=example(
            (SESSION_PATH, with_link("verder", "session:volhouden")),
            (SECOND_SESSION_PATH, PLAIN_SECOND_SESSION),
            (PROGRAMME_PATH, TWO_SESSIONS),
        ),
    ),
    Rule(
        id="plan/still-to-write",
        severity=Severity.ERROR,
        title=Phrase("Een voorbeeldtekst die blijft staan", "A text of the example that was never replaced"),
        why=Phrase(
            "Een nieuw bestand begint met voorbeelden, die een ander schreef. Wat lezers zien, moet van jullie zijn.",
            "A new file begins with examples that somebody else wrote. What readers see must be yours.",
        ),
        message=Phrase("Hier staat nog een voorbeeldtekst.", "The text of an example still stands here."),
        hint=Phrase(
            "Schrijf je eigen tekst, zonder ‹VUL IN› ervoor. Past het voorbeeld bij jullie? Haal dan alleen ‹VUL IN› weg.",
            "Write a text of your own, without ‹VUL IN›. Does the example suit you? Then remove only ‹VUL IN›.",
        ),
        bad=example((SESSION_PATH, SESSION.replace("Je kiest", "‹VUL IN› Je kiest"))),
        good=example((SESSION_PATH, SESSION)),
    ),
    Rule(
        id="plan/help-not-checked",
        severity=Severity.ERROR,
        title=Phrase("Een hulpblok dat niemand heeft nagebeld", "A help block that nobody has checked"),
        why=Phrase(
            "Wie het moeilijk heeft, belt wat hier staat. Een nummer dat niet werkt, merk je dan te laat.",
            "Whoever is in need dials what stands here. That a number does not work would be noticed too late.",
        ),
        message=Phrase("Niemand heeft deze nummers nagebeld.", "Nobody has called these numbers."),
        hint=Phrase(
            "Bel elk nummer. Schrijf dan bij `reviewed_by` wie dat deed, en bij `reviewed_on` wanneer.",
            "Call each number. Then write under `reviewed_by` who did, and under `reviewed_on` when.",
        ),
        bad=example(("content/help.yml", HELP.replace("Sam de Wit", "‹VUL IN› Wie elk nummer heeft nagebeld"))),
        good=example(("content/help.yml", HELP)),
    ),
    Rule(
        id="site/nothing-published",
        severity=Severity.ERROR,
        title=Phrase("Geen enkel programma is gepubliceerd", "No programme is published"),
        why=Phrase(
            "De site zou geen enkel programma tonen. Wil je een concept bekijken, gebruik dan `--preview`.",
            "The site would show no programme at all. To look at a draft, use `--preview`.",
        ),
        message=Phrase(
            "Geen van de programma's die hier staan, is gepubliceerd.",
            "None of the programmes listed here is published.",
        ),
        hint=Phrase(
            "Zet bij een programma `status: published`, of bekijk het met `--preview`.",
            "Set `status: published` in a programme, or look at it with `--preview`.",
        ),
        bad=example((PROGRAMME_PATH, PROGRAMME.replace("status: published", "status: review")), (CONFIG_PATH, CONFIG)),
        good=example((PROGRAMME_PATH, PROGRAMME), (CONFIG_PATH, CONFIG)),
    ),
)
