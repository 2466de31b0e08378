"""One service in both formats: what their models say differently, by its kind, and each model with that taken away.

What is left must give the same headers, byte by byte. A difference is taken away only where the text of both models shows it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cppsmith_codegen.load import load
from cppsmith_codegen.shapes import Kind, Member, Operation, Ref, Service, Shape


@dataclass
class TwoFormats:
    """The model of botocore, and Smithy's made to say the same; `said` counts what was different."""

    c2j: Service
    smithy: Service
    said: Counter[str] = field(default_factory=Counter)


def agreed(c2j: Path, smithy: Path) -> TwoFormats:
    """Reads both, and carries over to Smithy's what botocore's says otherwise."""
    one, other = load(c2j), load(smithy)
    texts = c2j.read_text(encoding="utf-8"), smithy.read_text(encoding="utf-8")
    agreement = _Agreement(one, other, *texts)
    return agreement.made()


class _Agreement:
    def __init__(self, c2j: Service, smithy: Service, c2j_text: str, smithy_text: str) -> None:
        self._c2j, self._smithy = c2j, smithy
        self._texts = (c2j_text, smithy_text)
        self._said = Counter[str]()
        self._pairs = tuple(self._same())  # one shape of Smithy's may stand for several of botocore's

    def made(self) -> TwoFormats:
        for theirs, ours in self._pairs:
            if theirs != ours:
                self._note("a shape has another name", ours, theirs)
        operations = tuple(self._operation(o) for o in self._smithy.operations)
        shapes = tuple(self._shape(self._smithy.shape(theirs), self._c2j.shape(ours)) for theirs, ours in self._pairs)
        if self._smithy.endpoint_rules and not self._c2j.endpoint_rules:
            self._said["endpoint rules stand in a file of their own"] += 1
        smithy = replace(
            _bare_service(self._smithy), operations=operations, shapes=tuple({s.name: s for s in shapes}.values())
        )
        plain = tuple(_plain(s) for s in self._c2j.shapes)
        c2j = replace(
            _bare_service(self._c2j), operations=tuple(map(_bare_operation, self._c2j.operations)), shapes=plain
        )
        return TwoFormats(c2j, replace(smithy, name=c2j.name), self._said)

    def _note(self, what: str, c2j: str, smithy: str) -> None:
        """Counts a difference, which both files have to show."""
        for text, words in zip(self._texts, (c2j, smithy), strict=True):
            assert any(said in text for said in (words, json.dumps(words)[1:-1])), f"{what}: {words} is not said"
        self._said[what] += 1

    # ---- which shapes are the same

    def _same(self) -> Iterator[tuple[str, str]]:
        """The name of each shape of Smithy's model, and of the one in the same place of botocore's."""
        seen = set[tuple[str, str]]()
        todo: list[tuple[Ref, Ref]] = []
        for operation in self._smithy.operations:
            twin = self._c2j.find_operation(operation.name)
            assert twin is not None, f"{operation.name} is in one model alone"
            todo += _both(operation.input, twin.input) + _both(operation.output, twin.output)
            listed = {r.shape: r for r in twin.errors}
            todo += [(r, listed[r.shape]) for r in operation.errors]
        while todo:
            theirs, ours = todo.pop()
            pair = (theirs.shape, ours.shape)
            if pair in seen:
                continue
            seen.add(pair)
            yield pair
            a, b = self._smithy.shape(theirs.shape), self._c2j.shape(ours.shape)
            todo += _both(a.key, b.key) + _both(a.value, b.value)
            named = {m.name: m for m in b.members}
            todo += [(m.target, named[m.name].target) for m in a.members if m.name in named]

    # ---- what is carried over

    def _operation(self, operation: Operation) -> Operation:
        twin = self._c2j.find_operation(operation.name)
        assert twin is not None
        uri = operation.uri
        if uri != twin.uri:
            bare = uri.rstrip("/") == twin.uri.rstrip("/")
            what = "a path ends with a slash" if bare else "a label of a path has another name"
            self._note(what, twin.uri, uri)
            uri = twin.uri
        if operation.pagination is not None and twin.pagination is None:
            self._said["paginators stand in a file of their own"] += 1
        return replace(
            _bare_operation(operation),
            uri=uri,
            input=_renamed(operation.input, twin.input),
            output=_renamed(operation.output, twin.output),
        )

    def _shape(self, shape: Shape, twin: Shape) -> Shape:
        pattern, is_search = shape.pattern, shape.pattern_is_search
        if pattern is not None and twin.pattern is not None:
            anchored = pattern.removeprefix("^").removesuffix("$")
            if pattern == twin.pattern:
                self._said["a pattern is one of the whole text in botocore's, of any part in Smithy's"] += 1
            elif anchored == twin.pattern:
                self._note("a pattern has no anchors in botocore's, which means the whole text", twin.pattern, pattern)
            else:
                self._note("a pattern is another one", twin.pattern, pattern)
            pattern, is_search = twin.pattern, False
        kind = shape.kind
        if kind is Kind.UNION and twin.kind is Kind.STRUCTURE:
            self._note("a union is a plain structure in botocore's", f'"{twin.name}":', f"#{shape.name}")
            kind = twin.kind
        made = replace(
            _plain(shape),
            name=twin.name,
            kind=kind,
            pattern=pattern,
            pattern_is_search=is_search,
            key=_renamed(shape.key, twin.key),
            value=_renamed(shape.value, twin.value),
        )
        return replace(made, members=tuple(self._member(m, twin) for m in made.members))

    def _member(self, member: Member, twin: Shape) -> Member:
        ours = next(m for m in twin.members if m.name == member.name)
        location_name = member.location_name
        if location_name != ours.location_name and member.location is not None:
            self._said["a name on the wire is said, though it is the member's"] += member.wire_name == ours.wire_name
            if member.wire_name != ours.wire_name:
                self._note("a label of a path has another name", ours.wire_name, member.wire_name)
            location_name = ours.location_name
        return replace(member, target=replace(member.target, shape=ours.target.shape), location_name=location_name)


def _renamed(ref: Ref | None, twin: Ref | None) -> Ref | None:
    return None if ref is None or twin is None else replace(ref, shape=twin.shape)


def _both(one: Ref | None, other: Ref | None) -> list[tuple[Ref, Ref]]:
    assert (one is None) == (other is None)
    return [] if one is None or other is None else [(one, other)]


def _bare_service(service: Service) -> Service:
    """Without documentation, and without what botocore keeps in files beside the model."""
    return replace(service, documentation="", digest=0, endpoint_rules=None, paginators=(), waiters=())


def _bare_operation(operation: Operation) -> Operation:
    return replace(operation, documentation="", pagination=None)


def _plain(shape: Shape) -> Shape:
    """Without documentation."""
    return replace(shape, documentation="", members=tuple(replace(m, documentation="") for m in shape.members))
