"""What a header is written with: the files that it includes, and the text types that it declares."""

from __future__ import annotations

from collections.abc import Iterator

from .cpp_types import Model
from .endpoint_rules.traits import gives_endpoint_parameters
from .ir import DESCRIBED, Alias, Expr, Includes
from .resolve_pages import pagination_includes
from .shape_docs import shape_doc
from .shapes import Kind, Operation, Shape
from .text_types import text_type

_OWN_HEADERS = frozenset("optional required open_enum map blob timestamp document numeral recursive".split())
_STD_HEADERS = (("std::vector", "vector"), ("std::int32_t", "cstdint"), ("std::int64_t", "cstdint"))


def includes(
    model: Model, shapes: tuple[Shape, ...], operation: Operation | None = None
) -> Includes:
    """What the structures of a header, and its operation, are written with."""
    own, boost, std = {model.service_path}, set[str](), set[str]()
    for shape in shapes:
        is_union = shape.kind is Kind.UNION
        own |= {"cppsmith/recursive.hpp"} if model.family(shape) is not None else set()
        own.add("cppsmith/shape.hpp")
        own |= {"cppsmith/tagged_union.hpp"} if is_union else set()
        if shape.rules:
            own.add("cppsmith/rule.hpp")
        boost |= set() if is_union or len(shape.members) > DESCRIBED else {"boost/describe/class.hpp"}
        std.add("utility" if is_union else "compare")
        for member in shape.members:
            if not is_union:
                own.add(f"cppsmith/{'required' if member.must_be_given else 'optional'}.hpp")
            heads = heads_of(Expr("", model.held(member.target, shape)))
            own |= {f"cppsmith/{h}.hpp" for h in heads & _OWN_HEADERS}
            std |= {header for head, header in _STD_HEADERS if head in heads}
    for named in _named_shapes(model, shapes):
        if named not in shapes:
            own.add(model.path(named) if model.has_file(named) else "cppsmith/text.hpp")
    if operation is not None:
        own.add("cppsmith/operation.hpp")
        std.add("string_view")
        own |= pagination_includes(model, operation)
        if gives_endpoint_parameters(model, operation):
            own.add("cppsmith/endpoint/parameters.hpp")
        used = {model.shape(r) for r in operation.refs if model.has_file(model.shape(r))}
        own |= {model.path(s) for s in used}
    return Includes(tuple(sorted(own)), tuple(sorted(boost)), tuple(sorted(std)))


def aliases(model: Model, shapes: tuple[Shape, ...]) -> tuple[Alias, ...]:
    """The text types that the members of these structures name, in the order of their first use.
    Those with a file of their own are not repeated.
    """
    found: dict[str, Shape] = {}
    for target in _named_shapes(model, shapes):
        if target.kind is Kind.STRING and not model.has_file(target):
            found.setdefault(target.name, target)
    return tuple(text_type(model, s, shape_doc(s)).alias for s in found.values())


def heads_of(expr: Expr) -> set[str]:
    """The names that a type is written with."""
    return {expr.head}.union(*(heads_of(a) for a in expr.args or ()))


def _named_shapes(model: Model, shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        for member in shape.members:
            yield from model.named_in(member.target)
