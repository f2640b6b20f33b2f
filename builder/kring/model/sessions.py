"""Sessions and homework."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kring.findings import Span
from kring.model.activities import Activity, Material, ModuleStep, Use
from kring.model.forms import Field
from kring.model.values import ArticleRef, DiaryRef, HomeworkRef, Inline, Markdown
from kring.source.documents import Key
from kring.source.kinds import Kind


@dataclass(frozen=True, slots=True)
class Preparation:
    """One line of the prepare-list."""

    what: Inline
    when: str
    span: Span
    who: str = "both"


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of the group. `start` is a clock time like 13:30."""

    KIND: ClassVar = Kind.SESSION
    key: Key
    title: str
    goals: tuple[str, ...]
    minutes: int
    span: Span
    formerly: tuple[str, ...] = ()
    status: str = "published"
    theme: str | None = None
    prepare: Markdown | None = None
    recap: Markdown | None = None
    catch_up: Markdown | None = None
    articles: tuple[ArticleRef, ...] = ()
    homework: tuple[HomeworkRef, ...] = ()
    diaries: tuple[DiaryRef, ...] = ()
    agenda: tuple[Activity | Use, ...] = ()
    start: str | None = None
    facilitator_goals: tuple[Inline, ...] = ()
    prepare_list: tuple[Preparation, ...] = ()
    materials: tuple[Material, ...] = ()
    room: Markdown | None = None
    words_for_return: Markdown | None = None
    closing_check: tuple[Inline, ...] = ()
    risk_notes: Markdown | None = None
    reflection: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Homework:
    """What participants do before a later session. `minutes` is the time for all of it but the module step."""

    KIND: ClassVar = Kind.HOMEWORK
    key: Key
    title: str
    why: Markdown
    minutes: int
    steps: tuple[Inline, ...]
    span: Span
    formerly: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    module_step: ModuleStep | None = None
    plain_language: Markdown | None = None
    review_prompts: tuple[Inline, ...] = ()
    not_reviewed_because: str | None = None
