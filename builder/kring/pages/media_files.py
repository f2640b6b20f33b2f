"""The media files of a site: each without what is neither seen nor heard, images with their smaller copies."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from kring.model.media import is_image, picture, recording
from kring.pages.addresses import media_address
from kring.pages.site_plan import Page, link_from
from kring.prose.links import Target
from kring.source.documents import Asset


def media_files(asset: Asset) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of all that a site serves of a media file."""
    address = media_address(asset.programme, asset.name)
    if not is_image(asset.name):
        yield address, recording(asset.name, asset.data)
        return
    whole = picture(asset.name, asset.data)
    yield address, whole.data
    for copy in whole.smaller:
        yield media_address(asset.programme, asset.name, copy.width), copy.data


def media_target(asset: Asset, page: Page) -> Target:
    """Return where a media file is, as seen from a page."""

    def link(width: int | None = None) -> str:
        return link_from(page, quote(media_address(asset.programme, asset.name, width)))

    if not is_image(asset.name):
        return Target(link())
    whole = picture(asset.name, asset.data)
    smaller = tuple((link(copy.width), copy.width) for copy in whole.smaller)
    return Target(link(), width=whole.width, height=whole.height, smaller=smaller)
