"""What only facilitators see, or nobody yet: entities that nothing leads participants to, remarks, media, drafts."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.every_field.files import Content, Data, File, read_content
from tests.every_field.schema_parts import walk
from tests.oracles.canaries import Planting, in_every_text, in_facilitators_fields
from tests.oracles.marked_media import captions, drawing, frame, jpeg, mp3, mp4, png, webp
from tests.recordings.files import clean

from kring.editions.project import TYPES
from kring.source.kinds import IN_PROGRAMME, Kind

PROGRAMME = "programs/alles/programme.yml"
ARTICLE = "content/articles/alles-erin.md"
GLOSSARY = "content/glossary.yml"

REACHABLE = tuple(kind for kind in TYPES if kind is not Kind.PAGE)
"""What participants get only where something leads there. Pages they always get."""

UNLISTED = ("draft", "review", "archived")
"""Status of a programme that stands in no site."""


def planted(content: Content) -> Planting:
    """Return a copy of content with a canary in all that participants may not see, still valid."""
    planting = Planting(content.copy())
    for file in planting.content.files.values():
        in_facilitators_fields(file, planting)
    _remarks(planting)
    _metadata(planting)
    for part in (_entities, _pictures, _drafts, _unlisted_programmes):
        part(planting)
    _comments(planting)
    return planting


def planted_in_what_is_there(root: Path) -> Planting:
    """Return the content of a root with a canary in each facilitators' text and remark, and in comments."""
    planting = Planting(read_content(root))
    for file in planting.content.files.values():
        in_facilitators_fields(file, planting)
        remarks = re.split(r"^::: facilitator$", file.body or "", flags=re.MULTILINE)
        said = [f"::: facilitator\n{planting.token('remark')}\n{remark}" for remark in remarks[1:]]
        _put(planting, replace(file, body=None if file.body is None else "".join([remarks[0], *said])))
    _comments(planting)
    return planting


def _remarks(planting: Planting) -> None:
    """Put facilitators' remarks before, between and behind the text of an article."""
    article = planting.content.files[ARTICLE]
    assert article.body is not None
    before, heading, behind = article.body.partition("\n## Zo ga je verder")
    body = f"\n{_remark(planting)}{before}\n{_remark(planting)}{heading}{behind}\n{_remark(planting)}"
    _put(planting, replace(article, body=body))


def _remark(planting: Planting) -> str:
    token = partial(planting.token, "remark")
    note = f"[^{planting.token('label of a footnote, which has a number instead', hidden=True)}]"
    return (
        f"::: facilitator {token()}\n{token()}, **{token()}**, [{token()}](article:kort){note}\n\n"
        f"- {token()}\n\n| {token()} | wat |\n| --- | --- |\n| {token()} | dat |\n\n{note}: {token()}\n:::\n"
    )


def _metadata(planting: Planting) -> None:
    """Leave words beside what participants see and hear."""
    beside = _beside(planting, "what participants see")
    media = {
        "content/media/kaart.svg": drawing(beside, "Drie vakjes"),
        "content/media/vlak.png": png(beside),
        "content/media/foto.jpg": jpeg(beside),
        "content/media/beeld.webp": webp(beside),
        "content/media/adem.mp3": mp3(beside, clean("sound.mp3")),
        "content/media/beeld.vtt": captions(beside, "Een hand legt een kaart op tafel."),
    }
    assert media.keys() <= planting.content.media.keys()
    planting.content = planting.content.with_media(media)


def _pictures(planting: Planting) -> None:
    """Add pictures that only facilitators see, and one that nobody refers to."""
    beside = _beside(planting, "a picture that facilitators see")
    title = "title of a drawing"
    pictures = {
        "svg": drawing(beside, planting.token(title)),
        "png": png(beside),
        "jpg": jpeg(beside),
        "webp": webp(beside),
    }
    named = {f"{planting.token('name of a picture')}.{ending}": data for ending, data in pictures.items()}
    _tell(planting, *(f"![{planting.token('alternative text')}](media:{name})" for name in named))
    own = f"{planting.token('name of a picture of a programme')}.svg"
    _tell(planting, f"![{planting.token('alternative text')}](media:{own})")
    unused = f"{planting.token('name of a picture that nothing shows')}.svg"
    planting.content = planting.content.with_media(
        {
            **{f"content/media/{name}": data for name, data in named.items()},
            f"programs/alles/media/{own}": drawing(beside, planting.token(title)),
            f"content/media/{unused}": drawing(beside, planting.token(title)),
        }
    )


