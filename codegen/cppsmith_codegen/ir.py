"""The headers to be, in C++ terms: what `resolve` makes and `render` prints. Every name here is
final.
"""

from __future__ import annotations

from dataclasses import dataclass

from .patterns.table import Table

Lines = tuple[str, ...]  # of a comment, without its marks

DESCRIBED = 52  # members or enumerators, which Boost.Describe's macros take at most (Boost 1.81)


@dataclass(frozen=True)
class Expr:
    """A name, a literal, or a template with its arguments: `member<&Tag::Key, length<1, 50>>`."""

    head: str
    args: tuple[Expr, ...] | None = None

    def __str__(self) -> str:
        if self.args is None:
            return self.head
        return f"{self.head}<{', '.join(map(str, self.args))}>"


@dataclass(frozen=True)
class Includes:
    """The files that a header includes, sorted, in the blocks that they are printed in."""

    own: tuple[str, ...]
    boost: tuple[str, ...] = ()
    std: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        return tuple(block for block in (self.own, self.boost, self.std) if block)


@dataclass(frozen=True)
class Alias:
    """`using TagKey = text<"TagKey", length<1, 128>>;`"""

    name: str
    doc: Lines
    type: Expr


@dataclass(frozen=True)
class Pattern:
    """The tables of a regular expression, in a struct that goes by the name of its shape."""

    name: str
    source: str
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Field:
    """A member of a struct. `initialized` is that of an optional one: `{}`; `attribute` that of a deprecated one."""

    name: str
    doc: Lines
    type: Expr
    initialized: bool
    attribute: str


@dataclass(frozen=True)
class Struct:
    """An aggregate. `self` is its name where its members could hide it. One that is `recursive` is compared only
    once all that it contains is complete, by the functions in `compared_by`: `==` and `<=>`.
    """

    name: str
    self: str
    doc: Lines
    fields: tuple[Field, ...]
    shape: Expr
    compared_by: tuple[str, ...]
    members: Expr | None  # the list of them, of one with more than Boost.Describe takes

    key = "struct"

    @property
    def recursive(self) -> bool:
        return bool(self.compared_by)


@dataclass(frozen=True)
class Alternative:
    """A member of a union."""

    name: str
    doc: Lines
    type: Expr
    attribute: str


@dataclass(frozen=True)
class Union:
    """A class with two functions for each of its alternatives, and the base that holds them. `self` is
    its name where its functions hide it. One that is `recursive` holds what is complete only behind it.
    """

    name: str
    self: str
    doc: Lines
    base: Expr
    alternatives: tuple[Alternative, ...]
    shape: Expr
    recursive: bool

    key = "class"


@dataclass(frozen=True)
class Enumeration:
    """An enum class. `shadows`: one of its enumerators has the name of an alias, which GCC 12
    warns of.
    """

    name: str
    doc: Lines
    enumerators: tuple[str, ...]
    shape: Expr
    shadows: bool
    values: tuple[str, ...]  # on the wire, of one with more than Boost.Describe takes


@dataclass(frozen=True)
class Part:
    """A part of an expression, named so that the whole can be read."""

    name: str
    doc: Lines
    value: Expr


@dataclass(frozen=True)
class Pagination:
    """`paginated<...>`, and the parts that it is written with."""

    parts: tuple[Part, ...]
    type: Expr


@dataclass(frozen=True)
class Operation:
    """An operation's tag type."""

    attribute: str
    name: str
    wire_name: str
    doc: Lines
    service: str
    request: str
    response: str
    errors: Expr
    http: str
    method: str
    uri: str
    status: int
    host_prefix: str
    traits: Expr | None
    pagination: Pagination | None
    concept: str


@dataclass(frozen=True)
class Waiter:
    """A waiter's tag type. `limits` are designated initializers."""

    name: str
    wire_name: str
    doc: Lines
    parts: tuple[Part, ...]
    operation: str
    acceptors: Expr
    limits_type: str
    limits: str
    concept: str


@dataclass(frozen=True)
class ServiceInfo:
    """The `service` struct, its texts as they are (not yet C++ literals)."""

    doc: Lines
    protocol: str
    id: str
    api_version: str
    endpoint_prefix: str
    signing_name: str
    target_prefix: str  # empty where the protocol has none
    query_compatible: bool
    fixed_header: str  # the type, as it is written here
    headers: tuple[tuple[str, str], ...]  # of every request, name and value
    endpoint_rules: str = ""  # the struct that holds them, where there are any


@dataclass(frozen=True)
class RuleParameter:
    """Something that the endpoint rules depend on."""

    doc: Lines
    declaration: str


@dataclass(frozen=True)
class EndpointRules:
    """The rules that say where a service is found, as functions: their lines, indented."""

    doc: Lines
    parameters: tuple[RuleParameter, ...]
    functions: tuple[Lines, ...]


@dataclass(frozen=True)
class Header:
    """A file. It holds a service, an enumeration, or an operation and structs, patterns and aliases
    first.
    """

    path: str
    guard: str
    title: str
    includes: Includes
    patterns: tuple[Pattern, ...] = ()
    aliases: tuple[Alias, ...] = ()
    structs: tuple[Struct | Union, ...] = ()
    declared: tuple[str, ...] = ()  # ahead of the structs that contain each other
    deprecates: bool = False  # something in it, which it names itself
    enumeration: Enumeration | None = None
    operation: Operation | None = None
    waiter: Waiter | None = None
    service: ServiceInfo | None = None
    only_includes: bool = False  # it holds nothing itself
    endpoint_rules: EndpointRules | None = None
    scope: str = ""  # the namespace within the service's, `::` before it


@dataclass(frozen=True)
class HeaderSet:
    """Every header of one run, and what they share. `folder` is where they all are."""

    folder: str
    service_header: str
    namespace: str
    model_macro: str
    model_digest: str
    headers: tuple[Header, ...]
