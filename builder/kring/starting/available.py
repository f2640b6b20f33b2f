"""What a new file can refer to: for each kind of reference one id that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kring.editor.references import MEDIA, STEP, Target, Targets
from kring.model.media import AUDIO, CAPTIONS, IMAGES, VIDEO, ending
from kring.source.kinds import Kind

Context = Mapping[str, str]
"""Values that stand beside a reference: which module a step is of, whether a file is to be heard or seen."""

_PLAYED = {"audio": AUDIO, "video": VIDEO}


@dataclass(frozen=True, slots=True)
class Available:
    """Ids to refer to from a file of `programme` (None: the library). `given` come before what is there already."""

    targets: Targets
    programme: str | None
    given: Mapping[str, str] = field(default_factory=dict)

    def choose(self, ref: str, name: str, context: Context) -> str | None:
        """Return an id for a reference of kind `ref` in the field `name`; None where nothing fits.

        What belongs to the programme itself comes first.
        """
        if ref in self.given:
            return self.given[ref]
        fitting = [target.id for target in self._in_reach(ref) if self._fits(target, ref, name, context)]
        return fitting[0] if fitting else None

    def _in_reach(self, ref: str) -> list[Target]:
        if ref == STEP:
            return [step for module in self.targets.by_ref.get(Kind.MODULE, ()) for step in self._steps(module.id)]
        found = [target for target in self.targets.by_ref.get(ref, ()) if target.programme in (None, self.programme)]
        return sorted(found, key=lambda target: target.programme is None)

    def _steps(self, module: str) -> tuple[Target, ...]:
        return self.targets.steps.get(module, ())

    def _fits(self, target: Target, ref: str, name: str, context: Context) -> bool:
        if ref == Kind.MODULE:
            return bool(self._steps(target.id))
        if ref == STEP:
            return target in self._steps(self.choose(Kind.MODULE, "module", {}) or "")
        if ref == MEDIA:
            return ending(target.id) in _endings(name, context)
        return True


def _endings(name: str, context: Context) -> tuple[str, ...]:
    """Return how the names of files for the field `name` end."""
    match name:
        case "icon":
            return IMAGES
        case "captions":
            return CAPTIONS
        case _:
            return _PLAYED[context["kind"]]
