"""Pictures as the site serves them, and why a file may be none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Picture:
    """An image ready to be served, with its size in pixels.

    `smaller` is the same image in fewer pixels, narrowest first, for screens that need no more; none for
    drawings, and for what is small already.
    """

    data: bytes
    width: int
    height: int
    smaller: tuple[Picture, ...] = ()


class ImageFault(StrEnum):
    """Why an image may not be served."""

    FORMAT = "format"  # not PNG, JPEG or WebP; the detail says what it is
    ENDING = "ending"  # another format than the ending says
    ANIMATED = "animated"
    TOO_LARGE = "too_large"  # more pixels than can be decoded with care; the detail is their number
    UNREADABLE = "unreadable"
    NO_SIZE = "no_size"
    DOCUMENT_TYPE = "document_type"  # entities, which can be used to read files or to fill the memory
    ELEMENT = "element"  # one that could do more than be looked at; the detail names it
    ATTRIBUTE = "attribute"  # the same
    VALUE = "value"  # of an attribute, that it may not have; the detail is the attribute with its value


class UnusableImageError(ValueError):
    """The file is not an image that may be served."""

    def __init__(self, fault: ImageFault, detail: str = "") -> None:
        super().__init__(f"{fault} {detail}".rstrip())
        self.fault = fault
        self.detail = detail
