"""Rules about media files: what can be shown, and what is safe to serve."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kring.findings import Severity
from kring.rules.example_files import (
    ARTICLE,
    ARTICLE_PATH,
    SOUND,
    example,
    film,
)
from kring.rules.rule import Phrase, Rule

_SHOWS_LINE = (ARTICLE_PATH, ARTICLE + "\n![Een lijn die rustig omlaag gaat](media:lijn.svg)\n")

_SOUND = ("content/media/adem.mp3", SOUND)
_FILM = ("content/media/adem.mp4", film())
_CAPTIONS = ("content/media/adem.vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\nAdem in.")

_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>\n'


def _plays(file: str, more: str = "", *, kind: str = "audio", captions: str | None = None) -> tuple[str, str]:
    """Return the article with something to listen to or to watch, and more at its end."""
    with_captions = f"    captions: {captions}\n" if captions else ""
    media = f"""\
media:
  - id: adem
    kind: {kind}
    title: Drie minuten ademen
    file: {file}
{with_captions}\
    transcript: |
      Adem rustig in en uit.
---

"""
    return (ARTICLE_PATH, ARTICLE.replace("---\n\n", media) + more)


IMAGE_FAULTS: Mapping[str, Phrase] = MappingProxyType(
    {
        "format": Phrase("het is geen PNG, JPEG, WebP of SVG", "it is no PNG, JPEG, WebP or SVG"),
        "ending": Phrase(
            "de inhoud is {detail}, de naam zegt iets anders",
            "it holds {detail}, its name says otherwise",
        ),
        "animated": Phrase("het beweegt", "it is animated"),
        "too_large": Phrase(
            "het heeft te veel beeldpunten ({detail}; hoogstens 50 miljoen bij elkaar)",
            "it has too many pixels ({detail}; 50 million together at most)",
        ),
        "unreadable": Phrase("het is niet als afbeelding te lezen", "it cannot be read as an image"),
        "no_size": Phrase("er staat geen bruikbare grootte in (viewBox)", "it has no usable size (viewBox)"),
        "document_type": Phrase("er staat een DOCTYPE of ENTITY in", "it holds a DOCTYPE or ENTITY"),
        "element": Phrase("er staat een onderdeel `{detail}` in", "it holds a `{detail}` element"),
        "attribute": Phrase("er staat een kenmerk `{detail}` in", "it holds an attribute `{detail}`"),
        "value": Phrase(
            "het kenmerk `{detail}` heeft een waarde die niet kan",
            "the attribute `{detail}` has a value that cannot be",
        ),
    }
)
"""Why an image cannot be shown (`ImageFault`)."""

RECORDING_FAULTS: Mapping[str, Phrase] = MappingProxyType(
    {
        "format": Phrase("het is geen {detail}", "it is no {detail}"),
        "damaged": Phrase(
            "het is afgebroken of beschadigd",
            "it is cut off or damaged",
        ),
        "too_many_parts": Phrase(
            "het bestaat uit te veel stukken",
            "it consists of too many parts",
        ),
        "more": Phrase("{detail}", "{detail}"),
        "heading": Phrase(
            "op de eerste regel hoort `WEBVTT` te staan",
            "the first line should be `WEBVTT`",
        ),
        "sign": Phrase(
            "hier staat een teken dat geen tekst is (UTF-8)",
            "here is a sign that is no text (UTF-8)",
        ),
        "times": Phrase(
            "hier horen een begin en een later eind te staan, zoals `00:01.000 --> 00:04.000`",
            "a start and a later end belong here, such as `00:01.000 --> 00:04.000`",
        ),
        "setting": Phrase(
            "`{detail}` is geen plaats of uitlijning die browsers kennen",
            "`{detail}` is no place or alignment that browsers know",
        ),
        "tag": Phrase(
            "`{detail}` is geen opmaak die ondertitels kennen",
            "`{detail}` is no markup that captions know",
        ),
    }
)
"""What is wrong with a recording, or with captions (`RecordingFault`)."""

MEDIA: Mapping[str, Phrase] = MappingProxyType(
    {
        "audio": Phrase("geluid", "sound"),
        "video": Phrase("video", "video"),
        "captions": Phrase("ondertitels", "captions"),
    }
)
"""What a file of an article is."""

MEDIA_RULES: tuple[Rule, ...] = (
    Rule(
        id="media/unusable-image",
        severity=Severity.ERROR,
        title=Phrase("Een afbeelding die niet getoond kan worden", "An image that cannot be shown"),
        why=Phrase(
            "Kring toont alleen afbeeldingen die in elke browser werken en niets anders kunnen dan bekeken worden.",
            "Only images that work in every browser, and that can do nothing but be looked at, are shown.",
        ),
        message=Phrase("`{name}` kan niet op de site: {reason:image}.", "`{name}` cannot be shown: {reason:image}."),
        hint=Phrase(
            "Sla de afbeelding opnieuw op als PNG, JPEG, WebP of eenvoudige SVG.",
            "Save the image again as PNG, JPEG, WebP or plain SVG.",
        ),
        bad=example(_SHOWS_LINE, ("content/media/lijn.svg", _DRAWING.format("<script>1</script>"))),
        good=example(_SHOWS_LINE, ("content/media/lijn.svg", _DRAWING.format('<path d="M0 0h10"/>'))),
    ),
    Rule(
        id="media/unusable-recording",
        severity=Severity.ERROR,
        title=Phrase("Geluid of film die niet op de site kan", "Sound or film that cannot be served"),
        why=Phrase(
            "Een speler speelt alleen af wat een bestand van binnen is, hoe het ook heet. Wat iets anders is, of halverwege ophoudt, komt niet op de site.",
            "A player plays what a file is, whatever its name. What is something else, or stops halfway, is not served.",
        ),
        message=Phrase(
            "`{name}` kan niet op de site: {reason:recording}.", "`{name}` cannot be served: {reason:recording}."
        ),
        hint=Phrase(
            "Sla het opnieuw op als een van deze soorten: {allowed}. Of geef het de naam die bij de inhoud hoort.",
            "Save it again as one of these kinds: {allowed}. Or give it the name that belongs to what it holds.",
        ),
        hint_with={
            "command": Phrase(
                "Sla het opnieuw op, of laat ffmpeg dat doen: `{command}`. Zet het nieuwe bestand op de plaats van het oude.",
                "Save it again, or let ffmpeg do so: `{command}`. Put the new file in the place of the old one.",
            )
        },
        bad=example(_plays("adem.mp3"), ("content/media/adem.mp3", "<!doctype html><title>Ademen</title>")),
        good=example(_plays("adem.mp3"), _SOUND),
    ),
    Rule(
        id="media/more-than-recording",
        severity=Severity.ERROR,
        title=Phrase("Meer dan geluid en beeld", "More than sound and picture"),
        why=Phrase(
            "Telefoons en programma's schrijven in een opname wie hem maakte, wanneer en waar. Op de site kan iedereen dat lezen.",
            "Phones and programs write into a recording who made it, when and where. On the site anybody can read that.",
        ),
        message=Phrase(
            "In `{name}` staat meer dan geluid en beeld: het onderdeel `{reason:recording}`.",
            "`{name}` holds more than sound and picture: the part `{reason:recording}`.",
        ),
        hint=Phrase(
            "Laat ffmpeg een schoon bestand maken: `{command}`. Zet het op de plaats van het oude.",
            "Let ffmpeg make a clean file: `{command}`. Put it in the place of the old one.",
        ),
        bad=example(
            _plays("adem.mp4", kind="video"),
            ("content/media/adem.mp4", film(r"\0\0\0\x1audta\0\0\0\x12authSam de Wit", 26)),
        ),
        good=example(_plays("adem.mp4", kind="video"), _FILM),
    ),
    Rule(
        id="media/unreadable-captions",
        severity=Severity.ERROR,
        title=Phrase("Ondertitels die niet te lezen zijn", "Captions that cannot be read"),
        why=Phrase(
            "Een browser slaat over wat hij niet kent. Dan mist juist wie de ondertitels nodig heeft een stuk.",
            "A browser skips what it does not know. Then whoever needs the captions misses a part.",
        ),
        message=Phrase(
            "`{name}` is niet te lezen: {reason:recording}.", "`{name}` cannot be read: {reason:recording}."
        ),
        hint=Phrase(
            "Verbeter deze regel, of sla de ondertitels opnieuw op als WebVTT (.vtt).",
            "Mend this line, or save the captions again as WebVTT (.vtt).",
        ),
        bad=example(
            _plays("adem.mp4", kind="video", captions="adem.vtt"),
            _FILM,
            ("content/media/adem.vtt", "WEBVTT\n\n00:00,000 --> 00:04,000\nAdem in."),
        ),
        good=example(_plays("adem.mp4", kind="video", captions="adem.vtt"), _FILM, _CAPTIONS),
    ),
    Rule(
        id="media/kind-not-served",
        severity=Severity.ERROR,
        title=Phrase("Een soort bestand die niet op de site komt", "A kind of file that is not served"),
        why=Phrase(
            "Op de site komt alleen wat mensen bekijken en beluisteren, en niets dat een browser uitvoert.",
            "Only what people look at and listen to is served, and nothing that a browser runs.",
        ),
        message=Phrase(
            "`{name}` is een soort bestand die niet op de site kan.", "`{name}` is a kind of file that is not served."
        ),
        hint=Phrase(
            "Sla het op als een van deze soorten: {allowed}. Of haal het weg.",
            "Save it as one of these kinds: {allowed}. Or remove it.",
        ),
        bad=example(_plays("adem.exe"), ("content/media/adem.exe", "…")),
        good=example(_plays("adem.mp3"), _SOUND),
    ),
    Rule(
        id="media/other-kind",
        severity=Severity.ERROR,
        title=Phrase("Een ander soort bestand dan het veld vraagt", "Another kind of file than the field asks for"),
        why=Phrase(
            "De speler op de pagina hoort bij het soort bestand. Met een ander soort blijft hij leeg.",
            "The player on the page belongs to the kind of file. With another kind it stays empty.",
        ),
        message=Phrase(
            "`{name}` is geen {kind:medium}. Hier hoort een bestand op {endings}.",
            "`{name}` holds no {kind:medium}. A file ending in {endings} belongs here.",
        ),
        hint=Phrase(
            "Noem hier het goede bestand, of zet `kind` goed: audio of video.",
            "Name the right file here, or set `kind` right: audio or video.",
        ),
        bad=example(_plays("adem.mp4"), _FILM),
        good=example(_plays("adem.mp4", kind="video"), _FILM),
    ),
    Rule(
        id="media/captions-unseen",
        severity=Severity.WARNING,
        title=Phrase("Ondertitels die niemand ziet", "Captions that nobody sees"),
        why=Phrase(
            "Ondertitels horen bij een video uit media/. Bij geluid, en op een andere website, zijn ze niet te tonen.",
            "Captions belong to a video in media/. With sound, and on another website, they cannot be shown.",
        ),
        message=Phrase("Deze ondertitels komen nergens in beeld.", "These captions are never shown."),
        hint=Phrase(
            "Haal `captions` weg; wat er gezegd wordt, staat al bij `transcript`. Is het een video? Zet dan `kind: video`.",
            "Remove `captions`; what is said stands under `transcript` already. Is it a video? Then set `kind: video`.",
        ),
        bad=example(
            _plays("adem.mp3", captions="adem.vtt"),
            _SOUND,
            _CAPTIONS,
        ),
        good=example(
            _plays("adem.mp4", kind="video", captions="adem.vtt"),
            _FILM,
            _CAPTIONS,
        ),
    ),
    Rule(
        id="media/not-an-image",
        severity=Severity.ERROR,
        title=Phrase("Iets anders getoond als afbeelding", "Something else shown as an image"),
        why=Phrase(
            "Tussen de tekst kan alleen een plaatje staan. Geluid en video horen bij `media` in de gegevens van een artikel.",
            "Only pictures can stand in a text. Audio and video belong under `media` in the data of an article.",
        ),
        message=Phrase("`{name}` is geen afbeelding.", "`{name}` is not an image."),
        hint=Phrase(
            "Zet het bij `media`, bovenaan het artikel, of kies een afbeelding.",
            "Put it under `media`, at the top of the article, or choose an image.",
        ),
        bad=example(_plays("adem.mp3", "\n![Drie minuten ademen](media:adem.mp3)\n"), _SOUND),
        good=example(_plays("adem.mp3"), _SOUND),
    ),
)
