"""Rules about what is printed for a session: that it is there, and fits."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import SESSION, SESSION_PATH, example
from kring.rules.rule import Phrase, Rule

_MATERIAL = """\
    minutes: 15
    materials:
      - item: Set antwoordkaartjes
        per: participant
"""
_NAMED = SESSION.replace("    minutes: 15\n", _MATERIAL)
_PRINTED = _NAMED.replace("per: participant\n", "per: participant\n        handout: antwoordkaartjes\n")
_PATH = "content/handouts/antwoordkaartjes.md"
_CARDS = """\
---
title: Antwoordkaartjes
summary: Twee kaartjes om mee te antwoorden.
cards:
  size: wallet
  per: participant
  items:
    - id: ken-ik
      text: Dat ken ik
    - id: ken-ik-niet
      text: Dat ken ik niet
---

Leg er een voor je neer.
"""
_LONG = _CARDS.replace("text: Dat ken ik\n", f"text: {'Dat ken ik van vroeger. ' * 6}\n")

PRINTED_RULES: tuple[Rule, ...] = (
    Rule(
        id="print/no-sheet",
        severity=Severity.WARNING,
        title=Phrase("Een kaartje of blad dat niemand kan printen", "A card or sheet that nobody can print"),
        why=Phrase(
            "Wie de sessie voorbereidt, moet het anders zelf maken, en elke keer anders.",
            "Whoever prepares the session has to make it by hand otherwise, and differently each time.",
        ),
        message=Phrase(
            "‘{item}’ klinkt als iets wat geprint wordt, maar er hoort geen werkblad bij.",
            "‘{item}’ sounds like something that is printed, but no hand-out belongs to it.",
        ),
        hint=Phrase(
            "Zet eronder `handout:` met de id van het werkblad of de kaartjes. Zijn die er nog niet? Begin met "
            "`kring new handout`, en gebruik `cards` voor kaartjes.",
            "Put `handout:` below it, with the id of the sheet or the cards. Are there none yet? Begin with "
            "`kring new handout`, and use `cards` for cards.",
        ),
        bad=example((SESSION_PATH, _NAMED)),
        good=example((SESSION_PATH, _PRINTED), (_PATH, _CARDS)),
    ),
    Rule(
        id="print/card-too-long",
        severity=Severity.ERROR,
        title=Phrase("Een tekst die niet op een kaartje past", "A text that does not fit on a card"),
        why=Phrase(
            "Kleinere letters zijn op armlengte niet te lezen.",
            "Smaller letters cannot be read at arm's length.",
        ),
        message=Phrase(
            "Deze tekst vraagt de ruimte van {length} tekens; op een kaartje van dit formaat passen er {most}.",
            "This text takes the room of {length} signs; a card of this size holds {most}.",
        ),
        hint=Phrase("Kort de tekst in, of kies een groter formaat.", "Shorten the text, or choose a larger size."),
        bad=example((SESSION_PATH, _PRINTED), (_PATH, _LONG)),
        good=example((SESSION_PATH, _PRINTED), (_PATH, _CARDS)),
    ),
)
