"""Rules about the site: required pages, the help block, what is listed, the rules themselves, and dates."""

from __future__ import annotations

from kring.findings import Severity
from kring.rules.example_files import (
    ARTICLE_PATH,
    CONFIG,
    CONFIG_PATH,
    HELP,
    PROGRAMME,
    QUESTIONNAIRE,
    SESSION,
    example,
)
from kring.rules.rule import ExampleOf, Phrase, Rule

_PAGE = "---\ntitle: Vragen\nsummary: Waar je vragen stelt.\nrole: {role}\n---\n\nStuur een bericht.\n"

_SETTING = CONFIG + "rules:\n  {rule}:\n    severity: {severity}\n    reason: We werken met korte bijeenkomsten.\n"

_BRAND = CONFIG + 'brand:\n  colour: "{}"\n'

_ADDRESSES = CONFIG + "addresses:\n  participant: https://groep.example.org\n  facilitator: {}\n"

_ARTICLE = "---\ntitle: Rust\nsummary: Waarom even stoppen helpt.\n---\n\nEven stoppen helpt. {}\n"


def _another_programme(programme: str) -> str:
    folder = "programs/nog-een"
    return example(
        (f"{folder}/programme.yml", programme),
        (f"{folder}/sessions/beginnen.yml", SESSION),
        (f"{folder}/questionnaires/terugblik.yml", QUESTIONNAIRE),
    )


