"""The overlay of a model: what its publisher says only in prose, or said wrongly.

`model/README.md` describes the format; `load_overlay` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from .shapes import Limits, Service, Shape


@dataclass(frozen=True)
class MemberPath:
    """A member of a structure, or of a structure in it: `registrationConfig.roleArn`."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Present:
    """The member is given, and is not an empty text, list or map."""

    member: MemberPath


@dataclass(frozen=True)
class Absent:
    """The member is not given."""

    member: MemberPath


@dataclass(frozen=True)
class Empty:
    """The member is given, as an empty text, list or map."""

    member: MemberPath


@dataclass(frozen=True)
class Equals:
    """The member is given and has this value."""

    member: MemberPath
    value: str | int | float | bool


@dataclass(frozen=True)
class All:
    """Every one of the conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Any:
    """At least one of the conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The condition does not hold."""

    condition: Condition


Condition = Present | Absent | Empty | Equals | All | Any | Not


@dataclass(frozen=True)
class Rule:
    """Where `when` holds, so must `then`; elsewhere `otherwise`. A missing one demands nothing."""

    id: str
    shape: str
    when: Condition
    then: Condition | None
    otherwise: Condition | None
    message: str
    source: str


@dataclass(frozen=True)
class Constraint:
    """A limit that the model has wrong; what is not given stays."""

    shape: str
    limits: Limits
    drops: tuple[str, ...]  # those of min, max and pattern that do not apply
    pattern: str | None
    reason: str


@dataclass(frozen=True)
class Overlay:
    """What a rules file says. `digest` is empty where it says nothing."""

    rules: tuple[Rule, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    digest: str = ""


def apply_overlay(service: Service, overlay: Overlay) -> Service:
    """The model with the limits and rules of the overlay, and a digest of its own."""
    if not overlay.digest:
        return service
    said = {c.shape: c for c in overlay.constraints}
    ruled: dict[str, tuple[Rule, ...]] = {}
    for rule in overlay.rules:
        ruled[rule.shape] = (*ruled.get(rule.shape, ()), rule)
    both = f"{service.digest:016x}{overlay.digest}"

    def changed(shape: Shape) -> Shape:
        limited = constrained(shape, said[shape.name]) if shape.name in said else shape
        return replace(limited, rules=ruled.get(shape.name, ()))

    return replace(
        service,
        digest=int(sha256(both.encode()).hexdigest()[:16], 16),
        shapes=tuple(map(changed, service.shapes)),
    )


def constrained(shape: Shape, constraint: Constraint) -> Shape:
    """The shape with its limits changed."""
    low = None if "min" in constraint.drops else shape.limits.min
    high = None if "max" in constraint.drops else shape.limits.max
    given = constraint.limits
    limits = Limits(
        low if given.min is None else given.min, high if given.max is None else given.max
    )
    pattern = None if "pattern" in constraint.drops else constraint.pattern or shape.pattern
    return replace(shape, limits=limits, pattern=pattern)
