"""A model as C++ sees it: the name, the type, the traits and the file of each of its shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from . import constraints, docs, names
from .closure import Closure
from .diagnostics import Report
from .ir import Expr
from .literals import text_literal
from .patterns.cache import Cache
from .recursion import Family, families
from .reserved import VOCABULARY
from .shapes import Kind, Operation, Ref, Service, Shape, TimestampFormat

_RUNTIME = "cppsmith"

_NUMBERS = frozenset((Kind.INTEGER, Kind.LONG, Kind.FLOAT, Kind.DOUBLE))

_ARITHMETIC = {
    Kind.BOOLEAN: "bool",
    Kind.INTEGER: "std::int32_t",
    Kind.LONG: "std::int64_t",
    Kind.FLOAT: "float",
    Kind.DOUBLE: "double",
    Kind.TIMESTAMP: "timestamp",
    Kind.BLOB: "blob",
    Kind.DOCUMENT: "document",
    Kind.NUMERAL: "numeral",
}


@dataclass(frozen=True)
class Target:
    """Where the headers go: the namespace above the services', and the folder above theirs."""

    root_namespace: str = _RUNTIME
    include_prefix: str = _RUNTIME


@dataclass(frozen=True, eq=False)
class Model:
    """What every header asks of the model as a whole."""

    service: Service
    target: Target
    patterns: Cache = Cache()

    @cached_property
    def namespace(self) -> str:
        return names.namespace(self.service.folder or self.service.id)

    @cached_property
    def folder(self) -> str:
        return f"{self.target.include_prefix}/{self.namespace}"

    @property
    def service_path(self) -> str:
        return f"{self.folder}/service.hpp"

    @cached_property
    def macro(self) -> str:
        scope = f"{self.target.root_namespace}::{self.namespace}"
        return f"{names.macro(scope)}_MODEL"

    def guard(self, path: str) -> str:
        """The include guard of one of the service's headers."""
        file = path.removeprefix(f"{self.folder}").removesuffix(".hpp").removeprefix("/")
        return names.guard(self.target.include_prefix, self.namespace, file)

    @cached_property
    def foreign(self) -> bool:
        """Whether the runtime's names are out of sight."""
        return self.target.root_namespace.split("::")[0] != _RUNTIME

    @cached_property
    def title(self) -> str:
        return docs.plain(f"{self.service.name} {self.service.api_version}")

    def titled(self, name: str) -> str:
        """What a header's first line calls it."""
        return f"{name}, {self.title}"

    @cached_property
    def _operations(self) -> frozenset[str]:
        return frozenset(o.name for o in self.service.operations)

    @cached_property
    def _uses(self) -> Counter[str]:
        refs = [r.shape for o in self.service.operations for r in o.refs]
        return Counter(refs + [r.shape for s in self.service.shapes for r in s.refs])

    def shape(self, ref: Ref) -> Shape:
        return self.service.shape(ref.shape)

    def name(self, entry: Shape | Operation) -> str:
        """The C++ name of a shape or operation."""
        return self._names[isinstance(entry, Shape), entry.name]

    @cached_property
    def _names(self) -> Mapping[tuple[bool, str], str]:
        """Those of operations, and of shapes. Where two would be one, operations come first, then what keeps the
        model's spelling.
        """
        entries: tuple[Shape | Operation, ...] = (*self.service.operations, *self.service.shapes)
        wanted: dict[tuple[bool, str], str] = {}
        for entry in entries:
            is_shape = isinstance(entry, Shape)
            taken = self._operations if is_shape else frozenset[str]()
            wanted[is_shape, entry.name] = names.type_name(entry.name, self.namespace, taken)
        order = sorted(wanted, key=lambda key: (key[0], wanted[key] != key[1], key[1]))
        return names.distinct({key: wanted[key] for key in order})

    @cached_property
    def alias_names(self) -> frozenset[str]:
        """The names of the text types."""
        shapes = self.service.shapes
        return frozenset(self.name(s) for s in shapes if s.kind is Kind.STRING and s.enum is None)

    @cached_property
    def inline_shapes(self) -> frozenset[str]:
        """The inputs and outputs that nothing else in the model refers to: they stand in the
        operation's file.
        """
        refs = (r for o in self.service.operations for r in (o.input, o.output) if r is not None)
        return frozenset(r.shape for r in refs if self._uses[r.shape] == 1)

    def has_file(self, entry: Shape | Operation) -> bool:
        if not isinstance(entry, Shape) or entry.enum is not None:
            return True
        if entry.kind is Kind.STRING:
            return constraints.checked_pattern(entry) is not None
        if entry.kind is Kind.UNION:
            return True
        return entry.kind is Kind.STRUCTURE and entry.name not in self.inline_shapes

    def path(self, entry: Shape | Operation) -> str:
        """The header of a shape or operation. A shape makes way for an operation of its name."""
        return f"{self.folder}/{self._files[isinstance(entry, Shape), entry.name]}.hpp"

    @cached_property
    def _files(self) -> Mapping[tuple[bool, str], str]:
        """The names of the headers, without their ending: those of operations first, then in the order of names."""
        shapes = sorted((s for s in self.service.shapes if self.has_file(s)), key=lambda s: s.name)
        wanted = {(False, o.name): names.file_name(o.name) for o in self.service.operations}
        return names.distinct(wanted | {(True, s.name): names.file_name(s.name) for s in shapes})

    def refuse_empty_types(self, closure: Closure) -> None:
        """Raises `InputError` for shapes that no value can have."""
        report = Report()
        for shape in closure.shapes:
            if constraints.excludes_everything(shape):
                report.add(shape.place, shape.name, f"no {shape.kind.value} keeps its limits")
        report.raise_if_any()

    def qualified(self, expr: Expr, hidden: Collection[str]) -> Expr:
        """`expr` as it has to be written where the names in `hidden` mean something else."""
        head = expr.head
        first = head.split("::")[0]
        if first in VOCABULARY and first not in ("std", _RUNTIME):
            if self.foreign or head in hidden:
                head = f"{_RUNTIME}::{head}"
        elif head in hidden:
            head = f"{self.namespace}::{head}"
        args = None if expr.args is None else tuple(self.qualified(a, hidden) for a in expr.args)
        return Expr(head, args)

    @cached_property
    def _families(self) -> Mapping[str, Family]:
        return families(self.service)

    def family(self, shape: Shape) -> Family | None:
        """The shapes that contain this one and are contained in it; nothing where there are none."""
        return self._families.get(shape.name)

    def type_of(self, ref: Ref, holder: Shape | None = None) -> Expr:
        """The C++ type of a use of a shape, by a structure or union where there is a holder."""
        shape = self.shape(ref)
        family = self.family(shape)
        if family is not None and holder is not None and (holder.name, shape.name) in family.knotted:
            return Expr("recursive", (Expr(self.name(shape)),))
        if shape.enum is not None:
            return Expr("open_enum", (Expr(self.name(shape)),))
        if shape.kind in (Kind.LIST, Kind.MAP) and shape.value is not None:
            element = self.type_of(shape.value)
            if shape.sparse:
                element = Expr("optional", (element,))
            if shape.key is None:
                return Expr("std::vector", (element,))
            return Expr("map", (self.type_of(shape.key), element))
        if shape.kind in _ARITHMETIC:
            return Expr(_ARITHMETIC[shape.kind])
        return Expr(self.name(shape))

    def held(self, ref: Ref, holder: Shape) -> tuple[Expr, ...]:
        """What a member of a structure holds: its type, and the limits of a number that has any."""
        shape = self.shape(ref)
        bounds = constraints.bounds(constraints.without_vacuous_limits(shape), shape.kind)
        if shape.kind not in _NUMBERS or not bounds:
            return (self.type_of(ref, holder),)
        return (self.type_of(ref), Expr("number", (Expr(text_literal(shape.name)), *bounds)))

    def member_traits(self, ref: Ref, default: TimestampFormat) -> tuple[Expr, ...]:
        """What neither the C++ type of a member nor the limits with it say of its value."""
        limits = ("range", "at_least", "at_most")
        is_number = self.shape(ref).kind in _NUMBERS
        traits = self.traits_of(ref, default)
        return tuple(t for t in traits if not (is_number and t.head in limits))

    def named_in(self, ref: Ref) -> tuple[Shape, ...]:
        """The shapes whose names stand in the C++ type of a use of a shape."""
        shape = self.shape(ref)
        if shape.kind in (Kind.STRING, Kind.STRUCTURE, Kind.UNION):
            return (shape,)
        return tuple(s for r in shape.refs for s in self.named_in(r))

    def traits_of(self, ref: Ref, default: TimestampFormat) -> tuple[Expr, ...]:
        """What the C++ type of a use of a shape does not say of its values."""
        shape = self.shape(ref)
        limits = constraints.without_vacuous_limits(shape)
        traits: list[Expr] = []
        match shape.kind:
            case Kind.TIMESTAMP:
                written = ref.timestamp_format or shape.timestamp_format
                if written is not None and written != default:
                    traits.append(constraints.timestamp_format(written))
            case Kind.INTEGER | Kind.LONG | Kind.FLOAT | Kind.DOUBLE:
                traits += constraints.bounds(limits, shape.kind)
            case Kind.LIST | Kind.MAP | Kind.BLOB:
                traits += constraints.length(limits)
                traits += [Expr("unique_items")] if shape.unique else []
        heads = ("keys", "values") if shape.kind is Kind.MAP else ("each",)
        inner = (r for r in (shape.key, shape.value) if r is not None)
        for head, element in zip(heads, inner):  # noqa: B905 - what has no element has no head
            args = self.traits_of(element, default)
            traits += [Expr(head, args)] if args else []
        in_type = shape.kind in (Kind.STRUCTURE, Kind.UNION) or (shape.kind is Kind.STRING and shape.enum is None)
        if shape.sensitive and not in_type:
            traits.append(Expr("sensitive"))
        return tuple(traits)
