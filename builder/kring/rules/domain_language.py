"""Rules about plain words: what participants read, and how much of it in a week."""

from __future__ import annotations

from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.example_files import (
    ARTICLE,
    ARTICLE_PATH,
    PROGRAMME_PATH,
    TWO_SESSIONS,
    homework_example,
)
from kring.rules.rule import Phrase, Rule

_BODY = "Even stoppen helpt. Daarna kies je beter.\n"

_HARD = """\
Vermoeidheidsklachten beïnvloeden concentratievermogen, besluitvaardigheid en communicatieve mogelijkheden
aanzienlijk. Regelmatige onderbrekingen voorkomen overbelasting en verminderen prikkelgevoeligheid. Aandachtige
rustmomenten ondersteunen lichamelijke herstelmechanismen en versterken psychologische veerkracht. Verantwoordelijke
werkgevers organiseren ontspanningsmogelijkheden, concentratieruimtes en begeleidingsgesprekken.

Buitenactiviteiten verbeteren gezondheidsbeleving, slaapkwaliteit en stemmingsregulatie. Ademhalingsoefeningen
vertragen automatische stressreacties en verminderen spierspanning. Ontspanningsoefeningen vereisen nauwelijks
voorbereidingstijd en kosten hoegenaamd niets. Deelnemers rapporteren aanmerkelijke verbeteringen, uiteenlopend van
concentratievermogen tot levenstevredenheid.

Energieverdeling veronderstelt zelfkennis, realistische verwachtingen en planningsvaardigheden. Overbelaste
deelnemers onderschatten herstelbehoeften en overschatten prestatiemogelijkheden. Weekoverzichten verhelderen
energieverliezen, energiebronnen en terugkerende gedragspatronen. Begeleiders ondersteunen deelnemers, formuleren
alternatieven en bevorderen zelfstandigheid. Huisgenoten beïnvloeden herstelmogelijkheden eveneens, waardoor
duidelijke communicatie onmisbaar blijft. Tegenvallende resultaten ondermijnen motivatie; tussentijdse
waardering versterkt doorzettingsvermogen.
"""

_EASY = """\
Als je moe bent, denk je minder goed na. Kiezen en praten kosten dan meer moeite. Stop daarom op vaste tijden.
Dan raak je minder snel vol. Rust is goed voor je lijf en ook voor je hoofd. Vraag op je werk om een stille plek.

Ga even naar buiten als dat kan. Veel mensen slapen daar beter van. Let ook op je adem. Adem rustig uit, dan
worden je spieren zachter. Het kost bijna geen tijd en geen geld. Wie het doet, merkt vaak dat het helpt.

Je kunt je energie verdelen. Kijk eerst wat je echt kunt. Veel mensen denken dat ze meer aankunnen. Ze denken ook
dat ze weinig rust nodig hebben. Schrijf een week lang op wat je moe maakt. Schrijf ook op wat je iets geeft. Je
begeleider kijkt met je mee. Vertel thuis wat je nodig hebt. Lukt het een keer niet? Dan begin je gewoon weer.
"""

EASE: Mapping[str, Phrase] = {
    "very_easy": Phrase("zeer gemakkelijk", "very easy"),
    "easy": Phrase("gemakkelijk", "easy"),
    "fairly_easy": Phrase("tamelijk gemakkelijk", "fairly easy"),
    "normal": Phrase("normaal", "normal"),
    "fairly_hard": Phrase("tamelijk moeilijk", "fairly hard"),
    "hard": Phrase("moeilijk", "hard"),
    "very_hard": Phrase("zeer moeilijk", "very hard"),
}
"""Douma's classes of reading ease."""