SITE_RULES: tuple[Rule, ...] = (
    Rule(
        id="site/required-page",
        severity=Severity.ERROR,
        title=Phrase("Een verplichte pagina ontbreekt", "A required page is missing"),
        why=Phrase(
            "Mensen moeten kunnen lezen wat er met hun gegevens gebeurt, voor wie de site werkt, wie haar maakte en hoe ze je bereiken.",
            "People must be able to read what happens to their data, for whom the site works, who made it and how to reach you.",
        ),
        message=Phrase("Er is geen pagina met de rol `{role}`.", "There is no page with the role `{role}`."),
        hint=Phrase(
            "Maak in content/pages een pagina met `role: {role}`.",
            "Create a page in content/pages with `role: {role}`.",
        ),
        bad=_PAGE.format(role="other"),
        good=_PAGE.format(role="contact"),
        example_path="content/pages/contact.md",
    ),
    Rule(
        id="site/page-twice",
        severity=Severity.ERROR,
        title=Phrase("Twee pagina's met dezelfde rol", "Two pages with the same role"),
        why=Phrase("Dan is niet duidelijk welke van de twee geldt.", "Then it is not clear which of the two holds."),
        message=Phrase("Er is al een pagina met de rol `{role}`.", "There is a page with the role `{role}` already."),
        hint=Phrase(
            "Geef een van de twee `role: other`, of voeg ze samen.", "Give one of them `role: other`, or merge them."
        ),
        bad=_PAGE.format(role="contact"),
        good=_PAGE.format(role="other"),
        example_path="content/pages/vragen.md",
    ),
    Rule(
        id="site/no-help",
        severity=Severity.ERROR,
        title=Phrase("Het hulpblok ontbreekt", "The help block is missing"),
        why=Phrase(
            "Op elke pagina en elke print staat waar iemand terechtkan als het te veel wordt.",
            "Every page and every print says where to turn when it is too much.",
        ),
        message=Phrase("`{path}` ontbreekt.", "`{path}` is missing."),
        hint=Phrase(
            "Maak `{path}` aan, met wat te doen, de nummers en wie ze heeft gecontroleerd.",
            "Create `{path}`, with what to do, the numbers and who checked them.",
        ),
        bad="content/ zonder help.yml\n",
        good="content/help.yml\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="site/one-host",
        severity=Severity.ERROR,
        title=Phrase("Beide sites op één adres", "Both sites on one host"),
        why=Phrase(
            "Wat deelnemers op hun apparaat bewaren, is te lezen voor alle pagina's van hetzelfde adres. En een begeleiderssite op dat adres is voor iedereen te vinden.",
            "What participants keep on their device can be read by all pages of the same host. And a facilitators' site on that host can be found by everybody.",
        ),
        message=Phrase(
            "De site voor begeleiders staat op hetzelfde adres als die voor deelnemers: `{host}`.",
            "The facilitators' site is on the same host as the participants': `{host}`.",
        ),
        hint=Phrase(
            "Geef de site voor begeleiders een eigen (sub)domein, achter het inloggen van je organisatie.",
            "Give the facilitators' site a (sub)domain of its own, behind the sign-on of your organisation.",
        ),
        bad=_ADDRESSES.format("https://groep.example.org/begeleiders"),
        good=_ADDRESSES.format("https://begeleiders.example.org"),
        example_path=CONFIG_PATH,
    ),
    Rule(
        id="site/facilitators-host",
        severity=Severity.ERROR,
        title=Phrase(
            "Een adres van de begeleiderssite bij deelnemers",
            "An address of the facilitators' site shown to participants",
        ),
        why=Phrase(
            "Deelnemers kunnen er niet in, en zien zo waar te vinden is wat niet voor hen bedoeld is.",
            "Participants cannot enter there, and so see where to find what is not meant for them.",
        ),
        message=Phrase(
            "`{address}` staat op `{host}`, de site voor begeleiders. Deelnemers lezen deze tekst ook.",
            "`{address}` is on `{host}`, the facilitators' site. Participants read this text too.",
        ),
        hint=Phrase(
            "Link naar de sessie of het artikel zelf, zoals `[deze sessie](session:id)`, of haal het adres weg.",
            "Link to the session or the article itself, like `[this session](session:id)`, or remove the address.",
        ),
        bad=example(
            (CONFIG_PATH, _ADDRESSES.format("https://begeleiders.example.org")),
            (ARTICLE_PATH, _ARTICLE.format("[Lees verder](https://begeleiders.example.org/artikel/rust/).")),
        ),
        good=example(
            (CONFIG_PATH, _ADDRESSES.format("https://begeleiders.example.org")),
            (ARTICLE_PATH, _ARTICLE.format("Lees verder in je werkboek.")),
        ),
    ),
    Rule(
        id="site/brand-contrast",
        severity=Severity.ERROR,
        title=Phrase("De hoofdkleur is niet te lezen", "The main colour cannot be read"),
        why=Phrase(
            "Links, knoppen en koppen hebben deze kleur. Is het verschil met de achtergrond te klein, dan kunnen veel mensen ze niet lezen. Toegankelijkheid (WCAG 2.2, 1.4.3) vraagt om een contrast van 4,5.",
            "Links, buttons and headings have this colour. Where it is too close to the background, many people cannot read them. Accessibility (WCAG 2.2, 1.4.3) asks for a contrast of 4.5.",
        ),
        message=Phrase(
            "Op de achtergrond heeft tekst in `{colour}` een contrast van {found}. Dat moet {wanted} zijn.",
            "On its background, text in `{colour}` has a contrast of {found}. It must be {wanted}.",
        ),
        hint=Phrase(
            "Neem een donkerder kleur. De eerste die wel te lezen is: `{readable}`.",
            "Choose a darker colour. The first that can be read: `{readable}`.",
        ),
        bad=_BRAND.format("#ffd200"),
        good=_BRAND.format("#8c7200"),
        example_path=CONFIG_PATH,
    ),
    Rule(
        id="help/no-emergency-number",
        severity=Severity.ERROR,
        title=Phrase("Het alarmnummer ontbreekt", "The emergency number is missing"),
        why=Phrase(
            "Wie in gevaar is, moet meteen kunnen zien dat 112 het nummer is.",
            "Whoever is in danger must see at once that 112 is the number to call.",
        ),
        message=Phrase("Tussen deze nummers staat 112 niet.", "112 is not among these numbers."),
        hint=Phrase('Voeg een nummer toe met `number: "112"`.', 'Add a number with `number: "112"`.'),
        bad=HELP.replace('"112"', '"113"').replace("Alarmnummer", "Praten over zelfmoord"),
        good=HELP,
        example_path="content/help.yml",
    ),
    Rule(
        id="site/unlisted-programme",
        severity=Severity.WARNING,
        title=Phrase(
            "Een gepubliceerd programma dat niet op de site staat", "A published programme that is not listed"
        ),
        why=Phrase(
            "Alleen programma's die in site_config.yml staan, komen op de site.",
            "Only programmes that site_config.yml names are in the site.",
        ),
        message=Phrase(
            "Het programma `{id}` is gepubliceerd, maar staat niet in site_config.yml.",
            "The programme `{id}` is published, but site_config.yml does not name it.",
        ),
        hint=Phrase(
            "Zet `{id}` in site_config.yml onder `programmes`, of zet `status: archived`.",
            "Put `{id}` under `programmes` in site_config.yml, or set `status: archived`.",
        ),
        bad=_another_programme(PROGRAMME),
        good=_another_programme(PROGRAMME.replace("status: published", "status: archived")),
    ),
    Rule(
        id="site/unknown-rule",
        severity=Severity.ERROR,
        title=Phrase("Een regel die niet bestaat", "A rule that does not exist"),
        why=Phrase(
            "Een tikfout in de naam zou de instelling stil laten wegvallen.",
            "A slip in the name would make the setting disappear in silence.",
        ),
        message=Phrase("Er is geen regel `{rule}`.", "There is no rule `{rule}`."),
        hint=Phrase("Neem de naam over zoals die in de melding staat.", "Copy the name as it stands in the report."),
        hint_with={"nearby": Phrase("Bedoel je `{nearby}`?", "Did you mean `{nearby}`?")},
        bad=_SETTING.format(rule="agenda/no-brake", severity="warning"),
        good=_SETTING.format(rule="agenda/no-break", severity="warning"),
        example_path=CONFIG_PATH,
    ),
    Rule(
        id="site/fixed-rule",
        severity=Severity.ERROR,
        title=Phrase("Een regel die niet lichter kan", "A rule that cannot be eased"),
        why=Phrase(
            "Zonder deze regel kan Kring geen site bouwen die klopt.",
            "Without this rule no site can be built that is right.",
        ),
        message=Phrase(
            "De regel `{rule}` kan niet op `{severity}` gezet worden.",
            "The rule `{rule}` cannot be set to `{severity}`.",
        ),
        hint=Phrase(
            "Haal de instelling weg en los op wat de regel meldt.", "Remove the setting and mend what the rule reports."
        ),
        bad=_SETTING.format(rule="reference/dangling", severity="warning"),
        good=_SETTING.format(rule="agenda/minutes", severity="warning"),
        example_path=CONFIG_PATH,
    ),
    Rule(
        id="date/overdue",
        severity=Severity.WARNING,
        title=Phrase("Een controle die al gedaan had moeten zijn", "A review that should have been done"),
        why=Phrase(
            "Nummers, adressen en inzichten veranderen. Een datum die voorbij is, zegt dat er opnieuw gekeken moet worden.",
            "Numbers, addresses and insights change. A date that has passed says that somebody must look again.",
        ),
        message=Phrase(
            "De controle had vóór {date} gedaan moeten zijn; de laatste was op {reviewed_on}, door {reviewed_by}.",
            "The review was due before {date}; the last one was on {reviewed_on}, by {reviewed_by}.",
        ),
        hint=Phrase(
            "Kijk het na en pas `reviewed_on` en `review_due` aan.",
            "Look at it again and change `reviewed_on` and `review_due`.",
        ),
        bad=HELP.replace("2099-01-15", "2026-02-15"),
        good=HELP,
        example_path="content/help.yml",
    ),
)
