"""The types of JMESPath's values, as far as a model knows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..shapes import Kind, Ref, Service, Shape


class Sort(Enum):
    """What a value can be; the value names it in messages."""

    NULL = "null"
    TEXT = "a text"
    NUMBER = "a number"
    BOOLEAN = "a boolean"
    STRUCTURE = "a structure"
    UNION = "a union"
    LIST = "a list"
    MAP = "a map"
    EXCHANGE = "a request with its response"
    NOTHING = "an operation without output"
    OTHER = "a value of another kind"


_SORTS = {
    Kind.STRUCTURE: Sort.STRUCTURE,
    Kind.UNION: Sort.UNION,
    Kind.LIST: Sort.LIST,
    Kind.MAP: Sort.MAP,
    Kind.STRING: Sort.TEXT,
    Kind.BOOLEAN: Sort.BOOLEAN,
    Kind.INTEGER: Sort.NUMBER,
    Kind.LONG: Sort.NUMBER,
    Kind.FLOAT: Sort.NUMBER,
    Kind.DOUBLE: Sort.NUMBER,
}


@dataclass(frozen=True)
class Type:
    """A type: that of a shape, or else that of something computed. `inner` are a computed list's element,
    or an exchange's two sides.
    """

    sort: Sort
    shape: Shape | None = None
    inner: tuple[Type, ...] = ()

    def __str__(self) -> str:
        return self.sort.value if self.shape is None else f"{self.sort.value} ('{self.shape.name}')"


TEXT, NUMBER, BOOLEAN, NULL = (Type(s) for s in (Sort.TEXT, Sort.NUMBER, Sort.BOOLEAN, Sort.NULL))
NOTHING = Type(Sort.NOTHING)


def list_of(element: Type) -> Type:
    return Type(Sort.LIST, None, (element,))


def type_of(service: Service, ref: Ref | None) -> Type:
    """The type of a use of a shape; of an operation's input or output that it does not have, too."""
    if ref is None:
        return NOTHING
    shape = service.shape(ref.shape)
    return Type(_SORTS.get(shape.kind, Sort.OTHER), shape)


def element_of(service: Service, of: Type) -> Type:
    """What a list or a map holds."""
    if of.shape is None:
        return of.inner[0]
    return type_of(service, of.shape.value)


def common(service: Service, one: Type, other: Type) -> Type | None:
    """The type of what may be either; none where C++ has none."""
    if one == other or other.sort is Sort.NULL:
        return one
    if one.sort is Sort.NULL:
        return other
    if one.sort is not other.sort or one.sort not in (Sort.TEXT, Sort.NUMBER, Sort.BOOLEAN):
        return None
    return Type(one.sort)
