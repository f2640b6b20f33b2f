"""Generated drawings: SVG with some shapes and words, of the size that authors draw."""

from __future__ import annotations

import random

from tests.benchmarks.words import OTHER


def drawing(seed: str) -> str:
    """Return an SVG of rectangles, circles and words."""
    chance = random.Random(seed)
    shapes = []
    for number in range(8):
        x, y = 20 + 90 * number, chance.randint(40, 220)
        colour = f"#{chance.randrange(0x50, 0xB0):02x}{chance.randrange(0x50, 0xB0):02x}80"
        shapes.append(f'<rect x="{x}" y="{y}" width="70" height="{chance.randint(30, 90)}" rx="8" fill="{colour}"/>')
        shapes.append(f'<circle cx="{x + 35}" cy="{y}" r="{chance.randint(6, 18)}" fill="none" stroke="#333"/>')
        word = chance.choice(OTHER)
        shapes.append(f'<text x="{x}" y="{y - 20}" font-size="14" font-family="sans-serif">{word}</text>')
    lines = "\n".join(f"  {shape}" for shape in shapes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 340">\n{lines}\n</svg>\n'
