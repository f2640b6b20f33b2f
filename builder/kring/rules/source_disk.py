"""Rules about files on disk: what may not be opened, what cannot be, and what changes meanwhile."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

from kring.findings import Severity
from kring.rules.rule import ExampleOf, Phrase, Rule

_LOCKED_OUT = Phrase("je hebt er geen toestemming voor", "you have no permission")
_NO_LOCKS = Phrase("op deze schijf gaan bestanden niet op slot", "files cannot be locked on this disk")
_TOO_MANY = Phrase("er staan te veel bestanden open", "too many files are open")

SYSTEM_REASONS: Mapping[int, Phrase] = {
    errno.EACCES: _LOCKED_OUT,
    errno.EPERM: _LOCKED_OUT,
    errno.ENOENT: Phrase("het is er niet (meer)", "it is not there (any more)"),
    errno.ELOOP: Phrase("het is een koppeling", "it is a symbolic link"),
    errno.EISDIR: Phrase("het is een map", "it is a folder"),
    errno.ENOTDIR: Phrase("een deel van het pad is geen map", "a part of the path is not a folder"),
    errno.ENAMETOOLONG: Phrase("de naam is te lang", "the name is too long"),
    errno.EBUSY: Phrase("het is in gebruik", "it is in use"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOLCK: _NO_LOCKS,
    errno.EOPNOTSUPP: _NO_LOCKS,
    errno.ENOSPC: Phrase("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Phrase("jouw deel van de schijf is vol", "your share of the disk is full"),
    errno.EFBIG: Phrase("een bestand werd groter dan hier mag", "a file grew larger than is allowed here"),
    errno.EROFS: Phrase("op deze schijf kan niets worden geschreven", "nothing can be written on this disk"),
    errno.EIO: Phrase("de schijf geeft een fout", "the disk reports an error"),
    errno.ESTALE: Phrase("de verbinding met de schijf is weg", "the connection with the disk is lost"),
}
"""Why the operating system refused something: what an author can meet. The rest is said as the system says it."""

DISK_RULES: tuple[Rule, ...] = (
    Rule(
        id="file/symlink",
        severity=Severity.ERROR,
        title=Phrase("Een snelkoppeling", "A symbolic link"),
        why=Phrase(
            "Een koppeling kan buiten de map wijzen. Dan komt er iets op de site dat niemand heeft nagekeken.",
            "A link may point outside the folder, and put something on the site that nobody has reviewed.",
        ),
        message=Phrase(
            "`{name}` is een koppeling. Kring volgt geen koppelingen.",
            "`{name}` is a symbolic link. Kring follows no links.",
        ),
        hint=Phrase("Zet het bestand of de map zelf hier neer.", "Put the file or folder itself here."),
        bad="content/media/plan.svg -> /home/sam/plan.svg\n",
        good="content/media/plan.svg\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/not-regular",
        severity=Severity.ERROR,
        title=Phrase("Geen gewoon bestand", "Not a regular file"),
        why=Phrase(
            "Uit een apparaat of pijp komt geen inhoud; lezen kan eindeloos duren.",
            "A device or pipe holds no content; reading it may never end.",
        ),
        message=Phrase(
            "`{name}` is geen gewoon bestand en geen map.", "`{name}` is neither a regular file nor a folder."
        ),
        hint=Phrase("Haal het weg.", "Remove it."),
        bad="mkfifo content/media/plan.svg\n",
        good="content/media/plan.svg\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/too-large",
        severity=Severity.ERROR,
        title=Phrase("Te groot", "Too large"),
        why=Phrase(
            "Grote bestanden maken de site traag, juist op een telefoon met weinig bereik.",
            "Large files make the site slow, above all on a phone with a weak connection.",
        ),
        message=Phrase(
            "Dit bestand is {size:decimal} MB. Het mag {limit} MB zijn.",
            "This file is {size:decimal} MB; {limit} MB is allowed.",
        ),
        hint=Phrase(
            "Verklein het bestand. Een film kun je beter laten staan waar hij is, en ernaar linken.",
            "Make the file smaller. For a video, link to the place where it is.",
        ),
        hint_with={
            "picture": Phrase(
                "Verklein het plaatje: 2000 beeldpunten breed is genoeg. Bewaar een foto als JPEG.",
                "Make the picture smaller: 2000 pixels wide is enough. Save a photograph as JPEG.",
            ),
            "text": Phrase("Verdeel de tekst over meer bestanden.", "Divide the text among several files."),
        },
        bad="content/media/foto.jpg: 14 MB\n",
        good="content/media/foto.jpg: 0,4 MB\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/unreadable",
        severity=Severity.ERROR,
        title=Phrase("Niet te lezen", "Cannot be read"),
        why=Phrase(
            "Wat Kring niet kan lezen, ontbreekt op de site.", "What Kring cannot read is missing from the site."
        ),
        message=Phrase(
            "`{name}` kan niet worden gelezen: {reason:system}.", "`{name}` cannot be read: {reason:system}."
        ),
        hint=Phrase(
            "Sluit andere programma's die het gebruiken, en kijk of je het mag lezen.",
            "Close other programs that use it, and check that you may read it.",
        ),
        bad="chmod 000 content/glossary.yml\n",
        good="chmod 644 content/glossary.yml\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/changed-while-reading",
        severity=Severity.ERROR,
        title=Phrase("Veranderd tijdens het lezen", "Changed while it was read"),
        why=Phrase(
            "Anders komt een half opgeslagen tekst op de site.", "Otherwise half a saved text reaches the site."
        ),
        message=Phrase(
            "Dit bestand veranderde terwijl Kring het las.", "This file changed while Kring was reading it."
        ),
        hint=Phrase(
            "Wacht tot alles is opgeslagen en bouw opnieuw.", "Wait until everything is saved and build again."
        ),
        bad="content/glossary.yml wordt opgeslagen tijdens het bouwen\n",
        good="eerst opslaan, dan bouwen\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/changed-since-check",
        severity=Severity.ERROR,
        title=Phrase("Veranderd na de controle", "Changed since it was checked"),
        why=Phrase(
            "Wie intussen in het bestand schreef, zou zijn werk kwijt zijn.",
            "Whoever wrote in the file meanwhile would lose that work.",
        ),
        message=Phrase(
            "Dit bestand is veranderd nadat Kring het controleerde. Kring heeft het niet aangeraakt.",
            "This file has changed since Kring checked it. Kring has not touched it.",
        ),
        hint=Phrase("Sla het bestand op en probeer het opnieuw.", "Save the file and try again."),
        bad="content/glossary.yml wordt opgeslagen terwijl Kring het verbetert\n",
        good="eerst opslaan, dan laten verbeteren\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/unwritable",
        severity=Severity.ERROR,
        title=Phrase("Niet te schrijven", "Cannot be written"),
        why=Phrase(
            "Een verbetering die niet bewaard kan worden, is er geen.",
            "A fix that cannot be saved is none.",
        ),
        message=Phrase(
            "`{name}` kan niet worden geschreven: {reason:system}. Kring heeft het niet aangeraakt.",
            "`{name}` cannot be written: {reason:system}. Kring has not touched it.",
        ),
        hint=Phrase(
            "Sluit andere programma's die het gebruiken, en kijk of je het mag veranderen.",
            "Close other programs that use it, and check that you may change it.",
        ),
        bad="chmod 444 content\n",
        good="chmod 755 content\n",
        example_of=ExampleOf.SITUATION,
    ),
    Rule(
        id="file/old-cache",
        severity=Severity.WARNING,
        title=Phrase("Boeken van een eerdere Kring", "Books of an earlier Kring"),
        why=Phrase(
            "Een eerdere Kring bewaarde hier boeken, ook die van begeleiders. Komt de map in Git, dan leest ieder ze die "
            "de bestanden heeft. Nu bewaart Kring boeken buiten de inhoud.",
            "An earlier Kring kept books here, the facilitators' too. In Git, whoever has the files can read them. "
            "Now Kring keeps books outside the content.",
        ),
        message=Phrase(
            "In deze map bewaarde een eerdere Kring boeken. Zij is niet meer nodig.",
            "In this folder an earlier Kring kept books. It is not needed any more.",
        ),
        hint=Phrase("`kring check --fix` haalt haar weg.", "`kring check --fix` removes it."),
        hint_with={
            "other": Phrase(
                "`{other}` is niet van Kring. Bewaar wat je nog nodig hebt ergens anders, en haal de map zelf weg.",
                "`{other}` is not Kring's. Keep what you still need elsewhere, and remove the folder yourself.",
            )
        },
        bad="git add .kring/books\n",
        good="kring check --fix\n",
        example_of=ExampleOf.SITUATION,
    ),
)


def system_reason(name: str) -> Phrase:
    """Return why the operating system refused something, by the name of its error or by what it says itself."""
    number = getattr(errno, name, 0)
    words = os.strerror(number) if number else name
    return SYSTEM_REASONS.get(number, Phrase(words, words))
