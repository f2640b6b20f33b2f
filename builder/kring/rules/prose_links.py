"""Rules about the links and images of a text."""

from __future__ import annotations

from kring.rules.prose_rule import prose_rule
from kring.rules.rule import Phrase, Rule

LINK_RULES: tuple[Rule, ...] = (
    prose_rule(
        "unsafe-link",
        title=Phrase("Adres dat niet mag", "Address that is not allowed"),
        why=Phrase(
            "Een link gaat naar iets in Kring of naar een beveiligde website. Andere adressen kunnen iets laten "
            "draaien op het toestel van de lezer, laten meelezen, of werken na het bouwen niet meer.",
            "A link leads to something in Kring or to a secure website. Other addresses can run something on the "
            "reader's device, let others read along, or stop working once the site is built.",
        ),
        message=Phrase("Het adres `{address}` mag hier niet.", "The address `{address}` is not allowed here."),
        hint=Phrase(
            "Gebruik een adres dat begint met `https://`, of een verwijzing zoals `article:id`.",
            "Use an address that begins with `https://`, or a reference such as `article:id`.",
        ),
        hint_with={
            "secure": Phrase(
                "Schrijf `{secure}` als die website dat kan.", "Write `{secure}` if that website can do it."
            ),
            "file": Phrase(
                "Schrijf wat het is en zijn id, niet zijn bestand: `article:{file}` als het een artikel is.",
                "Write what it is and its id, not its file: `article:{file}` if it is an article.",
            ),
            "mail": Phrase("Is het een e-mailadres? Schrijf `{mail}`.", "Is it an e-mail address? Write `{mail}`."),
            "relative": Phrase(
                "Schrijf wat het is en zijn id, zoals `article:id`; een kop daarin is `article:id#de-kop`.",
                "Write what it is and its id, such as `article:id`; a heading in it is `article:id#the-heading`.",
            ),
        },
        bad="Lees [meer over rust](http://example.org/rust).\n",
        good="Lees [meer over rust](https://example.org/rust).\n",
    ),
    prose_rule(
        "unknown-scheme",
        title=Phrase("Adres van een onbekend soort", "Address of an unknown kind"),
        why=Phrase(
            "Wat voor de dubbele punt staat, zegt waar de link heen gaat. Kring kent maar een paar van die woorden.",
            "What stands before the colon says where the link leads. Kring knows only a few such words.",
        ),
        message=Phrase(
            "`{scheme}:` kent Kring niet, in `{address}`.", "Kring does not know `{scheme}:`, in `{address}`."
        ),
        hint=Phrase("Gebruik een van deze: {schemes}.", "Use one of these: {schemes}."),
        hint_with={"near": Phrase("Bedoel je `{near}:`?", "Did you mean `{near}:`?")},
        bad="Lees [meer over rust](artikel:voorbeeld).\n",
        good="Lees [meer over rust](article:voorbeeld).\n",
    ),
    prose_rule(
        "malformed-link",
        title=Phrase("Adres dat niet klopt", "Address that is not right"),
        why=Phrase(
            "Zo kan Kring niet zien waar de link heen gaat.", "This way Kring cannot tell where the link leads."
        ),
        message=Phrase(
            "`{address}` klopt niet. Verwacht wordt iets als `{form}`.",
            "`{address}` is not right. Something like `{form}` is expected.",
        ),
        hint=Phrase(
            "Schrijf het zoals `{form}`. Een id heeft kleine letters, cijfers en streepjes.",
            "Write it like `{form}`. An id has lower-case letters, digits and hyphens.",
        ),
        bad="Lees [meer over rust](article:Voorbeeld.md).\n",
        good="Lees [meer over rust](article:voorbeeld).\n",
    ),
    prose_rule(
        "empty-link",
        title=Phrase("Link zonder woorden", "Link without words"),
        why=Phrase(
            "Een link zonder woorden is niet aan te wijzen, en een schermlezer heeft er niets over te zeggen.",
            "A link without words cannot be pointed at, and a screen reader has nothing to say about it.",
        ),
        message=Phrase("De link naar `{address}` heeft geen woorden.", "The link to `{address}` has no words."),
        hint=Phrase(
            "Zet tussen de rechte haken waar de link heen gaat.",
            "Put between the square brackets where the link leads.",
        ),
        bad="Lees [](article:voorbeeld).\n",
        good="Lees [meer over rust](article:voorbeeld).\n",
    ),
    prose_rule(
        "link-title",
        title=Phrase("Tekst achter het adres", "Text behind the address"),
        why=Phrase(
            "Zo'n tekst verschijnt alleen als je met een muis op de link blijft staan: op een telefoon en op papier "
            "ziet niemand hem.",
            "Such a text only appears while a mouse rests on the link: on a phone and on paper nobody sees it.",
        ),
        message=Phrase(
            "De tekst “{title}” achter het adres zou wegvallen.",
            "The text “{title}” behind the address would be lost.",
        ),
        hint=Phrase("Haal hem weg, of schrijf hem in de zin zelf.", "Remove it, or write it in the sentence itself."),
        bad='Lees [meer over rust](article:voorbeeld "drie minuten").\n',
        good="Lees [meer over rust](article:voorbeeld) (drie minuten).\n",
    ),
    prose_rule(
        "media-as-link",
        title=Phrase("Plaatje zonder uitroepteken", "Image without exclamation mark"),
        why=Phrase(
            "Zonder uitroepteken is het een link naar een los bestand in plaats van een plaatje op de pagina.",
            "Without the exclamation mark it is a link to a loose file instead of an image on the page.",
        ),
        message=Phrase("`{address}` is een plaatje, geen pagina.", "`{address}` is an image, not a page."),
        hint=Phrase("Schrijf `![beschrijving]({address})`.", "Write `![description]({address})`."),
        bad="[Een open kring](media:kring.svg)\n",
        good="![Een open kring](media:kring.svg)\n",
    ),
    prose_rule(
        "image-not-media",
        title=Phrase("Plaatje van elders", "Image from elsewhere"),
        why=Phrase(
            "Een plaatje van een andere website vertelt die website wie hier leest, en kan verdwijnen.",
            "An image from another website tells that website who reads here, and may vanish.",
        ),
        message=Phrase(
            "Het plaatje `{address}` staat niet in een map `media`.",
            "The image `{address}` is not in a folder `media`.",
        ),
        hint=Phrase(
            "Zet het bestand in `media/` en schrijf `media:` met de naam van het bestand.",
            "Put the file into `media/` and write `media:` with the name of the file.",
        ),
        bad="![Een open kring](https://example.org/kring.svg)\n",
        good="![Een open kring](media:kring.svg)\n",
    ),
    prose_rule(
        "no-alternative-text",
        title=Phrase("Plaatje zonder beschrijving", "Image without description"),
        why=Phrase(
            "Wie het plaatje niet kan zien, hoort de beschrijving voorlezen. Zonder beschrijving mist die lezer het.",
            "Who cannot see the image hears the description read out. Without it that reader misses out.",
        ),
        message=Phrase("Het plaatje `{address}` heeft geen beschrijving.", "The image `{address}` has no description."),
        hint=Phrase(
            "Zet tussen de rechte haken in een paar woorden wat erop te zien is.",
            "Put in a few words between the square brackets what it shows.",
        ),
        bad="![](media:kring.svg)\n",
        good="![Een open kring](media:kring.svg)\n",
    ),
    prose_rule(
        "image-not-alone",
        title=Phrase("Plaatje midden in de tekst", "Image in the middle of text"),
        why=Phrase(
            "Een plaatje in een zin, kop, link of tabel is op een telefoon en op papier te klein of te groot.",
            "An image in a sentence, heading, link or table is too small or too large on a phone and on paper.",
        ),
        message=Phrase(
            "Dit plaatje staat niet in een alinea voor zich alleen.",
            "This image does not stand in a paragraph of its own.",
        ),
        hint=Phrase(
            "Zet het plaatje op een eigen regel, met een lege regel erboven en eronder.",
            "Put the image on a line of its own, with an empty line above and below it.",
        ),
        bad="Zo zitten we: ![Een open kring](media:kring.svg)\n",
        good="Zo zitten we:\n\n![Een open kring](media:kring.svg)\n",
    ),
)
