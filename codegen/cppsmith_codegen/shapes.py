"""A service model as it was published, typed: what `load` makes and `resolve` reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from .diagnostics import Place

if TYPE_CHECKING:
    from .endpoint_rules.given import Given
    from .endpoint_rules.rule_set import RuleSet
    from .overlay import Rule
    from .pagination import Pagination, Paginator
    from .waiters import Waiter

Number = int | float


class Kind(Enum):
    """The types of a shape. `OTHER` stands for one that is not supported; its `unsupported` says
    so.
    """

    STRUCTURE = "structure"
    UNION = "union"
    LIST = "list"
    MAP = "map"
    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    LONG = "long"
    FLOAT = "float"
    DOUBLE = "double"
    TIMESTAMP = "timestamp"
    BLOB = "blob"
    DOCUMENT = "document"
    NUMERAL = "numeral"  # Smithy's big numbers, kept as their text
    OTHER = ""


class Location(Enum):
    """Where HTTP carries a member; none is the body."""

    URI = "uri"
    QUERY = "querystring"
    HEADER = "header"
    HEADERS = "headers"
    STATUS = "statusCode"


class Protocol(Enum):
    """How a service is spoken to; the value is the runtime's name for it."""

    REST_JSON_1 = "rest_json1"
    AWS_JSON_1_0 = "aws_json1_0"
    AWS_JSON_1_1 = "aws_json1_1"

    @property
    def binds_to_http(self) -> bool:
        """Whether members go into path, query and headers; otherwise all are in the body."""
        return self is Protocol.REST_JSON_1


class TimestampFormat(Enum):
    """How a timestamp is written."""

    DATE_TIME = "iso8601"
    HTTP_DATE = "rfc822"
    EPOCH_SECONDS = "unixTimestamp"


@dataclass(frozen=True)
class Unsupported:
    """Something the model says that the generator cannot honour; refused once it is reached."""

    what: str
    place: Place


@dataclass(frozen=True)
class Limits:
    """`min` and `max`: of a number itself, otherwise of a length."""

    min: Number | None = None
    max: Number | None = None


@dataclass(frozen=True)
class OwnConstraints:
    """What a use of a shape demands instead of what the shape does; what is not given stays."""

    limits: Limits | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Ref:
    """A use of a shape."""

    shape: str
    place: Place
    timestamp_format: TimestampFormat | None = None
    unsupported: tuple[Unsupported, ...] = ()
    own: OwnConstraints | None = None  # none once the model is loaded: see `member_shapes`


@dataclass(frozen=True)
class Member:
    """A member of a structure."""

    name: str
    target: Ref
    required: bool
    location: Location | None
    location_name: str | None
    documentation: str
    deprecated: str | None  # the reason, perhaps empty, of what is deprecated
    idempotency_token: bool = False
    host_label: bool = False
    media_type: str | None = None  # of what is carried in a text
    streaming: bool = False
    context_parameter: str | None = None  # of the endpoint rules, which gets its value

    @property
    def must_be_given(self) -> bool:
        """Whether a request cannot be made without it; a token is the client's to fill in."""
        return self.required and not self.idempotency_token

    @property
    def wire_name(self) -> str:
        return self.name if self.location_name is None else self.location_name


@dataclass(frozen=True)
class Error:
    """What makes a structure an error."""

    status: int
    code: str | None
    retryable: bool
    throttling: bool


@dataclass(frozen=True)
class Shape:
    """A shape; which members mean something depends on `kind`."""

    name: str
    kind: Kind
    place: Place
    documentation: str = ""
    deprecated: str | None = None
    sensitive: bool = False
    limits: Limits = Limits()
    pattern: str | None = None
    pattern_is_search: bool = False  # Smithy's may match anywhere; C2J's match the whole text
    enum: tuple[str, ...] | None = None
    timestamp_format: TimestampFormat | None = None
    members: tuple[Member, ...] = ()
    payload: str | None = None
    error: Error | None = None
    key: Ref | None = None
    value: Ref | None = None  # of a map, and the element of a list
    unique: bool = False  # no two elements of a list are equal
    sparse: bool = False  # elements of a list, or values of a map, may be null
    streaming: bool = False
    requires_length: bool = False  # what is streamed cannot be sent without saying its length
    media_type: str | None = None
    rules: tuple[Rule, ...] = ()  # of the overlay
    unsupported: tuple[Unsupported, ...] = ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Every use of a shape in this one, in the order of the model."""
        inner = tuple(r for r in (self.key, self.value) if r is not None)
        return inner + tuple(m.target for m in self.members)


@dataclass(frozen=True)
class Operation:
    """An operation and its HTTP binding."""

    name: str
    place: Place
    method: str
    uri: str
    status: int
    input: Ref | None
    output: Ref | None
    errors: tuple[Ref, ...]
    documentation: str
    deprecated: str | None
    unsupported: tuple[Unsupported, ...]
    host_prefix: str = ""
    unsigned: bool = False
    unsigned_payload: bool = False
    checksum_required: bool = False
    compressed: bool = False  # gzip may be applied to the request's body
    discovers_endpoint: bool = False
    endpoint_parameters: tuple[Given, ...] = ()
    pagination: Pagination | None = None  # none until the model is loaded

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(r for r in (self.input, self.output) if r is not None) + self.errors


@dataclass(frozen=True)
class Service:
    """A whole model. `digest` is 64 bits that tell it from every other one."""

    file: str
    id: str
    name: str
    api_version: str
    endpoint_prefix: str
    signing_name: str
    documentation: str
    digest: int
    operations: tuple[Operation, ...]
    shapes: tuple[Shape, ...]
    folder: str = ""  # botocore's, for a service whose id another one has too
    protocol: Protocol = Protocol.REST_JSON_1
    target_prefix: str = ""  # of operations' names in `x-amz-target`
    query_compatible: bool = False  # errors go by the codes that they had in the query protocol
    endpoint_rules: RuleSet | None = None
    paginators: tuple[Paginator, ...] = ()  # as the model says it
    waiters: tuple[Waiter, ...] = ()

    @cached_property
    def _shapes(self) -> Mapping[str, Shape]:
        return {s.name: s for s in self.shapes}

    @cached_property
    def _operations(self) -> Mapping[str, Operation]:
        return {o.name: o for o in self.operations}

    def shape(self, name: str) -> Shape:
        return self._shapes[name]

    def find_shape(self, name: str) -> Shape | None:
        return self._shapes.get(name)

    def find_operation(self, name: str) -> Operation | None:
        return self._operations.get(name)


def no_service(place: Place) -> Service:
    """Nothing, for want of a model."""
    return Service(place.source.name, "", "", "", "", "", "", 0, (), ())
