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

RULE_OF: Mapping[RecordingFault, str] = MappingProxyType(
    {
        RecordingFault.FORMAT: "media/unusable-recording",
        RecordingFault.DAMAGED: "media/unusable-recording",
        RecordingFault.TOO_MANY_PARTS: "media/unusable-recording",
        RecordingFault.MORE: "media/more-than-recording",
        RecordingFault.HEADING: "media/unreadable-captions",
        RecordingFault.SIGN: "media/unreadable-captions",
        RecordingFault.TIMES: "media/unreadable-captions",
        RecordingFault.SETTING: "media/unreadable-captions",
        RecordingFault.TAG: "media/unreadable-captions",
    }
)
"""What is wrong with a recording → the rule."""

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
                facts = {"name": asset.name, "reason": _reason(error.fault, error.detail)}
                yield Finding("media/unusable-image", Span(asset.path), facts)


def _reason(fault: ImageFault | RecordingFault, detail: str) -> str:
    """Return a fault as a fact, with what was found on one line that is not too long."""
    found = " ".join(detail.split())
    return f"{fault} {found if len(found) <= 60 else f'{found[:59]}…'}".rstrip()


def unusable_recordings(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield sounds, films and captions that cannot be served, with the reason."""
    for asset in catalogue.entities.assets.values():
        if ending(asset.name) in SERVED_OF:
            try:
                recording(asset.name, asset.data)
            except UnusableRecordingError as error:
                facts = {
                    "name": asset.name,
                    "reason": _reason(error.fault, error.detail),
                    "allowed": ", ".join([*AUDIO, *VIDEO]),
                    **_cleaned_by(asset, error.fault),
                }
                yield Finding(RULE_OF[error.fault], Span(asset.path, Position(error.line), Position(error.line)), facts)


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
        for field, name, kind, endings in (
            ("file", media.file, media.kind, AUDIO if media.kind == "audio" else VIDEO),
            ("captions", media.captions, "captions", CAPTIONS),
        ):
            # What is not served at all is told of the file itself.
            if name and ending(name) in SERVED and ending(name) not in endings:
                facts = {"name": name, "kind": kind, "endings": ", ".join(endings)}
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
