"""All entities by key, made from the documents that passed their schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from kring.cache import Cache
from kring.findings import Position, Span
from kring.model.activities import Activity, LibraryActivity, Use
from kring.model.configuration import SiteConfig
from kring.model.programmes import Programme
from kring.model.questionnaires import Diary, Questionnaire
from kring.model.reach import references
from kring.model.reading import Article, Glossary, Handout, Help, Module, Page
from kring.model.sessions import Homework, Session
from kring.model.shared_sessions import taken_up
from kring.model.structure import structure
from kring.model.values import Ref
from kring.prose.text import Form, Prose
from kring.source import nodes
from kring.source.documents import Asset, Document, Key, Sources
from kring.source.kinds import KINDS, Kind
from kring.source.paths import path_of

Entity = (
    SiteConfig
    | Programme
    | Session
    | LibraryActivity
    | Homework
    | Questionnaire
    | Diary
    | Article
    | Handout
    | Page
    | Module
    | Glossary
    | Help
)

MODELS: Mapping[Kind, type[Entity]] = MappingProxyType({model.KIND: model for model in get_args(Entity)})
"""Kind of file → the entity that it becomes."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Everything that could be read, by key.

    `broken` holds the keys of files that are there but have mistakes of their own: references to them
    are not dangling, and nothing more is said about what depends on them. `known` are the keys of these
    and of all entities. A session of the library is an entity of each programme that takes it up, and of the library
    only where none does. `documents` are the files of all entities, for the places of what stands in them, and of those
    sessions; `unread` the paths of media files that are there but could not be read.
    """

    by_key: Mapping[Key, Entity]
    assets: Mapping[tuple[str | None, str], Asset]
    broken: frozenset[Key]
    known: frozenset[Key]
    documents: Mapping[Key, Document]
    unread: frozenset[str]

    def is_shared(self, key: Key) -> bool:
        """Tell whether a programme has this entity from the library."""
        return self.documents[key].path != path_of(key)

    def of(self, kind: Kind) -> Iterator[Entity]:
        """Yield the entities of one kind, in the order of their files."""
        return (entity for key, entity in self.by_key.items() if key.kind is kind)

    def key_of(self, ref: Ref, programme: str | None) -> Key | None:
        """Return the key that `ref` means in a file of `programme`, or None where it dangles."""
        return ref.key_among(self.known, programme)

    def meant(self, value: object, programme: str | None) -> tuple[Key, ...]:
        """Return the keys that references and links in `value` mean in a file of `programme`, each once, in order."""
        keys = (self.key_of(ref, programme) for ref in references(value))
        return tuple(dict.fromkeys(key for key in keys if key is not None))

    def find(self, ref: Ref, programme: str | None) -> Entity | None:
        """Return what `ref` refers to, or None where it dangles or is broken."""
        key = self.key_of(ref, programme)
        return self.by_key.get(key) if key is not None else None

    def place(self, key: Key, *path: str | int, within: Span | None = None) -> Span:
        """Return where the value at `path` stands in the file of an entity; of what is not there, what would hold it.

        The path begins at the part of the file that `within` spans (a step, a field), or at its top.
        """
        root = self.documents[key].root
        return nodes.at(nodes.spanning(root, within) if within else root, iter(path)).span

    def asset(self, name: str, programme: str | None) -> Asset | None:
        """Return the media file called `name`: the programme's own first, then the library's."""
        return self.assets.get((programme, name)) or self.assets.get((None, name))


def gather(sources: Sources, valid: Iterable[Document], cache: Cache | None = None) -> Entities:
    """Return the entities of all `valid` documents; the others of `sources` count as broken."""
    cache = cache or Cache()
    documents = {document.key: document for document in valid}
    taken = taken_up(sources, documents)
    lent = {Key(key.kind, key.id) for key in taken}
    known = sources.unreadable.union(document.key for document in sources.documents) - lent | taken.keys()
    if any(key.kind is Kind.PROGRAMME for key in sources.unreadable):
        # Any other session of the library may be taken up there: until that file can be read, nobody knows.
        lent |= {key for key in documents if key.kind is Kind.SESSION and key.programme is None}
    documents |= {key: document for key, document in taken.items() if document is not None}
    by_key = {key: cache(_entity, document) for key, document in documents.items() if key not in lent}
    return Entities(
        MappingProxyType(by_key),
        MappingProxyType({(asset.programme, asset.name): asset for asset in sources.assets}),
        known - by_key.keys(),
        known,
        MappingProxyType(documents),
        frozenset(finding.span.path for finding in sources.findings if "/media/" in finding.span.path),
    )


def _entity(document: Document) -> Entity:
    match document.key.kind:
        case Kind.ACTIVITY:
            return _library_activity(document)
        case Kind.SESSION:
            return structure(Session, document.root, key=document.key, agenda=_agenda(document.root))
        case kind if KINDS[kind].markdown:
            return _structured(document, body=_body(document))
        case _:
            return _structured(document)


def _structured(document: Document, **given: object) -> Entity:
    return structure(MODELS[document.key.kind], document.root, key=document.key, **given)


def _body(document: Document) -> Prose:
    """Return the Markdown after the front matter; it stands in the file as it is, line for line."""
    return Prose(document.body or "", Form.MARKDOWN, document.root.span, document.body_start or Position())


def _library_activity(document: Document) -> LibraryActivity:
    activity = structure(Activity, document.root, id=document.key.id, use=None)
    return LibraryActivity(document.key, activity, document.root, activity.formerly)


def _agenda(root: nodes.Mapping) -> tuple[Activity | Use, ...]:
    """Return the steps of a session: written here, or taken up from the library."""
    agenda = root.get("agenda")
    if not isinstance(agenda, nodes.Sequence):
        return ()
    return tuple(_agenda_item(item) for item in agenda.items if isinstance(item, nodes.Mapping))


def _agenda_item(item: nodes.Mapping) -> Activity | Use:
    if item.get("use") is None:
        return structure(Activity, item, use=None)
    # What is taken up is called as in the library, unless the session calls it otherwise.
    use = item.get("use")
    own = {} if item.get("id") is not None or not isinstance(use, nodes.Scalar) else {"id": str(use.value)}
    return structure(Use, item, node=item, **own)
