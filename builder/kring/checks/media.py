"""Media: only what a page can show, and only what is safe to serve."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kring.checks.written import written_parts
from kring.findings import Finding, Position, Span
from kring.model.catalogue import Catalogue
from kring.model.media import AUDIO, CAPTIONS, SERVED, SERVED_OF, VIDEO, ending, is_image, picture, recording
from kring.model.picture import ImageFault, UnusableImageError
from kring.model.reading import Article, Media
from kring.model.sound_and_film.faults import RecordingFault, UnusableRecordingError
from kring.prose.links import Link
from kring.prose.targets import Scheme
from kring.source.documents import Asset, Key
from kring.source.kinds import Kind

REASONS: Mapping[ImageFault, tuple[str, str]] = MappingProxyType(
    {
        ImageFault.FORMAT: ("het is geen PNG, JPEG, WebP of SVG", "it is no PNG, JPEG, WebP or SVG"),
        ImageFault.ENDING: (
            "de inhoud is {detail}, de naam zegt iets anders",
            "it holds {detail}, its name says otherwise",
        ),
        ImageFault.ANIMATED: ("het beweegt", "it is animated"),
        ImageFault.TOO_LARGE: (
            "het heeft te veel beeldpunten ({detail}; hoogstens 50 miljoen bij elkaar)",
            "it has too many pixels ({detail}; 50 million together at most)",
        ),
        ImageFault.UNREADABLE: ("het is niet als afbeelding te lezen", "it cannot be read as an image"),
        ImageFault.NO_SIZE: ("er staat geen bruikbare grootte in (viewBox)", "it has no usable size (viewBox)"),
        ImageFault.DOCUMENT_TYPE: ("er staat een DOCTYPE of ENTITY in", "it holds a DOCTYPE or ENTITY"),
        ImageFault.ELEMENT: ("er staat een onderdeel `{detail}` in", "it holds a `{detail}` element"),
        ImageFault.ATTRIBUTE: ("er staat een kenmerk `{detail}` in", "it holds an attribute `{detail}`"),
        ImageFault.VALUE: (
            "het kenmerk `{detail}` heeft een waarde die niet kan",
            "the attribute `{detail}` has a value that cannot be",
        ),
    }
)
"""Why an image cannot be shown, in Dutch and in English."""


RECORDINGS: Mapping[RecordingFault, tuple[str, str, str]] = MappingProxyType(
    {
        RecordingFault.FORMAT: ("media/unusable-recording", "het is geen {detail}", "it is no {detail}"),
        RecordingFault.DAMAGED: (
            "media/unusable-recording",
            "het is afgebroken of beschadigd",
            "it is cut off or damaged",
        ),
        RecordingFault.TOO_MANY_PARTS: (
            "media/unusable-recording",
            "het bestaat uit te veel stukken",
            "it consists of too many parts",
        ),
        RecordingFault.MORE: ("media/more-than-recording", "{detail}", "{detail}"),
        RecordingFault.HEADING: (
            "media/unreadable-captions",
            "op de eerste regel hoort `WEBVTT` te staan",
            "the first line should be `WEBVTT`",
        ),
        RecordingFault.SIGN: (
            "media/unreadable-captions",
            "hier staat een teken dat geen tekst is (UTF-8)",
            "here is a sign that is no text (UTF-8)",
        ),
        RecordingFault.TIMES: (
            "media/unreadable-captions",
            "hier horen een begin en een later eind te staan, zoals `00:01.000 --> 00:04.000`",
            "a start and a later end belong here, such as `00:01.000 --> 00:04.000`",
        ),
        RecordingFault.SETTING: (
            "media/unreadable-captions",
            "`{detail}` is geen plaats of uitlijning die browsers kennen",
            "`{detail}` is no place or alignment that browsers know",
        ),
        RecordingFault.TAG: (
            "media/unreadable-captions",
            "`{detail}` is geen opmaak die ondertitels kennen",
            "`{detail}` is no markup that captions know",
        ),
    }
)
"""What is wrong with a recording → the rule, and the words for it in Dutch and in English."""

CLEANING: Mapping[str, str] = MappingProxyType(
    {
        ".mp3": "-vn -c:a libmp3lame -q:a 2",
        ".m4a": "-vn -sn -dn -c copy -movflags +faststart",
        ".ogg": "-vn -c copy",
        ".mp4": "-sn -dn -c copy -movflags +faststart",
        ".webm": "-sn -dn -c:v copy -c:a libopus",
    }
)
"""How ffmpeg writes each kind of file anew. It copies sound and picture, where it can leave all else behind so."""


def unusable_images(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield images that cannot be shown, with the reason."""
    for asset in catalogue.entities.assets.values():
        if is_image(asset.name):
            try:
                picture(asset.name, asset.data)
            except UnusableImageError as error:
                dutch, english = REASONS[error.fault]
                facts = {"name": asset.name, **_reasons(dutch, english, error.detail)}
                yield Finding("media/unusable-image", Span(asset.path), facts)


