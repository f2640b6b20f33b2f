"""The values that entities are made of: references and texts."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Annotated

from kring.findings import Span
from kring.prose.text import Form, Prose
from kring.source.documents import Key
from kring.source.kinds import Kind

Inline = Annotated[Prose, Form.INLINE]
Markdown = Annotated[Prose, Form.MARKDOWN]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference by id to an entity of one kind, with the place where it was written."""

    kind: Kind
    id: str
    span: Span = field(compare=False)

    def keys(self, *programmes: str | None) -> Iterator[Key]:
        """Yield what it can mean in a text of `programmes`, the most likely first: what is theirs, then the library's.

        A programme is its own scope, whoever refers to it. A session of the library has no page but in the programmes
        that take it up, where it is theirs.
        """
        if self.kind is Kind.PROGRAMME:
            yield Key(self.kind, self.id, self.id)
            return
        for programme in dict.fromkeys((*programmes, *(() if self.kind is Kind.SESSION else (None,)))):
            yield Key(self.kind, self.id, programme)

    def key_among(self, known: Container[Key], *programmes: str | None) -> Key | None:
        """Return what it means in a text of `programmes` where `known` is all there is; None where it dangles."""
        for key in self.keys(*programmes):
            if key in known:
                return key
        return None


ActivityRef = Annotated[Ref, Kind.ACTIVITY]
ArticleRef = Annotated[Ref, Kind.ARTICLE]
DiaryRef = Annotated[Ref, Kind.DIARY]
HandoutRef = Annotated[Ref, Kind.HANDOUT]
HomeworkRef = Annotated[Ref, Kind.HOMEWORK]
ModuleRef = Annotated[Ref, Kind.MODULE]
ProgrammeRef = Annotated[Ref, Kind.PROGRAMME]
QuestionnaireRef = Annotated[Ref, Kind.QUESTIONNAIRE]
SessionRef = Annotated[Ref, Kind.SESSION]


def pieces(quantity: int, per: str, participants: int) -> int:
    """Return how many pieces a group of `participants` needs of `quantity` per participant, pair or group."""
    match per:
        case "participant":
            return quantity * participants
        case "pair":
            return quantity * -(-participants // 2)
        case _:
            return quantity
