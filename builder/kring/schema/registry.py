"""The schemas: read once from the package, their references filled in, one reused validator per kind of file."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml
from jsonschema.protocols import Validator
from referencing import Registry, Resource

from kring.schema.keywords import DATES, ContentValidator
from kring.source.kinds import Kind

Schema = dict[str, Any]


@cache
def schema_for(kind: Kind) -> Schema:
    """Return the schema of `kind` with every `$ref` filled in, so that it stands by itself.

    Titles and audiences beside a `$ref` win over those of what it refers to. Callers must not change it.
    """
    uri = f"{kind.value}.yml"
    filled: Schema = _filled(_retrieve(uri).contents, _REGISTRY.resolver(uri))
    return filled


@cache
def validator_for(kind: Kind) -> Validator:
    """Return the validator of `kind`, made at its first use and used again for every file."""
    validator: Validator = ContentValidator(schema_for(kind), format_checker=DATES)
    return validator


@cache
def definition(name: str) -> Schema:
    """Return a definition that the schemas share, by its name in common.yml. Callers must not change it."""
    shared: Schema = _retrieve("common.yml").contents["$defs"][name]
    return shared


@cache
def _retrieve(uri: str) -> Resource[Schema]:
    text = resources.files("kring.schema").joinpath(uri).read_text(encoding="utf-8")
    return Resource.from_contents(yaml.load(text, Loader=yaml.CSafeLoader))


_REGISTRY: Registry[Schema] = Registry(retrieve=_retrieve)  # type: ignore[call-arg]


def _filled(part: Any, resolver: Any) -> Any:
    """Return `part` of a schema with what its references refer to in their place, and without `$defs`."""
    if isinstance(part, list):
        return [_filled(item, resolver) for item in part]
    if not isinstance(part, dict):
        return part
    own = {key: _filled(value, resolver) for key, value in part.items() if key not in {"$ref", "$defs"}}
    if "$ref" not in part:
        return own
    target = resolver.lookup(part["$ref"])
    return {**_filled(target.contents, target.resolver), **own}