def _reasons(dutch: str, english: str, detail: str) -> Mapping[str, str]:
    """Return the reason in both languages, with what was found on one line that is not too long."""
    found = " ".join(detail.split())
    found = found if len(found) <= 60 else f"{found[:59]}…"
    return {"reason_nl": dutch.format(detail=found), "reason_en": english.format(detail=found)}


def unusable_recordings(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sounds, films and captions that cannot be served, with the reason."""
    for asset in catalogue.entities.assets.values():
        if ending(asset.name) in SERVED_OF:
            try:
                recording(asset.name, asset.data)
            except UnusableRecordingError as error:
                rule, dutch, english = RECORDINGS[error.fault]
                facts = {
                    "name": asset.name,
                    **_reasons(dutch, english, error.detail),
                    "allowed": ", ".join([*AUDIO, *VIDEO]),
                    **_cleaned_by(asset, error.fault),
                }
                yield Finding(rule, Span(asset.path, Position(error.line), Position(error.line)), facts)


def _cleaned_by(asset: Asset, fault: RecordingFault) -> Mapping[str, str]:
    """Return the command that writes a file anew; none for what ffmpeg would not know as such a file."""
    kind = ending(asset.name)
    if fault is RecordingFault.FORMAT or kind not in CLEANING:
        return {}
    options = f"-map_metadata -1 -map_chapters -1 {CLEANING[kind]} -bitexact"
    return {"command": f"ffmpeg -i {shlex.quote(asset.path)} {options} out{kind}"}


def refused_kinds(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield media files of a kind that is not served."""
    for asset in catalogue.entities.assets.values():
        if ending(asset.name) not in SERVED:
            facts = {"name": asset.name, "allowed": ", ".join(SERVED)}
            yield Finding("media/kind-not-served", Span(asset.path), facts)


def other_kinds(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield media of articles whose file is of another kind than its field asks for."""
    for key, media in _media(catalogue):
        sound = ("geluid", "sound", AUDIO) if media.kind == "audio" else ("video", "video", VIDEO)
        captions = ("ondertitels", "captions", CAPTIONS)
        for field, name, (dutch, english, endings) in (
            ("file", media.file, sound),
            ("captions", media.captions, captions),
        ):
            # What is not served at all is told of the file itself.
            if name and ending(name) in SERVED and ending(name) not in endings:
                facts = {"name": name, "kind_nl": dutch, "kind_en": english, "endings": ", ".join(endings)}
                yield Finding("media/other-kind", catalogue.entities.place(key, field, within=media.span), facts)


def captions_of_nothing(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield captions that nobody would see: of sound, or of a video on another website."""
    for key, media in _media(catalogue):
        if media.captions and (media.kind != "video" or not media.file):
            yield Finding("media/captions-unseen", catalogue.entities.place(key, "captions", within=media.span))


def _media(catalogue: Catalogue) -> Iterator[tuple[Key, Media]]:
    for article in catalogue.entities.of(Kind.ARTICLE):
        if isinstance(article, Article):
            yield from ((article.key, media) for media in article.media)


def shown_as_image(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield files that are shown as an image but are none."""
    for _, part in written_parts(catalogue):
        if isinstance(part, Link) and part.image and part.scheme is Scheme.MEDIA and not is_image(part.target):
            yield Finding("media/not-an-image", part.span, {"name": part.target})
    config = catalogue.config
    if config is not None and config.brand.icon and not is_image(config.brand.icon):
        place = catalogue.entities.place(config.key, "brand", "icon")
        yield Finding("media/not-an-image", place, {"name": config.brand.icon})
