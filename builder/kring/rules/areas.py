"""The areas of the rule catalogue: what the first word of a rule's id stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kring.rules.rule import Phrase, Rule

AREAS: Mapping[str, Phrase] = MappingProxyType(
    {
        "file": Phrase("Bestanden en namen", "Files and names"),
        "markdown": Phrase("Gegevens boven een tekst", "Front matter"),
        "yaml": Phrase("Hoe YAML geschreven wordt", "How YAML is written"),
        "schema": Phrase("Velden en waarden", "Fields and values"),
        "prose": Phrase("Teksten en links", "Texts and links"),
        "language": Phrase("Leesbaarheid", "Reading level"),
        "reference": Phrase("Verwijzingen", "References"),
        "id": Phrase("Ids", "Ids"),
        "media": Phrase("Plaatjes en bestanden", "Pictures and files"),
        "programme": Phrase("Programma's", "Programmes"),
        "range": Phrase("Van en tot", "From and to"),
        "measurement": Phrase("Meten", "Measuring"),
        "agenda": Phrase("De agenda van een sessie", "The agenda of a session"),
        "homework": Phrase("Huiswerk", "Homework"),
        "form": Phrase("Formulieren", "Forms"),
        "questionnaire": Phrase("Vragenlijsten", "Questionnaires"),
        "help": Phrase("Het hulpblok", "The help block"),
        "date": Phrase("Controles op tijd", "Reviews on time"),
        "site": Phrase("De site als geheel", "The site as a whole"),
        "plan": Phrase("De pagina's van de site", "The pages of the site"),
        "release": Phrase("Vastgelegde versies", "Releases"),
        "suppression": Phrase("Toestaan met een reden", "Allowing with a reason"),
        "output": Phrase("De map van de site", "The output folder"),
        "deployed": Phrase("Een site online", "A site online"),
        "print": Phrase("Drukwerk", "Print"),
    }
)
"""Area → its title, in the order in which the reference shows them."""


def area_of(rule: Rule) -> str:
    """Return the area of a rule."""
    return rule.id.partition("/")[0]


def by_area(rules: Iterable[Rule]) -> Mapping[str, list[Rule]]:
    """Return the rules of each area that has any, in the order of the areas. Raises KeyError for an unknown area."""
    found: dict[str, list[Rule]] = {area: [] for area in AREAS}
    for rule in rules:
        found[area_of(rule)].append(rule)
    return {area: rules for area, rules in found.items() if rules}
