"""Which operations can be generated, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .closure import select_operations
from .cpp_types import Model, Target
from .diagnostics import Diagnostic, InputError
from .resolve import reached
from .shapes import Service


@dataclass(frozen=True)
class LeftOut:
    """An operation that cannot be generated, and everything that stands against it."""

    operation: str
    reasons: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Supported:
    """The names of the operations that can be generated, and what was left out, both sorted."""

    operations: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def supported(service: Service, operations: Iterable[str], target: Target) -> Supported:
    """Of these operations (`all` for every one), those that can be generated. Raises `InputError` for one that
    there is not.
    """
    names = tuple(o.name for o in select_operations(service, operations))
    model = Model(service, target)
    if not _reasons(model, names):
        return Supported(names, ())
    reasons = {name: _reasons(model, (name,)) for name in names}
    return Supported(
        tuple(name for name, said in reasons.items() if not said),
        tuple(LeftOut(name, said) for name, said in reasons.items() if said),
    )


def _reasons(model: Model, operations: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    try:
        reached(model, operations)
    except InputError as error:
        return error.diagnostics
    return ()
