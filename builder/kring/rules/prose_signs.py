"""Rules about signs in a text that readers would see instead of what was meant, or not see at all."""

from __future__ import annotations

from kring.rules.prose_rule import prose_rule
from kring.rules.rule import Phrase, Rule

_FOR_TAGS = {
    "br": Phrase(
        "Laat een lege regel vrij: dan begint een nieuwe alinea. Of zet een `\\` aan het eind van de regel.",
        "Leave an empty line: then a new paragraph begins. Or put a `\\` at the end of the line.",
    ),
    "bold": Phrase(
        "Zet voor en achter de woorden twee sterretjes: `**vet**`.",
        "Put two asterisks before and behind the words: `**bold**`.",
    ),
    "italic": Phrase(
        "Zet voor en achter de woorden een sterretje: `*cursief*`.",
        "Put an asterisk before and behind the words: `*italic*`.",
    ),
    "list": Phrase(
        "Zet elk punt van de lijst op een eigen regel, met `- ` ervoor. Genummerd is het `1. `.",
        "Put each item of the list on a line of its own, after `- `. Numbered it is `1. `.",
    ),
    "paragraph": Phrase(
        "Laat dit weg, en zet een lege regel tussen twee alinea's.",
        "Leave this out, and put an empty line between two paragraphs.",
    ),
    "link": Phrase(
        "Schrijf een link zo: `[de woorden](https://…)`.", "Write a link like this: `[the words](https://…)`."
    ),
    "image": Phrase(
        "Zet het bestand in `media/` en schrijf: `![wat erop te zien is](media:…)`.",
        "Put the file into `media/` and write: `![what it shows](media:…)`.",
    ),
    "heading": Phrase(
        "Zet de kop op een eigen regel, met hekjes ervoor: `## Mijn kop`.",
        "Put the heading on a line of its own, after hashes: `## My heading`.",
    ),
    "underline": Phrase(
        "Haal het weg: wat onderstreept is, lijkt een link. Maak het vet: `**zo**`.",
        "Remove it: what is underlined looks like a link. Make it bold: `**so**`.",
    ),
    "looks": Phrase(
        "Haal het weg: kleur, letter en grootte komen van het ontwerp van de site.",
        "Remove it: colour, type and size come from the design of the site.",
    ),
}
"""What authors use a tag for → how that is written."""

