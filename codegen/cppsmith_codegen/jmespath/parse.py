"""From a text to JMESPath's tree, by the grammar of jmespath.org; operators by their precedence."""

from __future__ import annotations

from .syntax import (
    And,
    Call,
    Comparison,
    Current,
    Field,
    Index,
    Literal,
    MultiHash,
    MultiList,
    Node,
    Not,
    Or,
    Over,
    Projection,
    Reference,
    Sub,
    SyntaxFault,
    inside,
)
from .tokens import Token, tokens

# How strongly a token binds what stands before it; what is not here binds nothing.
_STRENGTH = {
    "|": 1,
    "||": 2,
    "&&": 3,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), 5),
    "[]": 9,
    "[?": 21,
    ".": 40,
    "[": 55,
}
_ENDS_PROJECTION = 10  # what binds less than this sees a projection as a whole
_STAR, _NOT = 20, 45
_DEPTH = 60
_PROJECTIONS = 150  # within each other, each the right side of the one before
_HEIGHT = 250  # of the tree: what goes through it calls itself for each level
_LENGTH = 10_000


def parse(text: str) -> Node:
    """The expression in `text`. Raises `SyntaxFault`."""
    if len(text) > _LENGTH:
        raise SyntaxFault(0, f"an expression of more than {_LENGTH} characters is not supported")
    node = _Parser(tokens(text)).whole()
    if _is_higher(node, _HEIGHT):
        raise SyntaxFault(0, f"an expression of more than {_HEIGHT} levels is not supported")
    return node


def _is_higher(node: Node, limit: int) -> bool:
    """Whether a tree has more levels than that, its root being the first one."""
    level = [node]
    for _ in range(limit):
        level = [inner for outer in level for inner in inside(outer)]
        if not level:
            return False
    return True


