"""Rules about the text of a file: its characters, and the data above a Markdown text."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.rule import Phrase, Rule

_ARTICLE = "---\ntitle: Rust\nsummary: Waarom rust helpt.\n---\n"

CHARACTER_RULES: tuple[Rule, ...] = (
    Rule(
        id="file/not-utf8",
        severity=Severity.ERROR,
        title=Phrase("Geen UTF-8", "Not UTF-8"),
        why=Phrase(
            "Alleen in UTF-8 komen letters als é en ë op elke computer goed over.",
            "Only in UTF-8 do letters such as é and ë arrive unharmed on every computer.",
        ),
        message=Phrase(
            "Hier staat een teken dat niet als UTF-8 is opgeslagen (byte {byte}). Kring leest alleen UTF-8.",
            "There is a character here that was not saved as UTF-8 (byte {byte}). Kring reads UTF-8 only.",
        ),
        hint=Phrase(
            "Sla het bestand opnieuw op en kies bij codering UTF-8.",
            "Save the file again and choose UTF-8 as its encoding.",
        ),
        bad="title: Café\n",
        good="title: Café\n",
        bad_encoding="latin-1",
    ),
    Rule(
        id="file/two-versions",
        severity=Severity.ERROR,
        title=Phrase("Twee versies door elkaar", "Two versions mixed"),
        why=Phrase(
            "Twee mensen veranderden dezelfde regels. Git zet dan beide versies in het bestand, tot iemand kiest.",
            "Two people changed the same lines. Git then puts both versions into the file, until somebody chooses.",
        ),
        message=Phrase(
            "Hier staan twee versies onder elkaar: de ene tot regel {between}, de andere tot regel {last}.",
            "Here are two versions, one below the other: one up to line {between}, the other up to line {last}.",
        ),
        hint=Phrase(
            "Houd de regels die je wilt, en haal de andere weg. Ook de regels met `<<<<<<<`, `=======` en `>>>>>>>` "
            "gaan weg.",
            "Keep the lines that you want and remove the others. The lines with `<<<<<<<`, `=======` and `>>>>>>>` go "
            "as well.",
        ),
        bad=_ARTICLE + "<<<<<<< HEAD\nRust helpt.\n=======\nRust doet goed.\n>>>>>>> voorjaar\n",
        good=_ARTICLE + "Rust helpt.\n",
        example_path="content/articles/voorbeeld.md",
    ),
    Rule(
        id="file/utf-16",
        severity=Severity.ERROR,
        title=Phrase("Opgeslagen als UTF-16", "Saved as UTF-16"),
        why=Phrase("Kring en de meeste programma's lezen UTF-8.", "Kring and most programs read UTF-8."),
        message=Phrase(
            "Dit bestand is opgeslagen als UTF-16. Kring leest alleen UTF-8.",
            "This file was saved as UTF-16. Kring reads UTF-8 only.",
        ),
        hint=Phrase(
            "Sla het bestand opnieuw op en kies bij codering UTF-8, niet Unicode.",
            "Save the file again and choose UTF-8 as its encoding, not Unicode.",
        ),
        bad="title: Rust\n",
        good="title: Rust\n",
        bad_encoding="utf-16",
    ),
    Rule(
        id="file/control-character",
        severity=Severity.ERROR,
        title=Phrase("Onzichtbaar stuurteken", "Invisible control character"),
        why=Phrase(
            "Stuurtekens zie je niet, maar ze breken pagina's en boeken. Vaak komen ze mee met knippen en plakken.",
            "Control characters cannot be seen, but they break pages and books. Often they come with a paste.",
        ),
        message=Phrase(
            "Hier staat een onzichtbaar stuurteken ({character}).",
            "There is an invisible control character here ({character}).",
        ),
        hint=Phrase(
            "Haal het teken weg; typ dit stukje zo nodig opnieuw.",
            "Remove the character; type this piece again if needed.",
        ),
        bad="title: Rus\x00t\n",
        good="title: Rust\n",
    ),
    Rule(
        id="file/bidi-character",
        severity=Severity.ERROR,
        title=Phrase("Teken dat de leesrichting omdraait", "Character that turns the reading direction"),
        why=Phrase(
            "Met zo'n teken ziet een lezer iets anders dan er staat. Wie nakijkt, wordt misleid.",
            "With such a character readers see something else than what is written, and reviewers are deceived.",
        ),
        message=Phrase(
            "Hier staat een onzichtbaar teken dat de leesrichting verandert ({character}).",
            "There is an invisible character here that changes the reading direction ({character}).",
        ),
        hint=Phrase("Haal het teken weg.", "Remove the character."),
        bad="title: Rust\u202e tsur\n",
        good="title: Rust\n",
    ),
    Rule(
        id="file/invisible-character",
        severity=Severity.ERROR,
        title=Phrase("Onzichtbaar teken zonder breedte", "Invisible character without width"),
        why=Phrase(
            "Je ziet het niet, maar een woord is er een ander woord door. Vaak komt het mee met knippen en plakken.",
            "It cannot be seen, but it makes a word another word. Often it comes with a paste.",
        ),
        message=Phrase(
            "Hier staat een onzichtbaar teken zonder breedte ({character}).",
            "There is an invisible character without width here ({character}).",
        ),
        hint=Phrase("Haal het teken weg.", "Remove the character."),
        bad="title: Ru\u200bst\n",
        good="title: Rust\n",
    ),
    Rule(
        id="markdown/no-front-matter",
        severity=Severity.ERROR,
        title=Phrase("De gegevens boven de tekst ontbreken", "The fields above the text are missing"),
        why=Phrase(
            "Boven elke tekst staan de titel en andere gegevens.", "Above every text stand its title and other fields."
        ),
        message=Phrase(
            "Dit bestand begint niet met een regel `---` en daaronder de gegevens.",
            "This file does not begin with a line `---` and the fields below it.",
        ),
        hint=Phrase(
            "Zet bovenaan: een regel `---`, de velden, en weer een regel `---`.",
            "Begin with a line `---`, the fields, and another line `---`.",
        ),
        bad="Rust helpt.\n",
        good=_ARTICLE + "\nRust helpt.\n",
        example_path="content/articles/rust.md",
    ),
    Rule(
        id="markdown/unclosed-front-matter",
        severity=Severity.ERROR,
        title=Phrase("De gegevens boven de tekst worden niet afgesloten", "The fields above the text are not closed"),
        why=Phrase(
            "Zonder tweede `---` weet Kring niet waar de tekst begint.",
            "Without a second `---` Kring does not know where the text begins.",
        ),
        message=Phrase(
            "Hier beginnen de gegevens, maar er volgt geen tweede regel `---`.",
            "The fields begin here, but no second line `---` follows.",
        ),
        hint=Phrase(
            "Zet een regel met alleen `---` onder het laatste veld.", "Put a line with only `---` below the last field."
        ),
        bad="---\ntitle: Rust\n\nRust helpt.\n",
        good=_ARTICLE + "\nRust helpt.\n",
        example_path="content/articles/rust.md",
    ),
)
