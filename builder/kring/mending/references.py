"""References: ids with a slip, files that are called otherwise, and sessions referred to by their number."""

from __future__ import annotations

import re
from dataclasses import replace

from kring.findings import Edit, Finding
from kring.mending.context import FieldContext, FixContext, ref_there
from kring.mending.field_names import session_order
from kring.nearest import is_slip, meant
from kring.prose.faults.links import FOR_LINKS
from kring.source.documents import Document
from kring.source.kinds import KINDS, Kind
from kring.source.names import is_id
from kring.source.nodes import Scalar, plain

_WRITTEN: dict[str, str] = {
    "reference/dangling": "id",
    "reference/no-such-step": "id",
    "reference/no-such-term": "id",
    "reference/no-such-heading": "anchor",
    "reference/no-such-media": "name",
    "form/unknown-field": "id",
    "questionnaire/unknown-reference": "id",
    "questionnaire/unknown-answer": "id",
    "site/unknown-rule": "rule",
}
"""Rule → the fact that holds what was written."""


def session_by_number(finding: Finding, context: FixContext) -> Finding | None:
    """`session: 2` is a number where the id of a session belongs: the name of its file."""
    here = (
        context.field_at(finding.span) if finding.rule in ("schema/text-needs-quotes", "reference/dangling") else None
    )
    if here is None or not isinstance(here.node, Scalar) or not str(here.node.value).isdigit():
        return None
    if (here.schema or {}).get("x-ref") != "session":
        return None
    own = here.document.key
    keys = (document.key for document in context.documents.values())
    names = sorted(key.id for key in keys if key.kind is Kind.SESSION and key.programme == own.programme)
    number = int(here.node.value or 0)
    called = [name for name in names if re.match(rf"(?:[a-z]+-)?0*{number}(?![0-9])", name)]
    # In the order itself a number says nothing about which session is meant.
    order = [] if here.path[0] == "sessions" else session_order(context, own.programme)
    counted = [name for name in order[number - 1 : number] if name in names]
    found = called or counted
    facts = {"sessions": ", ".join(names)} | ({"session": found[0]} if len(found) == 1 else {})
    edits = (Edit(here.node.span, found[0]),) if len(found) == 1 else ()
    return replace(finding, facts={**finding.facts, **facts}, edits=edits)


def titled(title: str, here: FieldContext, context: FixContext) -> str | None:
    """Return the id of the one thing with this title of the kind to which a field, or a list, refers."""
    own = here.document.key
    kind = ref_there(own.kind, plain(here.document.root), here.path)
    found = [
        document.key.id
        for document in context.documents.values()
        if document.key.kind == kind and document.key.programme in (None, own.programme) and _title(document) == title
    ]
    return found[0] if len(found) == 1 and is_id(found[0]) else None


def _title(document: Document) -> object:
    title = document.root.get("title")
    return title.value if isinstance(title, Scalar) else None


def media_with_other_capitals(finding: Finding, context: FixContext) -> Finding | None:
    """`media:Kamer.svg` becomes `media:kamer.svg` where the file is called so."""
    if finding.rule != "reference/no-such-media" or "same" not in finding.facts:
        return None
    return _with(finding, context, finding.facts["name"], finding.facts["same"])


def misspelt_reference(finding: Finding, context: FixContext) -> Finding | None:
    """`article:ruts` becomes `article:rust` where no other name comes near."""
    written, certain = finding.facts.get(_WRITTEN.get(finding.rule, ""), ""), finding.facts.get("meant")
    if certain is None or not written:
        return None
    if finding.rule == "reference/no-such-media" and not _same_ending(written, certain):
        return None
    better = replace(finding, facts={**finding.facts, **_file_called(finding, context, certain)})
    return _with(better, context, written, certain) or better


def _file_called(finding: Finding, context: FixContext, name: str) -> dict[str, str]:
    """Return the name of the file that is probably meant, where a reference to a file dangles."""
    if finding.rule != "reference/dangling":
        return {}
    folder, _, file = finding.facts["file"].rpartition("/")
    kind = folder.rpartition("/")[2]
    ending = file.rpartition(".")[2]
    own = folder.removesuffix(f"/{kind}")
    files = (f"{parent}/{kind}/{name}.{ending}" for parent in (own, "content"))
    called = next((path for path in files if path in context.texts), None)
    return {"called": called} if called else {}


def link_in_dutch(finding: Finding, context: FixContext) -> Finding | None:
    """`artikel:rust` becomes `article:rust`, and `artcile:rust` too."""
    if finding.rule != "prose/unknown-scheme":
        return None
    scheme = finding.facts["scheme"]
    in_dutch = {spec.dutch: kind.value for kind, spec in KINDS.items() if spec.by_link}
    name = in_dutch.get(scheme.casefold()) or meant(scheme, FOR_LINKS)
    if name is None:
        return None
    better = replace(finding, facts={**finding.facts, "near": name})
    return _with(better, context, scheme, name) or better


def mail_without_its_scheme(finding: Finding, context: FixContext) -> Finding | None:
    """`[mail ons](info@example.org)` becomes `[mail ons](mailto:info@example.org)`."""
    if finding.rule != "prose/unsafe-link" or "mail" not in finding.facts:
        return None
    return _with(finding, context, finding.facts["address"], finding.facts["mail"])


def _same_ending(written: str, name: str) -> bool:
    (stem, _, ending), (other, _, wanted) = written.rpartition("."), name.rpartition(".")
    return ending == wanted and is_slip(stem, other)


def _with(finding: Finding, context: FixContext, written: str, name: str) -> Finding | None:
    """Return the finding with the one place of `written` changed to `name`; None where it is not there just once."""
    if finding.span.start.line != finding.span.end.line:
        return None
    whole = context.written(finding.span)
    # In a link it is the address, not the words of the link.
    address = max(whole.find("]("), whole.find("<"), 0)
    places = [
        m.start() for m in re.finditer(rf"(?<![\w-]){re.escape(written)}(?![\w-])", whole) if m.start() >= address
    ]
    if len(places) != 1:
        return None
    start = finding.span.start.column - 1 + places[0]
    edit = context.edit(finding.span.path, finding.span.start.line, start, start + len(written), name)
    return replace(finding, edits=(edit,))
