"""The colour of a brand: what the house style makes of it, and whether people can read it.

Contrast and relative luminance are those of WCAG 2.2; colours are mixed in Oklab, as `color-mix(in oklab, …)` of
CSS Color 4 does, with the matrices of its definition (Ottosson 2020).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

Parts = tuple[float, float, float]

BLACK, WHITE = "#000000", "#ffffff"

ENOUGH = 4.5
"""The least contrast of text with what lies behind it (WCAG 2.2, 1.4.3)."""

BEHIND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"light": ("#fcfaf6", "#ffffff", "#f4efe7"), "dark": ("#1c1a18", "#252321", "#2d2a27")}
)
"""Paper, surface and tint of each scheme, as theme/site/assets/stylesheets/kring.css names them."""

ON_ACCENT: Mapping[str, str] = MappingProxyType({"light": "#ffffff", "dark": "#1c1a18"})
"""The text on a button of the accent's colour, as kring.css names it."""

_STEPS = 50


@dataclass(frozen=True, slots=True)
class Accent:
    """What one scheme makes of the brand's colour: that of links and buttons, and a tint to lie behind text."""

    scheme: str
    colour: str
    tint: str

    def contrasts(self) -> Iterator[float]:
        """Yield the contrast of each pair of text and background in which the accent is one."""
        for behind in (*BEHIND[self.scheme], self.tint, ON_ACCENT[self.scheme]):
            yield contrast(self.colour, behind)


def accents(brand: str) -> tuple[Accent, Accent]:
    """Return what the light and the dark scheme make of a colour, each as # and six digits or letters."""
    light, dark = BEHIND["light"][0], BEHIND["dark"][0]
    return (
        Accent("light", mix(brand, BLACK, 0.9), mix(brand, light, 0.07)),
        Accent("dark", mix(brand, WHITE, 0.32), mix(brand, dark, 0.22)),
    )


def least_contrast(brand: str) -> float:
    """Return the lowest contrast that people meet where a brand has this colour: on both sites, and on paper."""
    on_paper = contrast(brand, WHITE)
    return min(on_paper, *(found for accent in accents(brand) for found in accent.contrasts()))


def readable(brand: str) -> str:
    """Return the colour nearest to `brand`, made darker step by step, that can be read everywhere."""
    darker = (mix(brand, BLACK, 1 - step / _STEPS) for step in range(_STEPS))
    return next((colour for colour in darker if least_contrast(colour) >= ENOUGH), BLACK)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mix(colour: str, other: str, share: float) -> str:
    """Return a mixture in Oklab, of which `share` (0 to 1) is `colour`."""
    pairs = zip(_oklab(_linear(colour)), _oklab(_linear(other)), strict=True)
    light, green_red, blue_yellow = (share * a + (1 - share) * b for a, b in pairs)
    return _hexadecimal(_from_oklab((light, green_red, blue_yellow)))


def _linear(colour: str) -> Parts:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _hexadecimal(linear: Parts) -> str:
    encoded = (12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in (max(0.0, q) for q in linear))
    return "#" + "".join(f"{round(255 * min(1.0, part)):02x}" for part in encoded)


def _oklab(linear: Parts) -> Parts:
    red, green, blue = linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lab: Parts) -> Parts:
    light, green_red, blue_yellow = lab
    long = (light + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    middle = (light - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (light - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