def _entities(planting: Planting) -> None:
    """Add one of each kind in the library and in the programme, which only a facilitators' text links to."""
    for kind in REACHABLE:
        original = next(file for file in planting.content.of(kind) if file.programme is None)
        added = [_copy(original, planting)]
        if any(part == original.path.split("/")[1] for part in IN_PROGRAMME):
            copy = _copy(original, planting)
            added.append(replace(copy, path=copy.path.replace("content/", "programs/alles/")))
        for file in added:
            _put(planting, file)
            _tell(planting, f"[{planting.token('link')}]({kind.value}:{file.id})")
    _put(planting, _copy(planting.content.of(Kind.ACTIVITY)[0], planting))
    term = planting.token("glossary.terms.id")
    terms = planting.content.files[GLOSSARY].data["terms"]
    terms.insert(0, {"id": term, "term": planting.token("term"), "text": planting.token("text of a term")})
    _tell(planting, f"[{planting.token('link')}](term:{term})")


def _drafts(planting: Planting) -> None:
    """Add a draft session, which leads to all that participants see of a session, and to what they do not see yet."""
    original = planting.content.files["programs/alles/sessions/tweede.yml"]
    draft = _copy(original, planting, hidden=True)
    draft.data["status"] = "draft"
    draft.data["articles"] = [file.id for file in planting.content.of(Kind.ARTICLE) if file.programme is None]
    _put(planting, draft)
    planting.content.files[PROGRAMME].data["sessions"].append({"session": draft.id})


def _unlisted_programmes(planting: Planting) -> None:
    """Add programmes that the sites do not list."""
    mine = [file for file in planting.content.files.values() if file.programme == "alles" and "zq" not in file.id]
    for status in UNLISTED:
        id = planting.token(f"id of a {status} programme", hidden=True)
        for file in mine:
            copy = replace(file, path=file.path.replace("/alles/", f"/{id}/"), data=_without_former(file))
            if file.kind is Kind.PROGRAMME:
                copy.data["status"] = status
                copy.data["rationale"] = "Waarom."
                copy.data["sessions"] = [entry for entry in copy.data["sessions"] if "zq" not in entry["session"]]
            in_every_text(copy, planting, hidden=True)
            if file.kind is Kind.PROGRAMME:
                copy.data["change_log"][0]["version"] = copy.data["version"]
            _put(planting, copy)


def _comments(planting: Planting) -> None:
    for file in planting.content.files.values():
        _put(planting, replace(file, comment=planting.token("comment", hidden=True)))


def _copy(original: File, planting: Planting, *, hidden: bool = False) -> File:
    """Return a copy with a token for its name and in every text of it."""
    copy = original.named(planting.token(f"id of {original.kind.value}", hidden=hidden))
    copy = replace(copy, data=_without_former(copy))
    if not hidden:
        copy.data["formerly"] = [planting.token(f"{original.kind.value}.formerly")]
    in_every_text(copy, planting, hidden=hidden)
    if copy.kind is Kind.ARTICLE:
        _own_media(copy.data["media"], planting)
    if copy.body is not None:
        copy = replace(copy, body=f"\n{planting.token(f'{original.kind.value}.body')}\n{copy.body}")
    return copy


def _own_media(media: list[Data], planting: Planting) -> None:
    """Give an article sounds and films of its own, with what is said in them."""
    for medium in media:
        for field in ("file", "captions"):
            if field in medium:
                ending = medium[field].rpartition(".")[2]
                name = f"{planting.token(f'name of {field}')}.{ending}"
                said = planting.token(f"what is said in {field}")
                medium[field] = name
                beside = _beside(planting, "what facilitators see")
                match ending:
                    case "mp3":
                        made = mp3(beside, frame(said))
                    case "mp4":
                        made = mp4(said)
                    case _:
                        made = captions(beside, said)
                planting.content = planting.content.with_media({f"content/media/{name}": made})


def _without_former(file: File) -> dict[str, Data]:
    """Return a copy of what a file says, without former ids: each may be claimed once."""
    data = deepcopy(file.data)
    for place in [*walk(file.kind, data)]:
        if isinstance(place.value, dict):
            place.value.pop("formerly", None)
    return data


def _tell(planting: Planting, *texts: str) -> None:
    """Write paragraphs into a text that only facilitators read."""
    data = planting.content.files[PROGRAMME].data
    data["rationale"] = "\n\n".join([data["rationale"], *texts])


def _put(planting: Planting, file: File) -> None:
    planting.content = planting.content.with_files(file)


def _beside(planting: Planting, what: str) -> partial[str]:
    def token(corner: str) -> str:
        return planting.token(f"{corner} of {what}", hidden=True)

    return partial(token)