class _Parser:
    def __init__(self, found: tuple[Token, ...]) -> None:
        self._tokens = found
        self._next = 0
        self._depth = 0
        self._projections = 0

    def whole(self) -> Node:
        node = self._expression(0)
        self._expect("end")
        return node

    # ---- tokens

    def _peek(self, ahead: int = 0) -> Token:
        return self._tokens[min(self._next + ahead, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._peek()
        self._next += 1
        return token

    def _accept(self, kind: str) -> bool:
        found = self._peek().kind == kind
        self._next += found
        return found

    def _expect(self, kind: str) -> Token:
        if self._peek().kind != kind:
            wanted = {"end": "the end", "name": "a name"}.get(kind, f"'{kind}'")
            raise self._fault(f"{wanted} was expected")
        return self._take()

    def _fault(self, expected: str) -> SyntaxFault:
        token = self._peek()
        found = "it ends here" if token.kind == "end" else f"{token.text} was found"
        return SyntaxFault(token.at, f"{expected}, but {found}")

    # ---- expressions

    def _expression(self, strength: int) -> Node:
        self._depth += 1
        if self._depth > _DEPTH:
            raise SyntaxFault(self._peek().at, f"nested deeper than {_DEPTH} levels")
        node = self._first()
        while _STRENGTH.get(self._peek().kind, 0) > strength:
            node = self._more(node)
        self._depth -= 1
        return node

    def _first(self) -> Node:
        """What an expression may begin with."""
        token = self._peek()
        match token.kind:
            case "name":
                return self._call() if self._peek(1).kind == "(" else self._field()
            case "quoted":
                return self._field()
            case "raw" | "literal":
                return Literal(self._take().at, token.value)
            case "@":
                return Current(self._take().at)
            case "!":
                return Not(self._take().at, self._expression(_NOT))
            case "(":
                self._take()
                inner = self._expression(0)
                self._expect(")")
                return inner
            case "*":
                return self._values(Current(token.at))
            case "{":
                return self._hash()
            case "[" if self._peek(1).kind in ("number", ":") or self._is_star():
                return self._bracket(Current(token.at))
            case "[":
                return self._list()
            case "[]" | "[?":
                return self._bracket(Current(token.at))
        raise self._fault("an expression was expected")

    def _more(self, left: Node) -> Node:
        """What may follow an expression: `left` is its beginning."""
        token = self._peek()
        match token.kind:
            case ".":
                self._take()
                return self._behind_dot(left)
            case "[" | "[]" | "[?":
                return self._bracket(left)
        self._take()
        right = self._expression(_STRENGTH[token.kind])
        match token.kind:
            case "|":
                return Sub(token.at, left, right)
            case "||":
                return Or(token.at, left, right)
            case "&&":
                return And(token.at, left, right)
        return Comparison(token.at, token.kind, left, right)

    def _behind_dot(self, left: Node) -> Node:
        return self._values(left) if self._peek().kind == "*" else Sub(left.at, left, self._part())

    def _part(self) -> Node:
        """What may stand behind a dot, but for the star."""
        token = self._peek()
        match token.kind:
            case "name" | "quoted" | "{":
                return self._first()
            case "[":
                return self._list()
        raise self._fault("a name, '[', '{' or '*' was expected")

    def _field(self) -> Node:
        token = self._take()
        if token.kind == "quoted" and self._peek().kind == "(":
            raise self._fault("the name of a function cannot be quoted: an operator was expected")
        return Field(token.at, token.text if token.kind == "name" else str(token.value))

    # ---- brackets

    def _is_star(self) -> bool:
        return self._peek(1).kind == "*" and self._peek(2).kind == "]"

    def _bracket(self, left: Node) -> Node:
        """`left[0]`, `left[1:2]`, `left[*]`, `left[]`, `left[?condition]`."""
        token = self._take()
        if token.kind == "[]":
            return Projection(token.at, Over.FLAT, left, self._projected(_STRENGTH["[]"]))
        if token.kind == "[?":
            condition = self._expression(0)
            self._expect("]")
            return Projection(
                token.at, Over.MATCHING, left, self._projected(_STRENGTH["[?"]), condition
            )
        if self._accept("*"):
            self._expect("]")
            return Projection(token.at, Over.ELEMENTS, left, self._projected(_STAR))
        numbers = self._numbers()
        if len(numbers) > 1:
            bounds = (*numbers, None)[:3]
            if bounds[2] == 0:
                raise SyntaxFault(token.at, "the step of a slice cannot be 0")
            return Projection(
                token.at, Over.SLICE, left, self._projected(_STAR), None, (bounds[0], bounds[1], bounds[2])
            )
        if numbers[0] is None:
            raise self._fault("a number, '*' or ':' was expected")
        return Sub(left.at, left, Index(token.at, numbers[0]))

    def _numbers(self) -> list[int | None]:
        """The numbers up to the closing bracket, which colons separate."""
        numbers: list[int | None] = [None]
        while not self._accept("]"):
            if self._peek().kind == "number" and numbers[-1] is None:
                numbers[-1] = int(self._take().text)
            elif self._peek().kind == ":" and len(numbers) < 3:
                self._take()
                numbers.append(None)
            else:
                raise self._fault("a number, ':' or ']' was expected")
        return numbers

    def _values(self, left: Node) -> Node:
        token = self._take()
        return Projection(token.at, Over.VALUES, left, self._projected(_STAR))

    def _projected(self, strength: int) -> Node:
        """What a projection does with each of its values."""
        token = self._peek()
        node: Node = Current(token.at)
        if _STRENGTH.get(token.kind, 0) < _ENDS_PROJECTION:
            return node
        self._projections += 1
        if self._projections > _PROJECTIONS:
            raise SyntaxFault(token.at, f"more than {_PROJECTIONS} projections within each other")
        node = self._more(node)  # whatever follows at once belongs to the projection
        while _STRENGTH.get(self._peek().kind, 0) > strength:
            node = self._more(node)
        self._projections -= 1
        return node

    # ---- lists, hashes and calls

    def _list(self) -> Node:
        token = self._expect("[")
        items = [self._expression(0)]
        while self._accept(","):
            items.append(self._expression(0))
        self._expect("]")
        return MultiList(token.at, tuple(items))

    def _hash(self) -> Node:
        token = self._expect("{")
        items = [self._pair()]
        while self._accept(","):
            items.append(self._pair())
        self._expect("}")
        return MultiHash(token.at, tuple(items))

    def _pair(self) -> tuple[str, Node]:
        token = self._take() if self._peek().kind in ("name", "quoted") else self._expect("name")
        self._expect(":")
        return token.text if token.kind == "name" else str(token.value), self._expression(0)

    def _call(self) -> Node:
        token = self._take()
        self._expect("(")
        arguments: list[Node] = []
        while not self._accept(")"):
            if arguments:
                self._expect(",")
            arguments.append(self._argument())
        return Call(token.at, token.text, tuple(arguments))

    def _argument(self) -> Node:
        token = self._peek()
        return Reference(token.at, self._expression(0)) if self._accept("&") else self._expression(0)
