"""Media: only what a page can show, and only what is safe to serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kring.checks.written import written_parts
from kring.findings import Finding, Span
from kring.model.catalogue import Catalogue
from kring.model.media import SERVED, ImageFault, UnusableImageError, is_image, picture
from kring.prose.links import Link
from kring.prose.targets import Scheme

REASONS: Mapping[ImageFault, tuple[str, str]] = MappingProxyType(
    {
        ImageFault.FORMAT: ("het is geen PNG, JPEG, WebP of SVG", "it is no PNG, JPEG, WebP or SVG"),
        ImageFault.ENDING: (
            "de inhoud is {detail}, de naam zegt iets anders",
            "it holds {detail}, its name says otherwise",
        ),
        ImageFault.ANIMATED: ("het beweegt", "it is animated"),
        ImageFault.UNREADABLE: ("het is niet als afbeelding te lezen", "it cannot be read as an image"),
        ImageFault.NO_SIZE: ("er staat geen bruikbare grootte in (viewBox)", "it has no usable size (viewBox)"),
        ImageFault.DOCUMENT_TYPE: ("er staat een DOCTYPE of ENTITY in", "it holds a DOCTYPE or ENTITY"),
        ImageFault.ELEMENT: ("er staat een onderdeel `{detail}` in", "it holds a `{detail}` element"),
        ImageFault.ATTRIBUTE: ("er staat een kenmerk `{detail}` in", "it holds an attribute `{detail}`"),
        ImageFault.OUTSIDE: ("het verwijst naar iets buiten het bestand", "it refers to something outside the file"),
    }
)
"""Why an image cannot be shown, in Dutch and in English."""


def unusable_images(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield images that cannot be shown, with the reason."""
    for asset in catalogue.entities.assets.values():
        if is_image(asset.name):
            try:
                picture(asset.name, asset.data)
            except UnusableImageError as error:
                dutch, english = REASONS[error.fault]
                facts = {
                    "name": asset.name,
                    "reason_nl": dutch.format(detail=error.detail),
                    "reason_en": english.format(detail=error.detail),
                }
                yield Finding("media/unusable-image", Span(asset.path), facts)


def refused_kinds(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield media files of a kind that is not served."""
    for asset in catalogue.entities.assets.values():
        if not asset.name.lower().endswith(SERVED):
            facts = {"name": asset.name, "allowed": ", ".join(SERVED)}
            yield Finding("media/kind-not-served", Span(asset.path), facts)


def shown_as_image(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield files that are shown as an image but are none."""
    for _, part in written_parts(catalogue):
        if isinstance(part, Link) and part.image and part.scheme is Scheme.MEDIA and not is_image(part.target):
            yield Finding("media/not-an-image", part.span, {"name": part.target})
