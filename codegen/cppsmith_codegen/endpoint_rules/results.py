"""What an endpoint rule gives, as statements: URL, headers, authentication schemes, other properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..literals import text_literal
from .code import Block, Code, Line, Listed, Statement
from .expressions import Expressions
from .rule_set import Endpoint, Flag, Number, Property, Template
from .values import Variable, called, listed

_SCHEME_TEXTS = {"name": "name", "signingName": "signing_name", "signingRegion": "signing_region"}
_SCHEME_FLAGS = {
    "disableDoubleEncoding": "disable_double_encoding",
    "disableNormalizePath": "disable_normalize_path",
}


def endpoint(found: Endpoint, expressions: Expressions, scope: Mapping[str, Variable]) -> Block:
    """The statements that end with `return`. Raises `Unusable`."""
    return tuple(_Result(expressions, scope).statements(found))


class _Result:
    def __init__(self, expressions: Expressions, scope: Mapping[str, Variable]) -> None:
        self._expressions = expressions
        self._scope = scope

    def statements(self, found: Endpoint) -> Iterator[Statement]:
        url = self._expressions.parts(found.url, self._scope)
        more = [*self._headers(found), *self._properties(found)]
        if not more:
            yield Listed("return rules.endpoint", url)
            return
        yield _line("auto where = rules.endpoint();")
        yield Listed("where.set_url", url)
        yield from more
        yield Line(Code("return where;"))

    def _headers(self, found: Endpoint) -> Iterator[Statement]:
        for name, values in found.headers:
            for value in values:
                parts = self._expressions.parts(value, self._scope)
                yield Listed(f"where.add_header({text_literal(name)}, ", parts)

    def _properties(self, found: Endpoint) -> Iterator[Statement]:
        for given in found.properties:
            if given.name == "authSchemes" and given.value is None and not given.is_object:
                yield from (self._scheme(scheme) for scheme in given.items)
            else:
                yield from self._property(given)

    def _scheme(self, scheme: Property) -> Statement:
        if not scheme.is_object or all(p.name != "name" for p in scheme.items):
            raise self._expressions.refuse(scheme.place, "an authentication scheme is an object with a 'name'")
        fields = {p.name: p for p in scheme.items}
        made: list[Code] = []
        for key, member in _SCHEME_TEXTS.items():
            if key in fields:
                made.append(_field(member, self._owned(fields.pop(key))))
        if "signingRegionSet" in fields:
            regions = fields.pop("signingRegionSet")
            made.append(_field("signing_region_set", listed(tuple(self._owned(r) for r in regions.items))))
        for key, member in _SCHEME_FLAGS.items():
            if key in fields:
                made.append(_field(member, self._flag(fields.pop(key))))
        for unknown in fields.values():
            said = f"the property '{unknown.name}' of an authentication scheme is not supported"
            raise self._expressions.refuse(unknown.place, said)
        return Listed("where.add_auth_scheme", tuple(made), is_text=False)

    def _owned(self, given: Property) -> Code:
        """A text that is kept."""
        if not isinstance(given.value, Template):
            raise self._expressions.refuse(given.place, f"'{given.name}' must be a string")
        if given.value.literal is not None:
            return Code(text_literal(given.value.literal))
        return called("rules.string", (listed(self._expressions.parts(given.value, self._scope)),))

    def _flag(self, given: Property) -> Code:
        if not isinstance(given.value, Flag):
            raise self._expressions.refuse(given.place, f"'{given.name}' must be true or false")
        return Code("true" if given.value.value else "false")

    def _property(self, given: Property) -> Iterator[Statement]:
        """A property; what an object or a list holds comes between its opening and its end."""
        name = text_literal(given.name)
        match given.value:
            case Template():
                parts = self._expressions.parts(given.value, self._scope)
                yield Listed(f"where.add_text({name}, ", parts)
            case Flag(value):
                yield _line(f"where.add_flag({name}, {'true' if value else 'false'});")
            case Number(number):
                yield _line(f"where.add_number({name}, {text_literal(str(number))});")
            case None:
                yield _line(f"where.open_{'object' if given.is_object else 'list'}({name});")
                for item in given.items:
                    yield from self._property(item)
                yield _line("where.close();")


def _line(text: str) -> Statement:
    return Line(Code(text))


def _field(member: str, value: Code) -> Code:
    return Code(f".{member} = {value}", value.uses)