SIGN_RULES: tuple[Rule, ...] = (
    prose_rule(
        "raw-html",
        title=Phrase("HTML in een tekst", "HTML in a text"),
        why=Phrase(
            "Kring neemt geen HTML over uit teksten, zodat niemand ongemerkt iets op de site kan laten draaien.",
            "Kring takes no HTML from texts, so that nobody can make something run on the site unnoticed.",
        ),
        message=Phrase("`{html}` is HTML. Dat kan hier niet.", "`{html}` is HTML. That cannot be used here."),
        hint=Phrase(
            "Gebruik Markdown, zoals `**vet**`. Moet de lezer het teken zelf zien, schrijf dan `\\<`.",
            "Use Markdown, such as `**bold**`. If readers must see the sign itself, write `\\<`.",
        ),
        hint_with=_FOR_TAGS,
        bad="Neem <b>elke dag</b> rust.\n",
        good="Neem **elke dag** rust.\n",
    ),
    prose_rule(
        "not-in-dialect",
        title=Phrase("Opmaak die Kring niet kent", "Markup that Kring does not know"),
        why=Phrase(
            "Lezers zouden de tekens zelf zien, of een afvinklijst waar ze niets in kunnen aanvinken.",
            "Readers would see the signs themselves, or a checklist that they cannot tick.",
        ),
        message=Phrase(
            "`{construct}` is opmaak die Kring niet kent.", "`{construct}` is markup that Kring does not know."
        ),
        hint=Phrase(
            "Haal de tekens weg. Wil je dat lezers iets afvinken, maak dan een veld van het soort `checklist`; "
            "voor een kader is er `::: note`.",
            "Remove the signs. To let readers tick something, make a field of kind `checklist`; for a container there "
            "is `::: note`.",
        ),
        bad="- [ ] Een rondje lopen\n- [ ] Water drinken\n",
        good="- Een rondje lopen\n- Water drinken\n",
    ),
    prose_rule(
        "visible-sign",
        title=Phrase("Een teken dat lezers zien staan", "A sign that readers see"),
        why=Phrase(
            "Met een spatie te veel of te weinig is het geen kop, geen lijst en geen vette tekst: lezers zien het teken.",
            "With a space too many or too few it is no heading, no list and no bold text: readers see the sign.",
        ),
        message=Phrase(
            "Lezers zien hier `{sign}` staan: zo is het geen opmaak.",
            "Readers see `{sign}` here: this way it is no markup.",
        ),
        hint=Phrase("Haal het weg.", "Remove it."),
        hint_with={
            "heading": Phrase("Zet er een spatie achter: `{sign} `.", "Put a space behind it: `{sign} `."),
            "bullet": Phrase(
                "Begin elk punt van een lijst met een streepje en een spatie: `- `.",
                "Begin each item of a list with a hyphen and a space: `- `.",
            ),
            "strong": Phrase(
                "Zet de sterretjes vast aan de woorden: `**zo**`. Moet de lezer ze zien, schrijf dan `\\*\\*`.",
                "Put the asterisks right at the words: `**so**`. If readers must see them, write `\\*\\*`.",
            ),
        },
        bad="##Rust\n\n• Neem pauze.\n\nDat ** helpt **.\n",
        good="## Rust\n\n- Neem pauze.\n\nDat **helpt**.\n",
    ),
    prose_rule(
        "hidden-character",
        title=Phrase("Onzichtbaar teken", "Invisible character"),
        why=Phrase(
            "Onzichtbare tekens kunnen de volgorde van letters omdraaien of iets verbergen.",
            "Invisible characters can turn the order of letters around, or hide something.",
        ),
        message=Phrase(
            "`{entity}` is een teken dat niemand ziet, of dat niet bestaat.",
            "`{entity}` is a character that nobody sees, or that does not exist.",
        ),
        hint=Phrase("Haal het weg.", "Remove it."),
        bad="Neem elke dag &#x202e;rust.\n",
        good="Neem elke dag rust.\n",
    ),
    prose_rule(
        "broken-link",
        title=Phrase("Link die geen link wordt", "Link that does not become one"),
        why=Phrase(
            "Er staan haken en een adres, maar zo wordt het geen link: lezers zien de tekens zelf.",
            "There are brackets and an address, but this way it is no link: readers see the signs themselves.",
        ),
        message=Phrase("`{words}` wordt zo geen link.", "`{words}` does not become a link this way."),
        hint=Phrase(
            "Schrijf `[tekst](adres)`: zonder spatie tussen de haken en zonder spaties in het adres.",
            "Write `[text](address)`: no space between the brackets and no spaces in the address.",
        ),
        bad="Lees [meer over rust] (article:voorbeeld).\n",
        good="Lees [meer over rust](article:voorbeeld).\n",
    ),
    prose_rule(
        "unknown-footnote",
        title=Phrase("Voetnoot die er niet is", "Footnote that is not there"),
        why=Phrase(
            "Zonder tekst bij de voetnoot zien lezers alleen haken.",
            "Without a text for the footnote readers only see brackets.",
        ),
        message=Phrase(
            "De voetnoot {label} heeft in dit deel van de tekst geen inhoud.",
            "The footnote {label} has no text in this part of the page.",
        ),
        hint=Phrase(
            "Zet een regel `{label}: …` in hetzelfde deel: een kader (`:::`) heeft zijn eigen voetnoten, en erboven "
            "en eronder begint een nieuw deel.",
            "Put a line `{label}: …` into the same part: a container (`:::`) has its own footnotes, and above and "
            "below it a new part begins.",
        ),
        bad="Een pauze helpt.[^1]\n",
        good="Een pauze helpt.[^1]\n\n[^1]: Dat bleek uit onderzoek.\n",
    ),
    prose_rule(
        "unused-definition",
        title=Phrase("Voetnoot of adres dat niemand ziet", "Footnote or address that nobody sees"),
        why=Phrase(
            "Wat achter de dubbele punt staat, valt weg als niets in dit deel van de tekst naar het label verwijst.",
            "What stands behind the colon is lost if nothing in this part of the text refers to the label.",
        ),
        message=Phrase(
            "Naar `{label}` verwijst hier niets, of het label is al gebruikt. Deze regel zou wegvallen.",
            "Nothing here refers to `{label}`, or the label is taken already. This line would be lost.",
        ),
        hint=Phrase(
            "Verwijs ernaar in de tekst, of haal de regel weg. Is het gewone tekst, zet dan een `\\` voor de `[`.",
            "Refer to it in the text, or remove the line. If it is plain text, put a `\\` before the `[`.",
        ),
        bad="Neem rust.\n\n[Let op]: morgen\n",
        good="Neem rust.\n\n\\[Let op]: morgen\n",
    ),
    prose_rule(
        "footnote-place",
        title=Phrase("Voetnoot op een verkeerde plek", "Footnote in a wrong place"),
        why=Phrase(
            "In een kop of een andere voetnoot werkt de verwijzing niet, op het scherm noch op papier.",
            "In a heading or another footnote the reference does not work, neither on screen nor on paper.",
        ),
        message=Phrase(
            "De voetnoot {label} staat in een kop of in een andere voetnoot.",
            "The footnote {label} stands in a heading or in another footnote.",
        ),
        hint=Phrase("Zet hem achter een zin in de gewone tekst.", "Put it behind a sentence of the plain text."),
        bad="## Rust[^1]\n\nEen pauze helpt.\n\n[^1]: Dat bleek uit onderzoek.\n",
        good="## Rust\n\nEen pauze helpt.[^1]\n\n[^1]: Dat bleek uit onderzoek.\n",
    ),
)