LANGUAGE_RULES: tuple[Rule, ...] = (
    Rule(
        id="language/long-sentence",
        severity=Severity.WARNING,
        title=Phrase("Een lange zin", "A long sentence"),
        why=Phrase(
            "Wie moe is of moeite heeft met lezen, is aan het eind van een lange zin het begin kwijt. Adviezen voor taalniveau B1 noemen gemiddeld 10 tot 15 woorden. De grens is een werkregel: korter is niet vanzelf duidelijker.",
            "Who is tired or finds reading hard has lost the beginning of a long sentence by its end. Advice for level B1 asks for 10 to 15 words on average. The limit is a working rule: shorter is not clearer by itself.",
        ),
        message=Phrase(
            "Deze zin heeft {words} woorden; hoogstens {most} leest makkelijker.",
            "This sentence has {words} words; {most} at most is easier to read.",
        ),
        hint=Phrase(
            "Maak er twee zinnen van, of een lijstje. Blijft het verband duidelijk? Een andere grens kan met `reading: sentence_words_max`.",
            "Make it two sentences, or a list. Is it still clear how they belong together? Another limit: `reading: sentence_words_max`.",
        ),
        bad=ARTICLE.replace(
            _BODY,
            "Even stoppen helpt, want wie de hele dag doorgaat zonder ergens te gaan zitten, merkt pas in de avond hoe moe hij eigenlijk al was.\n",
        ),
        good=ARTICLE.replace(
            _BODY,
            "Even stoppen helpt. Ga je de hele dag door zonder te gaan zitten? Dan merk je pas in de avond hoe moe je al was.\n",
        ),
        example_path=ARTICLE_PATH,
    ),
    Rule(
        id="language/passive",
        severity=Severity.WARNING,
        title=Phrase("Een lijdende vorm", "A passive construction"),
        why=Phrase(
            "In een lijdende zin staat niet wie iets doet. Dan weet een deelnemer niet of het van hem of haar gevraagd is.",
            "A passive sentence does not say who does something. Then participants do not know whether it is asked of them.",
        ),
        message=Phrase(
            "Hier staat ‘{found}’: de zin zegt niet vanzelf wie dat doet.",
            "It says ‘{found}’: the sentence does not say by itself who does so.",
        ),
        hint=Phrase(
            "Noem wie het doet: ‘je schrijft op’, ‘een begeleider belt’. Doet het er niet toe wie? Dan kan het zo blijven, met een opmerking die dit toestaat.",
            "Say who does it: ‘you write down’, ‘a facilitator calls’. Does it not matter who? Then it can stay, with a comment that allows it.",
        ),
        bad=ARTICLE.replace(_BODY, "Even stoppen helpt. Daarna wordt er beter gekozen.\n"),
        good=ARTICLE,
        example_path=ARTICLE_PATH,
    ),
    Rule(
        id="language/jargon",
        severity=Severity.WARNING,
        title=Phrase("Een woord om te vermijden", "A word to avoid"),
        why=Phrase(
            "Woorden van kantoor en hulpverlening houden deelnemers op afstand. Een woord dat je nodig hebt, leg je uit in de woordenlijst, met een link.",
            "Words of offices and care keep participants at a distance. A word that you need is explained in the glossary, with a link.",
        ),
        message=Phrase(
            "‘{word}’ is vaktaal of kantoortaal. Gewoner is: {say}.", "‘{word}’ is jargon. Plainer is: {say}."
        ),
        hint=Phrase(
            "Schrijf het gewoner, of leg het woord uit met een link: `[{word}](term:…)`. Kennen je lezers het woord? Zet het bij `reading: allow`.",
            "Write it plainer, or explain the word with a link: `[{word}](term:…)`. Do your readers know the word? Put it under `reading: allow`.",
        ),
        bad=ARTICLE.replace(_BODY, "Even stoppen helpt. Alvorens je kiest, ga je zitten.\n"),
        good=ARTICLE.replace(_BODY, "Even stoppen helpt. Voordat je kiest, ga je zitten.\n"),
        example_path=ARTICLE_PATH,
    ),
    Rule(
        id="language/hard-text",
        severity=Severity.WARNING,
        title=Phrase("Een moeilijke tekst", "A hard text"),
        why=Phrase(
            "Deelnemers lezen op een telefoon, soms met weinig energie. Leesgemak volgens Flesch en Douma (1960) telt alleen woorden, zinnen en lettergrepen: het zegt dat een tekst nog eens gelezen moet worden, niet dat niemand hem begrijpt.",
            "Participants read on a telephone, some with little energy. Reading ease by Flesch and Douma (1960) counts words, sentences and syllables only: it says that a text should be read again, not that nobody understands it.",
        ),
        message=Phrase(
            "Deze tekst heeft een leesgemak van {ease} ({class:ease}); minstens {least} is gevraagd.",
            "This text has a reading ease of {ease} ({class:ease}); at least {least} is asked.",
        ),
        hint=Phrase(
            "Kies kortere, bekende woorden en laat één zin over één ding gaan. Laat een deelnemer meelezen. Een andere grens kan met `reading: reading_ease_min`.",
            "Choose shorter words that people know, and let a sentence be about one thing. Have a participant read it. Another limit: `reading: reading_ease_min`.",
        ),
        bad=ARTICLE.replace(_BODY, _HARD),
        good=ARTICLE.replace(_BODY, _EASY),
        example_path=ARTICLE_PATH,
    ),
    Rule(
        id="language/heavy-week",
        severity=Severity.WARNING,
        title=Phrase("Een volle week", "A full week"),
        why=Phrase(
            "Veel deelnemers hebben weinig energie of moeite met plannen. Zij kunnen rekenen op weken die op elkaar lijken. Wie in een volle week afhaakt, komt misschien niet terug.",
            "Many participants have little energy or find planning hard. They can count on weeks that are alike. Who drops out in a full week may not come back.",
        ),
        message=Phrase(
            "Na deze sessie vraagt een week thuis {minutes} minuten: {reading} lezen, {homework} huiswerk en {screen} op een scherm (voor de hele tijd tot de volgende sessie). Hoogstens {most} is gevraagd; gewoon is hier {usual}.",
            "After this session a week at home takes {minutes} minutes: {reading} of reading, {homework} of homework and {screen} at a screen (for all the time until the next session). At most {most} is asked; usual here is {usual}.",
        ),
        hint=Phrase(
            "Verdeel het over andere weken, maak iets vrij of korter, of verander `week_minutes_max`.",
            "Spread it over other weeks, make something shorter or voluntary, or change `week_minutes_max`.",
        ),
        hint_with={
            "compared": Phrase(
                "Verdeel het over andere weken, of maak iets vrij of korter. De grens is anderhalf keer een gewone week; zet zelf een grens met `week_minutes_max`.",
                "Spread it over other weeks, or make something shorter or voluntary. The limit is half as much again as a usual week; set one of your own with `week_minutes_max`.",
            )
        },
        bad=homework_example(programme=TWO_SESSIONS + "week_minutes_max: 10\n"),
        good=homework_example(programme=TWO_SESSIONS + "week_minutes_max: 30\n"),
        example_path=PROGRAMME_PATH,
    ),
)
