"""A rule set as it was published, typed: what `read` makes and `compile_rules` reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..diagnostics import Place


class ParameterType(Enum):
    """What a parameter holds; old rule sets begin these words with a capital."""

    TEXT = "string"
    FLAG = "boolean"
    TEXTS = "stringarray"


Constant = str | bool | tuple[str, ...]


@dataclass(frozen=True)
class Parameter:
    """Something that the rules depend on. One with a default is required."""

    name: str
    place: Place
    type: ParameterType
    built_in: str | None
    default: Constant | None
    required: bool
    documentation: str
    deprecated: str | None  # the reason, perhaps empty, of what is deprecated


@dataclass(frozen=True)
class Ref:
    """A parameter or a variable."""

    name: str
    place: Place


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    place: Place


@dataclass(frozen=True)
class Template:
    """A text, in parts: literal ones, and those that stand for a value: `{url#scheme}`."""

    parts: tuple[str | Ref | Call, ...]
    place: Place

    @property
    def literal(self) -> str | None:
        """The text, where no part of it stands for a value."""
        if any(not isinstance(part, str) for part in self.parts):
            return None
        return "".join(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True)
class Flag:
    value: bool
    place: Place


@dataclass(frozen=True)
class Number:
    value: int
    place: Place


@dataclass(frozen=True)
class Items:
    """An array."""

    items: tuple[Expression, ...]
    place: Place


Expression = Ref | Call | Template | Flag | Number | Items


@dataclass(frozen=True)
class Property:
    """A property of an endpoint: templates, flags, numbers, and lists and objects of them."""

    name: str  # empty for an element of a list
    value: Template | Flag | Number | None  # none of a list or an object
    items: tuple[Property, ...]
    is_object: bool
    place: Place


@dataclass(frozen=True)
class Condition:
    """What has to be true, or set; `assign` names its value."""

    call: Call
    assign: str | None
    place: Place


@dataclass(frozen=True)
class Endpoint:
    """An endpoint rule's result."""

    url: Expression
    headers: tuple[tuple[str, tuple[Expression, ...]], ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True)
class Rule:
    """Conditions and, where they hold, what follows: an endpoint, an error's text, or more rules."""

    conditions: tuple[Condition, ...]
    result: Endpoint | Expression | tuple[Rule, ...]
    place: Place


@dataclass(frozen=True)
class RuleSet:
    """The rules of a service, tried in their order."""

    version: str
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]

    def parameter(self, name: str) -> Parameter | None:
        return next((p for p in self.parameters if p.name == name), None)
