"""How easy a text is to read: the Flesch-Douma measure of reading ease.

    ease = 206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence

W. H. Douma (1960), *De leesbaarheid van landbouwbladen: een onderzoek naar en een toepassing van
leesbaarheidsformules*, Bulletin 17, Afdeling sociologie en sociografie, Landbouwhogeschool Wageningen. Douma fitted the
Reading Ease formula (R. Flesch, 1948, *A new readability yardstick*, Journal of Applied Psychology 32) to the longer
words and shorter sentences of Dutch, for magazines that adults read for use. The result is a figure without a unit,
about 0 (hard) to 100 (easy), with the seven classes below; short words in short sentences can exceed 100.

Why this one: it needs nothing but words, sentences and syllables, its formula and norms are published, and it was made
for adults. Brouwer's Leesindex A (1963) was made for children's books. CLIB (Staphorsius 1994) needs a word list that
is not free; LiNT (Pander Maat, Kleijn and Frissen 2023, Tijdschrift voor Taalbeheersing 45), the only one tested on how
well readers understood the texts, needs frequencies, concreteness and a parser of Dutch of hundreds of megabytes.

What it cannot say: whether anybody understands the text. It does not know whether a word is familiar, whether
sentences hang together, what a reader knows already, or what the page looks like. Cutting sentences in two raises the
figure without making a text clearer (Kraf and Pander Maat 2009, Tijdschrift voor Taalbeheersing 31). The classes refer
to schools of 1960, and nobody has tied the figure to the European levels (A2, B1): a text may be called easy here and
not be B1. So it is a reason to read a text once more, never proof; reading it with participants is.
"""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE = 100
"""Words that a text needs at least: Flesch and Douma count in samples of so many. Of fewer, the figure is chance."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted in a text: all words, and of the sentences among them words, sentences and syllables.

    Headings, labels and cells of tables are read, but are no sentences: they would make a text look easier.
    """

    words: int = 0
    in_sentences: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.in_sentences + other.in_sentences,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
        )

    @property
    def words_per_sentence(self) -> float | None:
        """Words in a sentence, on average; None without sentences."""
        return self.in_sentences / self.sentences if self.sentences else None

    @property
    def ease(self) -> float | None:
        """Flesch-Douma reading ease; None for fewer words than a sample has."""
        if self.in_sentences < SAMPLE:
            return None
        per_hundred_words = 100 * self.syllables / self.in_sentences
        return 206.84 - 0.77 * per_hundred_words - 0.93 * self.in_sentences / self.sentences


CLASSES = (
    (90.0, "very_easy"),
    (80.0, "easy"),
    (70.0, "fairly_easy"),
    (60.0, "normal"),
    (45.0, "fairly_hard"),
    (30.0, "hard"),
    (float("-inf"), "very_hard"),
)
"""Douma's classes: the lowest reading ease of each, and its name."""


def class_of(ease: float) -> str:
    """Return the name of the class in which a reading ease falls."""
    return next(name for lowest, name in CLASSES if ease >= lowest)
