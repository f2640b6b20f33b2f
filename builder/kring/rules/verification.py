"""Rules about a copy of an edition: whether it is whole, how its host answers, and who can read it."""

from __future__ import annotations

from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

ANSWERS: Mapping[str, Phrase] = {
    "unreadable": Phrase("niet te lezen", "not readable"),
    "not_there": Phrase("niet in deze map", "not in this folder"),
    "own_page": Phrase("een eigen pagina", "a page of its own"),
    "too_large": Phrase("het antwoord was te groot", "the answer was too large"),
    "too_slow": Phrase("het antwoord duurde te lang", "the answer took too long"),
    "round": Phrase("het adres verwijst steeds weer door", "the address leads on and on"),
    "no_connection": Phrase("er kwam geen verbinding", "there was no connection"),
    "not_secure": Phrase("de beveiligde verbinding klopt niet", "the secure connection is not sound"),
    "not_http": Phrase("het antwoord was geen goed HTTP-antwoord", "the answer was not sound HTTP"),
}
"""What a host answers, or a folder holds, where that is not what belongs there."""


def _rule(
    name: str,
    title: Phrase,
    why: Phrase,
    message: Phrase,
    hint: Phrase,
    bad: str,
    good: str,
    severity: Severity = Severity.ERROR,
) -> Rule:
    return Rule(
        id=f"deployed/{name}",
        severity=severity,
        title=title,
        why=why,
        message=message,
        hint=hint,
        bad=bad,
        good=good,
        example_of=ExampleOf.SITUATION,
    )


_UPLOAD = Phrase("Zet de hele map opnieuw online.", "Put the whole folder online again.")
_WHOLE = Phrase(
    "Een site die half is bijgewerkt, kan een oud telefoonnummer tonen, of een pagina die niet werkt.",
    "A site that was updated by halves may show an old telephone number, or a page that does not work.",
)
_UPLOADED = "kring build --edition participant --out www, en alles in www online\n"

