"""What the codec has to reach, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass

from bench.figures import DEFAULT, SIGN, V3, Figure, Results, series_of

FASTER, WITHIN, COUNT = "times as fast as", "times", "allocations"


@dataclass(frozen=True)
class Key:
    """One figure: a program and a name in it."""

    name: str
    program: str = DEFAULT


@dataclass(frozen=True)
class Target:
    """`ours` against `other`: at least `limit` times as fast, or within `limit` times its time."""

    work: str
    ours: Key
    other: Key
    kind: str
    limit: float
    aim: float | None = None


@dataclass(frozen=True)
class Verdict:
    work: str
    against: str
    measured: float
    kind: str
    limit: float
    aim: float | None

    @property
    def ok(self) -> bool:
        if self.kind == FASTER:
            return self.measured >= self.limit
        return self.measured <= self.limit

    @property
    def aimed(self) -> bool:
        return self.aim is not None and self.measured <= self.aim


def faster(work: str, peer: str, limit: float, base: str | None = None) -> Target:
    other = Key(f"{base or work}/{peer}")
    return Target(work, Key(f"{work}/cppsmith"), other, FASTER, limit)


def within(work: str, peer: str, limit: float, aim: float, program: str = DEFAULT) -> Target:
    label = work if program == DEFAULT else f"{work}, {program}"
    ours, other = Key(f"{work}/cppsmith", program), Key(f"{work}/{peer}", program)
    return Target(label, ours, other, WITHIN, limit, aim)


def dispatched(work: str) -> Target:
    """The default build against the one that may use AVX2 everywhere."""
    name = f"{work}/cppsmith"
    return Target(f"{work}, default build", Key(name), Key(name, V3), WITHIN, 1.3, 1.1)


def writing() -> list[Target]:
    hot = ["W1 write", "W1 write distinct"]
    return [
        *(faster(work, "rapidjson", 6) for work in hot),
        *(within(work, "memcpy", 9, 4) for work in hot),
        *(within(work, "memcpy", 6, 4, V3) for work in hot),
        *(dispatched(work) for work in [*hot, "W1big write", "W4 write"]),
        faster("W1big write", "rapidjson", 4),
        within("W1big write", "memcpy", 4, 1.6),
        within("W1big write", "memcpy", 2.4, 1.6, V3),
        faster("W4 write", "rapidjson", 3),
        within("W4 write", "memcpy", 8, 3.5),
    ]


def reading() -> list[Target]:
    return [
        faster("W2 read owning", "rapidjson", 8),
        within("W2 read owning", "copy and destroy", 1.3, 1.1),
        faster("W2 read borrowing", "rapidjson", 25, base="W2 read owning"),
        within("W3 read owning", "copy and destroy", 1.4, 1.1),
        faster("W3 read borrowing", "rapidjson", 10, base="W3 read owning"),
        faster("W3 read borrowing", "simdjson", 5, base="W3 read owning"),
        within("W3 read borrowing", "first stage", 2.5, 1.0),
        *(dispatched(work) for work in ["W2 read borrowing", "W3 read borrowing"]),
    ]


def surprises() -> list[Target]:
    """Owning against the hand-written reader into strings, borrowing against the one into views."""
    forms = ["shuffled", "pretty", "escapes", "non-ASCII"]
    return [
        within(f"W3 {form} read {kind}", "simdjson", 1.1, 0.8)
        for form in forms
        for kind in ("owning", "borrowing")
    ]


def signing() -> list[Target]:
    """`sign/limit` is the hashing alone."""
    ours, hashing = Key("prepare + sign/ours", SIGN), Key("sign/limit", SIGN)
    return [Target("prepare + sign", ours, hashing, WITHIN, 1.3, 1.1)]


TARGETS = [*writing(), *reading(), *surprises(), *signing()]

# Allocations in one call. Of W3, borrowed: the list growing, and blocks for the entries of its maps.
ALLOCATIONS = {"W1 write": 0, "W2 read borrowing": 0, "W3 read borrowing": 20}
SERIES = ["series write", "series read owning", "series read borrowing"]


def ratio(results: Results, target: Target) -> float | None:
    ours = results.figure(target.ours.program, target.ours.name)
    other = results.figure(target.other.program, target.other.name)
    if ours is None or other is None:
        return None
    return other.ns / ours.ns if target.kind == FASTER else ours.ns / other.ns


def against(target: Target) -> str:
    """Whom a target names, with the kind of reading where that differs from ours."""
    if target.ours.name == target.other.name:
        return "-march=x86-64-v3"
    work, _, peer = target.other.name.rpartition("/")
    same = work == target.ours.name.rpartition("/")[0]
    return peer if same or target.ours.program == SIGN else f"{peer}, {work.split()[-1]}"


def flatness(results: Results, work: str) -> float | None:
    """The largest time for a byte over the smallest, from 1,000 elements up."""
    for series in series_of(results, work):
        if series.who == "cppsmith":
            each = [per_byte(figure) for elements, figure in series.points if elements >= 1000]
            return max(each) / min(each) if len(each) > 1 else None
    return None


def per_byte(figure: Figure) -> float:
    return figure.ns / figure.size


def verdict(target: Target, measured: float) -> Verdict:
    limits = (target.kind, target.limit, target.aim)
    return Verdict(target.work, against(target), measured, *limits)


def verdicts(results: Results) -> list[Verdict]:
    """Of every target whose figures are there."""
    found = []
    for target in TARGETS:
        measured = ratio(results, target)
        if measured is not None:
            found.append(verdict(target, measured))
    return found + flat_verdicts(results) + allocation_verdicts(results)


def flat_verdicts(results: Results) -> list[Verdict]:
    found = []
    for work in SERIES:
        measured = flatness(results, work)
        if measured is not None:
            row = Verdict(work, "itself, ns per byte, 1,000 up", measured, WITHIN, 1.15, None)
            found.append(row)
    return found


def allocation_verdicts(results: Results) -> list[Verdict]:
    found = []
    for work, limit in ALLOCATIONS.items():
        figure = results.figure(DEFAULT, f"{work}/cppsmith")
        if figure is not None:
            found.append(Verdict(work, "", figure.allocations, COUNT, limit, None))
    return found
