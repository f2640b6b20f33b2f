"""A path tells the kind of a file, and a key tells its path."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest

from kring.source.documents import Key
from kring.source.kinds import KINDS, Kind
from kring.source.paths import files_of, kind_of, path_of

HOMES = [(kind, home) for kind, spec in KINDS.items() for home in ("een", None) if home is None or spec.in_programme]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("site_config.yml", Kind.SITE_CONFIG),
        ("content/help.yml", Kind.HELP),
        ("content/articles/rust.md", Kind.ARTICLE),
        ("programs/a/programme.yml", Kind.PROGRAMME),
        ("programs/a/sessions/b.yml", Kind.SESSION),
        ("content/media/a.svg", None),
        ("README.md", None),
    ],
)
def test_a_path_tells_the_kind(path: str, kind: Kind | None) -> None:
    assert kind_of(path) == kind


@pytest.mark.parametrize(("kind", "home"), HOMES)
def test_the_path_of_a_key_leads_back_to_its_kind(kind: Kind, home: str | None) -> None:
    assert kind_of(path_of(Key(kind, "twee", home))) is kind


@pytest.mark.parametrize("kind", Kind)
def test_a_pattern_fits_the_files_of_one_kind(kind: Kind) -> None:
    spec = KINDS[kind]
    homes = [*(["een"] if spec.in_programme else []), *([] if spec.in_programme and not spec.in_library else [None])]
    for home in homes:
        path = path_of(Key(kind, "twee", home))
        assert [other for other in Kind if any(fnmatch(path, pattern) for pattern in files_of(other))] == [kind]
