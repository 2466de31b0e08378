"""How the pages of a listing follow each other: what a model says of it, typed against its shapes.

C2J says it in `paginators-1.json`, Smithy in the trait `smithy.api#paginated`. What points into the
output is an expression of JMESPath; in Smithy's models, names with dots alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .diagnostics import Place
from .jmespath.syntax import SyntaxFault
from .jmespath.typed import Path, TypeFault, compiled
from .jmespath.types import Sort, Type, element_of, type_of
from .shapes import Kind, Operation, Service, Unsupported


@dataclass(frozen=True)
class Said:
    """A text of the model and where it stands; `key` is what it stands under."""

    key: str
    text: str
    place: Place


@dataclass(frozen=True)
class Paginator:
    """What a model says of an operation's pages, as it says it."""

    operation: str
    place: Place
    input_tokens: tuple[Said, ...]
    output_tokens: tuple[Said, ...]
    page_size: Said | None = None
    results: tuple[Said, ...] = ()
    more: Said | None = None
    others: tuple[Said, ...] = ()  # what each page repeats; checked, not used


@dataclass(frozen=True)
class Token:
    """A member of the input that takes what the page before gave."""

    input: str
    output: Path


@dataclass(frozen=True)
class Pagination:
    """The same, typed. `items` are those results that are lists or maps."""

    tokens: tuple[Token, ...]
    page_size: str | None
    items: tuple[Path, ...]
    more: Path | None


def with_pagination(service: Service, paginators: tuple[Paginator, ...]) -> Service:
    """The service whose operations know their pages. What is wrong with a paginator is refused once its
    operation is reached.
    """
    said = {p.operation: p for p in paginators}
    operations = (_paginated(service, o, said.get(o.name)) for o in service.operations)
    return replace(service, operations=tuple(operations))


def _paginated(service: Service, operation: Operation, said: Paginator | None) -> Operation:
    if said is None:
        return operation
    typing = _Typing(service, operation)
    found = typing.pagination(said)
    if typing.faults:
        return replace(operation, unsupported=(*operation.unsupported, *typing.faults))
    return replace(operation, pagination=found)


class _Typing:
    def __init__(self, service: Service, operation: Operation) -> None:
        self._service = service
        self._input = type_of(service, operation.input)
        self._output = type_of(service, operation.output)
        self.faults: list[Unsupported] = []

    def pagination(self, said: Paginator) -> Pagination:
        if not said.input_tokens or len(said.input_tokens) != len(said.output_tokens):
            what = f"{len(said.input_tokens)} tokens of the input for {len(said.output_tokens)} of the output"
            self._fault("the paginator", what, said.place)
        both = zip(said.input_tokens, said.output_tokens, strict=False)
        results = tuple(p for s in said.results if (p := self._path(s)) is not None)
        for other in said.others:
            self._path(other)
        return Pagination(
            tuple(self._tokens(both)),
            self._page_size(said.page_size),
            tuple(p for p in results if p.type.sort in (Sort.LIST, Sort.MAP)),
            None if said.more is None else self._path(said.more),
        )

    def _fault(self, key: str, what: str, place: Place) -> None:
        self.faults.append(Unsupported(f"{key}: {what}", place))

    def _path(self, said: Said) -> Path | None:
        return path(self._service, said, self._output, self._fault)

    def _member(self, said: Said) -> Type | None:
        """The type of a member of the input."""
        shape = self._input.shape
        for member in shape.members if shape is not None else ():
            if member.name == said.text:
                return type_of(self._service, member.target)
        what = "the operation has no input" if shape is None else f"'{shape.name}' has no member '{said.text}'"
        self._fault(f"the paginator's '{said.key}'", what, said.place)
        return None

    def _tokens(self, both: Iterator[tuple[Said, Said]]) -> Iterator[Token]:
        for taken, given in both:
            into, found = self._member(taken), self._path(given)
            if into is None or found is None:
                continue
            if not _fits(self._service, found.type, into):
                what = f"'{given.text}' is {found.type}, and '{taken.text}' takes {into}"
                self._fault(f"the paginator's '{given.key}'", what, given.place)
            yield Token(taken.text, found)

    def _page_size(self, said: Said | None) -> str | None:
        found = None if said is None else self._member(said)
        if said is None or found is None:
            return None
        kind = found.shape.kind if found.shape is not None else Kind.OTHER
        if kind not in (Kind.INTEGER, Kind.LONG, Kind.STRING):
            what = f"'{said.text}' is {found}, not a number"
            self._fault(f"the paginator's '{said.key}'", what, said.place)
        return said.text


def _fits(service: Service, given: Type, taken: Type) -> bool:
    """Whether a value of one type can be given to a member of another one."""
    if given.sort is not taken.sort or taken.shape is None:
        return False
    if given.sort in (Sort.TEXT, Sort.BOOLEAN) or given.shape is None:
        return given.sort is not Sort.OTHER
    if given.sort in (Sort.LIST, Sort.MAP):
        return _fits(service, element_of(service, given), element_of(service, taken))
    return given.shape.kind is taken.shape.kind and (
        given.sort is Sort.NUMBER or given.shape.name == taken.shape.name
    )


def path(
    service: Service, said: Said, of: Type, fault: Callable[[str, str, Place], None]
) -> Path | None:
    """What a model's expression comes to; what is wrong with it goes to `fault`."""
    key = f"the {said.key}" if " " in said.key else f"the paginator's '{said.key}'"
    try:
        return compiled(service, said.text, of)
    except SyntaxFault as wrong:
        fault(key, f"'{said.text}' is not JMESPath: at {wrong.at + 1}, {wrong.message}", said.place)
    except TypeFault as wrong:
        fault(key, f"'{said.text}': {wrong}" if str(wrong) != said.text else str(wrong), said.place)
    return None