RULES: tuple[Rule, ...] = (
    _rule(
        "missing",
        Phrase("Een bestand ontbreekt", "A file is missing"),
        _WHOLE,
        Phrase(
            "`{file}` hoort erbij, en is er niet ({answer:answer}).",
            "`{file}` belongs to it, and is not there ({answer:answer}).",
        ),
        _UPLOAD,
        "alleen de pagina's van www online\n",
        _UPLOADED,
    ),
    _rule(
        "changed",
        Phrase("Een bestand is veranderd", "A file has changed"),
        Phrase(
            "Wat online staat, is dan niet wat er is nagekeken. Iemand kan het veranderd hebben, of de host doet dat.",
            "Then what is online is not what was checked. Somebody may have changed it, or the host does.",
        ),
        Phrase(
            "`{file}` is niet het bestand dat Kring heeft gemaakt.", "`{file}` is not the file that Kring has made."
        ),
        Phrase(
            "Zet de hele map opnieuw online. Blijft het zo, zet dan bij de host alles uit wat pagina's aanpast.",
            "Put the whole folder online again. If it stays, switch off whatever alters pages at the host.",
        ),
        "een host die aan elke pagina een script toevoegt\n",
        _UPLOADED,
    ),
    _rule(
        "unknown",
        Phrase("Een bestand hoort er niet bij", "A file does not belong"),
        Phrase(
            "Wat niemand heeft nagekeken, hoort niet op het adres van de site.",
            "What nobody has checked does not belong at the site's address.",
        ),
        Phrase("`{file}` is niet van deze site.", "`{file}` is not of this site."),
        Phrase("Haal het weg, en bewaar het ergens anders.", "Remove it, and keep it elsewhere."),
        "www/notulen.docx\n",
        _UPLOADED,
    ),
    _rule(
        "preview",
        Phrase("Dit is een voorvertoning", "This is a preview"),
        Phrase(
            "In een voorvertoning staan concepten, die niemand nog heeft nagekeken. Deelnemers krijgen haar nooit te zien.",
            "A preview holds drafts that nobody has reviewed yet. Participants never get to see it.",
        ),
        Phrase("Dit is een voorvertoning, en geen site.", "This is a preview, not a site."),
        Phrase(
            "Bouw de site zonder `--preview`, en zet die map online.",
            "Build the site without `--preview`, and put that folder online.",
        ),
        "kring build --preview --edition participant --out www, en alles in www online\n",
        _UPLOADED,
    ),
    _rule(
        "no-manifest",
        Phrase("Geen lijst van bestanden", "No list of files"),
        Phrase(
            "Met `kring-manifest.json` kan Kring zien of een site nog heel is.",
            "By `kring-manifest.json` Kring can tell whether a site is still whole.",
        ),
        Phrase(
            "Hier is geen `kring-manifest.json` die deze Kring kan lezen ({answer:answer}).",
            "There is no `kring-manifest.json` here that this Kring can read ({answer:answer}).",
        ),
        Phrase(
            "Geef de map of het adres van één editie, gebouwd met deze versie van Kring. "
            "Een site achter een inlog: gebruik `--facilitator`.",
            "Give the folder or the address of one edition, built by this version of Kring. "
            "For a site behind a login use `--facilitator`.",
        ),
        "kring verify https://www.example.org\n",
        "kring verify https://groep.example.org\n",
    ),
    _rule(
        "unreachable",
        Phrase("Geen bruikbaar antwoord", "No usable answer"),
        Phrase(
            "Wat Kring niet kan opvragen, kan een deelnemer ook niet lezen.",
            "What Kring cannot ask for, a participant cannot read either.",
        ),
        Phrase("`{file}` geeft geen antwoord: {answer:answer}.", "`{file}` gives no answer: {answer:answer}."),
        Phrase(
            "Kijk of het adres klopt en of de host werkt, en probeer het opnieuw.",
            "Check the address and the host, and try again.",
        ),
        "een host die uit staat\n",
        "een host die antwoord geeft\n",
    ),
    _rule(
        "given-up",
        Phrase("Niet alles is vergeleken", "Not everything was compared"),
        Phrase(
            "Een host die vaak geen antwoord geeft, blijft Kring niet vragen. En geen controle duurt langer dan tien minuten.",
            "Kring does not go on asking a host that often gives no answer. And no check takes longer than ten minutes.",
        ),
        Phrase(
            "Er kwam te vaak geen antwoord, of het duurde te lang. Van een deel is niet bekend of het klopt.",
            "Too often there was no answer, or it took too long. Whether some of it is right is not known.",
        ),
        Phrase("Probeer het later opnieuw.", "Try again later."),
        "een host die om de paar vragen niets zegt\n",
        "een host die antwoord geeft\n",
    ),
    _rule(
        "elsewhere",
        Phrase("Het adres verwijst naar een andere host", "The address leads to another host"),
        Phrase(
            "Een site van Kring vraagt nooit iets aan een ander. Daarom kijkt Kring ook niet verder op een andere host.",
            "A site of Kring never asks anybody else for anything. So Kring looks no further at another host either.",
        ),
        Phrase("`{file}` verwijst naar `{location}`.", "`{file}` leads to `{location}`."),
        Phrase(
            "Geef dat adres op als dat de site is. Anders: haal de verwijzing weg bij de host.",
            "Give that address if that is the site. Otherwise remove the redirect at the host.",
        ),
        "kring verify http://groep.example.org, dat naar https verwijst\n",
        "kring verify https://groep.example.org\n",
    ),
    _rule(
        "header",
        Phrase("De host stuurt een kop niet mee", "The host does not send a header"),
        Phrase(
            "Met deze koppen weigert een browser alles wat niet van de site zelf is.",
            "By these headers a browser refuses whatever is not the site's own.",
        ),
        Phrase(
            "Bij `{file}` hoort `{header}: {wanted}`. De host stuurt: {found:header}.",
            "`{header}: {wanted}` belongs to `{file}`. The host sends: {found:header}.",
        ),
        Phrase(
            "Gebruik `_headers` of `.kring-nginx.conf` uit de map van de site. Kan deze host geen koppen sturen, "
            "controleer dan met `--without-headers`.",
            "Use `_headers` or `.kring-nginx.conf` from the site's folder. If this host cannot send headers, "
            "verify with `--without-headers`.",
        ),
        "nginx zonder include\n",
        "include /srv/www/.kring-nginx.conf;\n",
    ),
    _rule(
        "type",
        Phrase("Het verkeerde soort bestand", "The wrong type of file"),
        Phrase(
            "Een browser mag niet raden wat een bestand is, en laat een script of stijl van een ander soort weg.",
            "A browser may not guess what a file is, and leaves out a script or style of another type.",
        ),
        Phrase(
            "`{file}` is van het soort `{wanted}`, maar de host zegt `{found}`.",
            "`{file}` is of type `{wanted}`, but the host says `{found}`.",
        ),
        Phrase("Stel bij de host dit soort in voor deze bestanden.", "Set this type for such files at the host."),
        "Content-Type: text/plain bij kring.css\n",
        "Content-Type: text/css bij kring.css\n",
    ),
    _rule(
        "kept-too-long",
        Phrase("Een pagina wordt te lang bewaard", "A page is kept too long"),
        Phrase(
            "Zolang een browser een pagina bewaart, ziet een deelnemer een verbeterd telefoonnummer niet.",
            "As long as a browser keeps a page, a participant does not see a corrected telephone number.",
        ),
        Phrase(
            "Van `{file}` zegt de host: `Cache-Control: {found}`.",
            "Of `{file}` the host says: `Cache-Control: {found}`.",
        ),
        Phrase("Stel `no-cache` in voor pagina's.", "Set `no-cache` for pages."),
        "Cache-Control: max-age=86400\n",
        "Cache-Control: no-cache\n",
        Severity.WARNING,
    ),
    _rule(
        "lost-address",
        Phrase("Een adres dat er niet is, geeft toch een pagina", "An address that is not there gives a page"),
        Phrase(
            "Wie een oud adres opent, moet lezen dat het er niet meer is, en hoe het verder gaat.",
            "Whoever opens an old address must read that it is gone, and where to go on.",
        ),
        Phrase(
            "Op een adres dat er niet is, hoort status 404 met de pagina van de site. De host geeft {answer:status}.",
            "An address that is not there should give status 404 and the site's page. The host gives {answer:status}.",
        ),
        Phrase("Stel `404.html` in als pagina voor fouten.", "Set `404.html` as the error page."),
        "elk adres geeft index.html\n",
        "error_page 404 /404.html;\n",
        Severity.WARNING,
    ),
    _rule(
        "no-wall",
        Phrase("Iedereen kan de site voor begeleiders lezen", "Anybody can read the facilitators' site"),
        Phrase(
            "Op die site staat wat deelnemers niet horen te zien. Zonder inlog vindt vroeg of laat iemand haar.",
            "That site holds what participants should not see. Without a login somebody finds it sooner or later.",
        ),
        Phrase(
            "Wie zonder inlog om `{file}` van de site voor begeleiders vraagt, krijgt {answer:answer}. Dat hoort 401, 403 of een inlog te zijn.",
            "Whoever asks for `{file}` of the facilitators' site without a login gets {answer:answer}. It should be 401, 403 or a login.",
        ),
        Phrase(
            "Haal de site offline, en zet haar daarna achter de inlog van de organisatie: elk adres, ook van bestanden.",
            "Take the site offline, and put it behind the organisation's login: every address, those of files too.",
        ),
        "de site voor begeleiders op een open adres\n",
        "de site voor begeleiders achter de inlog van de organisatie\n",
    ),
    _rule(
        "both-editions",
        Phrase("Twee edities op één host", "Two editions at one host"),
        Phrase(
            "Op één host delen alle pagina's hun opslag, en één verkeerde instelling opent de site voor begeleiders.",
            "At one host all pages share their storage, and one wrong setting opens the facilitators' site.",
        ),
        Phrase("Ook `{file}` hoort bij de andere editie.", "`{file}` belongs to the other edition."),
        Phrase(
            "Zet elke editie op een eigen host, en haal de andere hier weg.",
            "Put each edition at a host of its own, and remove the other one here.",
        ),
        "de hele map site/ online\n",
        "site/participant/ op de ene host, site/facilitator/ op de andere\n",
    ),
    _rule(
        "wrong-edition",
        Phrase("Dit is een andere editie", "This is another edition"),
        Phrase(
            "Zo komt de site voor begeleiders nooit per ongeluk op het adres van de deelnemers.",
            "So the facilitators' site never ends up at the participants' address by mistake.",
        ),
        Phrase("Hier staat de editie {found}, en niet {wanted}.", "This is the edition {found}, not {wanted}."),
        Phrase("Kijk na welk adres bij welke editie hoort.", "Check which address belongs to which edition."),
        "kring verify site/participant --facilitator\n",
        "kring verify site/facilitator --facilitator\n",
    ),
)
