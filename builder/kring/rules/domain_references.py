"""Rules about references: what is referred to is there and can be reached, and what is there is referred to."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    ARTICLE,
    ARTICLE_PATH,
    PLAIN_SECOND_SESSION,
    PROGRAMME_PATH,
    SECOND_SESSION_PATH,
    SESSION,
    SESSION_PATH,
    TWO_SESSIONS,
    example,
    with_link,
)
from kring.rules.rule import Phrase, Rule

_LONE_ARTICLE = ("content/articles/adem.md", "---\ntitle: Adem\nsummary: Hoe adem helpt.\n---\n\nAdem rustig uit.\n")

REFERENCE_RULES: tuple[Rule, ...] = (
    Rule(
        id="reference/dangling",
        severity=Severity.ERROR,
        title=Phrase("Een verwijzing naar iets dat er niet is", "A reference to something that is not there"),
        why=Phrase(
            "Wie op de pagina klikt, zou nergens uitkomen. Kring bouwt daarom pas als elke verwijzing klopt.",
            "Whoever follows it would end up nowhere. So nothing is built until every reference leads somewhere.",
        ),
        message=Phrase("Er is hier geen {kind:kind} `{id}`.", "There is no {kind:kind} `{id}` here."),
        hint=Phrase(
            "Maak het bestand `{file}`, of haal de verwijzing weg.",
            "Create the file `{file}`, or remove the reference.",
        ),
        hint_with={
            "session": Phrase(
                "Een sessie heet naar haar bestand, niet naar een nummer. Schrijf `{session}`.",
                "A session is called by the name of its file, not by a number. Write `{session}`.",
            ),
            "sessions": Phrase(
                "Een sessie heet naar haar bestand, niet naar een nummer. Kies uit: {sessions}.",
                "A session is called by the name of its file, not by a number. Choose one of: {sessions}.",
            ),
            "renamed": Phrase("Dat heet nu `{renamed}`.", "That is called `{renamed}` now."),
            "called": Phrase(
                "Het bestand heet `{called}`. Schrijf `{nearby}`.", "The file is called `{called}`. Write `{nearby}`."
            ),
            "shared": Phrase(
                "Een sessie uit `content/sessions/` heeft alleen een pagina in een programma dat haar overneemt: zet daar in programme.yml `- session: {shared}`.",
                "A session in `content/sessions/` has a page only in a programme that takes it up: write `- session: {shared}` in its programme.yml.",
            ),
            "programme": Phrase(
                "Het hoort bij het programma `{programme}`, en alleen dat programma kan het gebruiken. Verplaats het naar `content/` om het te delen.",
                "It belongs to the programme `{programme}`, and only that programme can use it. Move it to `content/` to share it.",
            ),
            "other": Phrase(
                "Er is wel een {other:kind} met die id. Bedoel je die?",
                "There is a {other:kind} with that id. Is that what you mean?",
            ),
            "now": Phrase(
                "Heet het nu `{now}`? Maak anders het bestand `{file}`, of haal de verwijzing weg.",
                "Is it called `{now}` now? If not, create the file `{file}`, or remove the reference.",
            ),
            "nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?"),
            "not_an_id": Phrase(
                "Verbeter de id: alleen kleine letters en cijfers, met een enkel streepje ertussen.",
                "Correct the id: lower-case letters and digits only, with single hyphens between them.",
            ),
        },
        bad=SESSION.replace("[rust]", "[rust, rusten]"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="reference/no-such-step",
        severity=Severity.ERROR,
        title=Phrase("De module heeft die stap niet", "The module has no such step"),
        why=Phrase(
            "Deelnemers krijgen een link naar precies deze stap van de online module.",
            "Participants get a link to exactly this step of the online module.",
        ),
        message=Phrase("De module `{module}` heeft geen stap `{id}`.", "The module `{module}` has no step `{id}`."),
        hint=Phrase(
            "Verbeter de id, of voeg de stap toe aan de module.", "Correct the id, or add the step to the module."
        ),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=SESSION.replace("step: beginnen", "step: begin"),
        good=SESSION,
        example_path=SESSION_PATH,
    ),
    Rule(
        id="reference/no-such-term",
        severity=Severity.ERROR,
        title=Phrase("Een begrip dat niet is uitgelegd", "A term that is not explained"),
        why=Phrase(
            "Wie op het woord klikt, verwacht uitleg in de begrippenlijst.",
            "Whoever follows the word expects an explanation in the glossary.",
        ),
        message=Phrase(
            "Het begrip `{id}` staat niet in content/glossary.yml.", "The term `{id}` is not in content/glossary.yml."
        ),
        hint=Phrase("Voeg het begrip toe, of haal de link weg.", "Add the term, or remove the link."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=with_link("dit", "term:begeleiders"),
        good=with_link("dit", "term:begeleider"),
        example_path=SESSION_PATH,
    ),
    Rule(
        id="reference/no-such-heading",
        severity=Severity.ERROR,
        title=Phrase("Een link naar een kop die er niet is", "A link to a heading that is not there"),
        why=Phrase(
            "De link zou bovenaan de pagina uitkomen, en niet bij het stuk waar het om gaat.",
            "The link would end at the top of the page instead of at the part it is about.",
        ),
        message=Phrase(
            "In {kind:the_kind} `{id}` staat geen kop `#{anchor}`.",
            "There is no heading `#{anchor}` in {kind:the_kind} `{id}`.",
        ),
        hint=Phrase(
            "Schrijf achter # de woorden van de kop: kleine letters, met streepjes ertussen. Of laat # weg.",
            "Write the words of the heading after #, in lower case with hyphens between them. Or leave # out.",
        ),
        hint_with={
            "without": Phrase(
                "Alleen in artikelen, werkbladen en pagina's kun je naar een kop linken. Link naar `{without}` zonder #.",
                "Only articles, hand-outs and pages have headings to link to. Link to `{without}` without #.",
            ),
            "nearby": Phrase("Bedoel je `#{nearby}`?", "Did you mean `#{nearby}`?"),
            "known": Phrase("Deze koppen zijn er: {known}.", "These headings are there: {known}."),
        },
        bad=example(
            (ARTICLE_PATH, ARTICLE),
            (SESSION_PATH, with_link("waarom", "article:rust#waarom-werkt-dat")),
        ),
        good=example(
            (ARTICLE_PATH, ARTICLE),
            (SESSION_PATH, with_link("waarom", "article:rust#waarom-dat-werkt")),
        ),
    ),
    Rule(
        id="reference/no-such-media",
        severity=Severity.ERROR,
        title=Phrase("Een mediabestand dat er niet is", "A media file that is not there"),
        why=Phrase(
            "Op de pagina zou een gat staan waar de afbeelding hoort. Hoofdletters tellen mee.",
            "The page would have a gap in place of the image. Upper and lower case count.",
        ),
        message=Phrase("Er is hier geen mediabestand `{name}`.", "There is no media file `{name}` here."),
        hint=Phrase("Zet het bestand in `{folder}`.", "Put the file into `{folder}`."),
        hint_with={
            "same": Phrase(
                "Het bestand heet `{same}`: schrijf de naam precies zo, met dezelfde hoofdletters.",
                "The file is called `{same}`: write the name just like that, with the same capitals.",
            ),
            "now": Phrase(
                "Heet het nu `{now}`? Zet anders het bestand in `{folder}`.",
                "Is it called `{now}` now? If not, put the file into `{folder}`.",
            ),
            "nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?"),
        },
        bad=ARTICLE + "\n![Een rustige kamer](media:kamer.svg)\n",
        good=ARTICLE,
        example_path=ARTICLE_PATH,
    ),
    Rule(
        id="reference/unused",
        severity=Severity.WARNING,
        title=Phrase("Niets verwijst hiernaar", "Nothing refers to this"),
        why=Phrase(
            "Wat nergens gebruikt wordt, krijgt niemand te zien. Vaak is ergens een verwijzing vergeten.",
            "What is used nowhere is seen by nobody. Often a reference was forgotten somewhere.",
        ),
        message=Phrase("Niets gebruikt {kind:the_kind} `{id}`.", "Nothing uses {kind:the_kind} `{id}`."),
        hint=Phrase("Verwijs ernaar waar het hoort, of haal het weg.", "Refer to it where it belongs, or remove it."),
        bad=example(_LONE_ARTICLE),
        good=example(_LONE_ARTICLE, (SESSION_PATH, SESSION.replace("[rust]", "[rust, adem]"))),
    ),
    Rule(
        id="reference/session-not-in-programme",
        severity=Severity.WARNING,
        title=Phrase("Een sessie die niet in het programma staat", "A session that is not in the programme"),
        why=Phrase(
            "De volgorde in programme.yml bepaalt welke sessies er zijn. Deze sessie komt nergens op de site.",
            "The order in programme.yml says which sessions there are. This session appears nowhere.",
        ),
        message=Phrase(
            "De sessie `{id}` staat niet onder `sessions` in programme.yml.",
            "The session `{id}` is not under `sessions` in programme.yml.",
        ),
        hint=Phrase(
            "Voeg toe in programme.yml: `- session: {id}`. Of haal het bestand weg.",
            "Add to programme.yml: `- session: {id}`. Or remove the file.",
        ),
        bad=example((SECOND_SESSION_PATH, PLAIN_SECOND_SESSION)),
        good=example((SECOND_SESSION_PATH, PLAIN_SECOND_SESSION), (PROGRAMME_PATH, TWO_SESSIONS)),
    ),
)
