"""Passive constructions are found where they are, and nowhere else."""

from __future__ import annotations

import pytest

from kring.language.passive import passives

PASSIVE = {
    "De vragen worden door een begeleider nagekeken.": "worden … nagekeken",
    "Er wordt gevraagd of je meedoet.": "wordt gevraagd",
    "Je wordt gebeld.": "wordt gebeld",
    "Word je gestoord?": "word … gestoord",
    "Dit is door de groep bedacht.": "is … bedacht",
    "Wat hier verteld wordt, blijft hier.": "verteld wordt",
    "De tekst moet gelezen worden.": "gelezen worden",
    "De brief werd verstuurd.": "werd verstuurd",
    "Alles wordt besproken met je huisarts.": "wordt besproken",
    "De pagina wordt niet bewaard.": "wordt … bewaard",
    "Dat kan later worden aangepast.": "worden aangepast",
    "Je gegevens worden vernietigd na een jaar.": "worden vernietigd",
    "Er wordt geld ingezameld voor het goede doel.": "wordt … ingezameld",
    "De sessie wordt voorbereid door twee mensen.": "wordt voorbereid",
    "Welke stap het eerst gezet wordt, kies je zelf.": "gezet wordt",
    "Het blad wordt in de groep opgehangen.": "wordt … opgehangen",
}

ACTIVE = [
    "Je wordt er gespannen van.",
    "Het wordt beter.",
    "Ik ben gegaan.",
    "Zij is door het park gelopen.",
    "De dag wordt lang en hij vertelt veel.",
    "Het wordt wat hij bedoelt.",
    "Je wordt moe van een volle bus.",
    "Wordt het te veel? Stop dan.",
    "Het is geregeld.",
    "Sam wordt verliefd.",
    "Het wordt een gesloten groep met vaste tijden.",
    "Dat is door en door vertrouwd.",
    "Het is fijn om door te gaan.",
    "Je wordt volwassen.",
    "Het wordt laat, want er is veel gebeurd.",
    "Dan wordt het geluid harder.",
    "Ze worden als kind en gezin samen sterker.",
    "Het woord staat in de gids.",
]


@pytest.mark.parametrize("sentence", PASSIVE)
def test_a_passive_is_found_with_its_words(sentence: str) -> None:
    assert list(passives(sentence)) == [PASSIVE[sentence]]


@pytest.mark.parametrize("sentence", ACTIVE)
def test_what_is_no_passive_is_left_alone(sentence: str) -> None:
    assert list(passives(sentence)) == []


def test_each_of_several_is_found() -> None:
    assert list(passives("Je wordt gebeld, en daarna wordt alles besproken.")) == ["wordt gebeld", "wordt … besproken"]
