"""What an author does with a new file next: where it is referred to, and how."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kring.rules.rule import Phrase
from kring.source.kinds import Kind

SHARED_SESSION = Phrase(
    "Neem de sessie over in elk programme.yml waar ze bij hoort, onder `sessions`: `- session: {id}`",
    "Take it up in each programme.yml to which it belongs, under `sessions`: `- session: {id}`",
)
"""What to do with a new session of the library; `{id}` stands for its id."""

NEXT_STEPS: Mapping[Kind, Phrase] = MappingProxyType(
    {
        Kind.PROGRAMME: Phrase(
            "Bekijk het met `kring serve --preview`. Klaar voor de site? Zet er `status: published` in,"
            " en `{id}` bij `programmes` in site_config.yml.",
            "Look at it with `kring serve --preview`. Ready for the site? Write `status: published` in it,"
            " and add `{id}` to `programmes` in site_config.yml.",
        ),
        Kind.SESSION: Phrase(
            "Bekijk de sessie met `kring serve --preview`. Klaar? Maak er `status: published` van.",
            "Look at it with `kring serve --preview`. Ready? Change it to `status: published`.",
        ),
        Kind.ACTIVITY: Phrase(
            "Neem hem over in de agenda van een sessie: `use: {id}`",
            "Take it up in the agenda of a session: `use: {id}`",
        ),
        Kind.HOMEWORK: Phrase(
            "Geef het op in een sessie met `homework: [{id}]`, en bespreek het in een latere met `reviews: [{id}]`.",
            "Set it in a session with `homework: [{id}]`, and review it in a later one with `reviews: [{id}]`.",
        ),
        Kind.QUESTIONNAIRE: Phrase(
            "Zet hem in programme.yml onder `measurement`: `questionnaires: [{id}]`",
            "Put it into programme.yml under `measurement`: `questionnaires: [{id}]`",
        ),
        Kind.DIARY: Phrase(
            "Zet in de sessie waarin deelnemers ermee beginnen: `diaries: [{id}]`",
            "Write in the session in which participants begin it: `diaries: [{id}]`",
        ),
        Kind.ARTICLE: Phrase(
            "Verwijs ernaar in een sessie met `articles: [{id}]`, of in een tekst: `[lees dit](article:{id})`",
            "Refer to it in a session with `articles: [{id}]`, or in a text: `[lees dit](article:{id})`",
        ),
        Kind.HANDOUT: Phrase(
            "Verwijs ernaar in een stap van een sessie: `handouts: [{id}]`",
            "Refer to it in a step of a session: `handouts: [{id}]`",
        ),
        Kind.PAGE: Phrase(
            "Verwijs ernaar in een tekst: `[lees dit](page:{id})`", "Refer to it in a text: `[lees dit](page:{id})`"
        ),
        Kind.MODULE: Phrase(
            "Verwijs ernaar in een stap of in huiswerk, met `module_step`.",
            "Refer to it in a step or in homework, with `module_step`.",
        ),
        Kind.GLOSSARY: Phrase(
            "Verwijs naar een begrip in een tekst: `[begeleider](term:begeleider)`",
            "Refer to a term in a text: `[begeleider](term:begeleider)`",
        ),
        Kind.HELP: Phrase(
            "Bel elk nummer na, en zet onder `check` wie dat deed.",
            "Ring every number, and write under `check` who did.",
        ),
    }
)
"""Kind → what to do with a new file of it; `{id}` stands for its id."""
