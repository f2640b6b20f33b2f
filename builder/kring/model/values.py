"""The values that entities are made of: references and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from kring.findings import Span
from kring.prose.text import Form, Prose
from kring.source.kinds import Kind

Inline = Annotated[Prose, Form.INLINE]
Markdown = Annotated[Prose, Form.MARKDOWN]


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference by id to an entity of one kind, with the place where it was written."""

    kind: Kind
    id: str
    span: Span = field(compare=False)


ActivityRef = Annotated[Ref, Kind.ACTIVITY]
ArticleRef = Annotated[Ref, Kind.ARTICLE]
DiaryRef = Annotated[Ref, Kind.DIARY]
HandoutRef = Annotated[Ref, Kind.HANDOUT]
HomeworkRef = Annotated[Ref, Kind.HOMEWORK]
ModuleRef = Annotated[Ref, Kind.MODULE]
ProgrammeRef = Annotated[Ref, Kind.PROGRAMME]
QuestionnaireRef = Annotated[Ref, Kind.QUESTIONNAIRE]
SessionRef = Annotated[Ref, Kind.SESSION]
