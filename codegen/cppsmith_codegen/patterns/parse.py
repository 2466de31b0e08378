"""From the text of a pattern to its syntax tree.

The models' patterns were written for Java or JavaScript, and are read here as both do. Where the two
read a construct differently, or it is none of a regular language, the pattern is `Inexpressible`.
`.` is any character but a line feed; `\\d`, `\\w`, `\\s` and `\\b` are about ASCII; `$` is the end of the
text alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import chars
from .chars import ANY, CharSet
from .properties import UnknownProperty, property_named
from .syntax import END, START, Chars, Choice, Inexpressible, Look, Node, Repeat, Sequence

_LONGEST = 100_000  # of a counted repeat; more is refused rather than built
_DEEPEST = 100  # groups within groups

_SETS = {
    "d": chars.DIGIT,
    "w": chars.WORD,
    "s": chars.SPACE,
    "h": chars.chars("\t \xa0\u1680\u180e\u202f\u205f\u3000") | chars.charset([(0x2000, 0x200A)]),
}
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}


def parse(pattern: str) -> Node:
    """The syntax tree. Raises `Inexpressible`."""
    return _Parser(_paired(pattern)).whole()


def _paired(pattern: str) -> str:
    """The text with its raw surrogate pairs as the characters that they stand for."""
    return pattern.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@dataclass(frozen=True)
class _Flags:
    ignore_case: bool = False
    dot_all: bool = False
    multi_line: bool = False


class _Parser:
    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0
        self._flags = _Flags()
        self._depth = 0

    def whole(self) -> Node:
        node = self._choice()
        if self._at < len(self._text):
            raise Inexpressible("it has a ')' too many")
        return node

    # ---- reading

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, expected: str) -> bool:
        found = self._text.startswith(expected, self._at)
        if found:
            self._at += len(expected)
        return found

    def _one(self) -> str:
        if self._at >= len(self._text):
            raise Inexpressible("it ends too early")
        self._at += 1
        return self._text[self._at - 1]

    # ---- structure

    def _choice(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Inexpressible("its groups are nested too deeply")
        flags = self._flags
        options = [self._sequence()]
        while self._take("|"):
            options.append(self._sequence())
        self._flags = flags  # a flag holds to the end of the group that it is set in
        self._depth -= 1
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Node:
        items: list[Node] = []
        while self._next() not in ("", "|", ")"):
            item = self._atom()
            if item is not None:
                items.append(self._repeated(item))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _repeated(self, item: Node) -> Node:
        while (bounds := self._quantifier()) is not None:
            low, high = bounds
            if isinstance(item, Look) and low == 0:
                return Sequence()  # what may be left out, and consumes nothing, demands nothing
            repeat: Node = item if isinstance(item, Look) else Repeat(item, low, high)
            item = _possessive(repeat) if self._take("+") else repeat
            self._take("?")  # a lazy one matches the same texts
        return item

    def _quantifier(self) -> tuple[int, int | None] | None:
        marks: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self._next() in marks:
            return marks[self._one()]
        end = self._text.find("}", self._at)
        if self._next() != "{" or end < 0:
            return None
        low, comma, high = self._text[self._at + 1 : end].partition(",")
        if not _is_number(low) or not (high == "" or _is_number(high)):
            return None
        self._at = end + 1
        least, most = int(low), int(high) if high else (None if comma else int(low))
        if max(least, most or 0) > _LONGEST:
            raise Inexpressible(f"a repeat of more than {_LONGEST} times")
        if most is not None and most < least:
            raise Inexpressible("a repeat whose bounds are exchanged")
        return least, most

    # ---- atoms

    def _atom(self) -> Node | None:
        char = self._one()
        match char:
            case "(":
                return self._group()
            case "[":
                return Chars(self._class())
            case ".":
                return Chars(ANY if self._flags.dot_all else ~chars.LINE_FEED)
            case "^":
                return _line_start() if self._flags.multi_line else START
            case "$":
                return _line_end() if self._flags.multi_line else END
            case "\\":
                return self._escape()
            case "*" | "+" | "?":
                raise Inexpressible(f"a '{char}' that repeats nothing")
        return self._literal(ord(char))

    def _literal(self, scalar: int) -> Node:
        return Chars(self._cased(chars.charset([(scalar, scalar)])))

    def _cased(self, allowed: CharSet) -> CharSet:
        return chars.ignoring_case(allowed) if self._flags.ignore_case else allowed

    def _group(self) -> Node | None:
        if not self._take("?"):
            return self._closed()
        for mark, ahead, negative in (
            ("=", True, False),
            ("!", True, True),
            ("<=", False, False),
            ("<!", False, True),
        ):
            if self._take(mark):
                return Look(self._closed(), ahead, negative)
        if self._take(":"):
            return self._closed()
        if self._take(">"):
            raise Inexpressible("an atomic group")
        if self._take("<") or self._take("P<"):
            self._skip_name()
            return self._closed()
        return self._flag_group()

    def _skip_name(self) -> None:
        end = self._text.find(">", self._at)
        if end < 0 or not self._text[self._at : end].isidentifier():
            raise Inexpressible("a group of an unknown kind")
        self._at = end + 1

    def _closed(self) -> Node:
        node = self._choice()
        if not self._take(")"):
            raise Inexpressible("a ')' is missing")
        return node

    def _flag_group(self) -> Node | None:
        """`(?i)`, which holds to the end of the group around it, or `(?i:...)`."""
        before, flags, on = self._flags, self._flags, True
        while (char := self._one()) not in ":)":
            match char:
                case "-":
                    on = False
                case "i":
                    flags = replace(flags, ignore_case=on)
                case "s":
                    flags = replace(flags, dot_all=on)
                case "m":
                    flags = replace(flags, multi_line=on)
                case "u" if on:  # about case and classes of other scripts: see the properties
                    raise Inexpressible("the flag 'u'")
                case _:
                    raise Inexpressible(f"the flag '{char}'")
        self._flags = flags
        if char == ")":
            return None
        node = self._closed()
        self._flags = before
        return node

    def _escape(self) -> Node:
        char = self._next()
        match char:
            case "b" | "B":
                self._at += 1
                return _boundary(negative=char == "B")
            case "A":
                self._at += 1
                return START
            case "z" | "Z":
                self._at += 1
                return END
            case "R" | "X" | "G" | "K" | "Q":
                raise Inexpressible(f"'\\{char}'")
        if char in "123456789" and char:
            raise Inexpressible("a back-reference")
        if char == "k":
            raise Inexpressible("a back-reference")
        found = self._escaped_set()
        if found is not None:
            return Chars(found)
        scalar = self._escaped_scalar()
        if not _is_surrogate(scalar):
            return self._literal(scalar)
        raise Inexpressible("half of a surrogate pair")

    # ---- escapes, in classes too

    def _escaped_set(self) -> CharSet | None:
        """`\\d`, `\\P{L}`, ...; nothing where the escape is a single character."""
        char = self._next()
        if char in ("p", "P"):
            self._at += 1
            named = self._property()
            return ~named if char == "P" else named
        if char and char in "dwshDWSH":
            self._at += 1
            named = _SETS[char.lower()]
            return ~named if char.isupper() else named
        return None

    def _property(self) -> CharSet:
        name = self._one()
        if name == "{":
            end = self._text.find("}", self._at)
            if end < 0:
                raise Inexpressible("a '}' is missing")
            name, self._at = self._text[self._at : end], end + 1
        negative = name.startswith("^")
        try:
            found = property_named(name.removeprefix("^"))
        except UnknownProperty as unknown:
            raise Inexpressible(f"the property '{name}'") from unknown
        return self._cased(~found if negative else found)

    def _escaped_scalar(self) -> int:
        """A single character behind a backslash; pairs of surrogates are one."""
        char = self._one()
        if char == "u":
            return self._utf16()
        if char == "x":
            return self._braced() if self._take("{") else self._hex(2)
        if char == "0":
            return self._octal()
        if char == "c":
            return ord(self._one()) & 0x1F
        if char in _CONTROLS:
            return ord(_CONTROLS[char])
        if char.isascii() and char.isalnum():
            raise Inexpressible(f"the escape '\\{char}'")
        return ord(char)

    def _utf16(self) -> int:
        if self._take("{"):
            return self._braced()
        high = self._hex(4)
        behind = self._at
        if 0xD800 <= high < 0xDC00 and self._take("\\u"):
            low = self._hex(4)
            if 0xDC00 <= low < 0xE000:
                return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
            self._at = behind
        return high

    def _braced(self) -> int:
        end = self._text.find("}", self._at)
        digits = self._text[self._at : max(end, self._at)]
        self._at = end + 1
        return _number(digits, 16)

    def _hex(self, count: int) -> int:
        digits = self._text[self._at : self._at + count]
        self._at += count
        if len(digits) < count:
            raise Inexpressible("an escape that ends too early")
        return _number(digits, 16)

    def _octal(self) -> int:
        begin = self._at
        while self._at < begin + 3 and self._next() and self._next() in "01234567":
            self._at += 1
        return _number(self._text[begin : self._at] or "0", 8)

    # ---- classes

    def _class(self) -> CharSet:
        negative = self._take("^")
        if self._next() == "]":
            raise Inexpressible("a class that begins with ']', which dialects read differently")
        allowed = chars.NONE
        while not self._take("]"):
            allowed = allowed | self._class_item()
        if not allowed:  # JavaScript's way to write half of a pair
            raise Inexpressible("half of a surrogate pair")
        allowed = self._cased(allowed)
        return ~allowed if negative else allowed

    def _class_item(self) -> CharSet:
        if self._text.startswith("&&", self._at):
            raise Inexpressible("'&&' in a class, which dialects read differently")
        if self._next() == "[":
            raise Inexpressible("'[' in a class, which dialects read differently")
        first = self._class_atom()
        if isinstance(first, CharSet):
            return first
        if self._next() != "-" or self._text[self._at + 1 : self._at + 2] in ("", "]"):
            return chars.charset([(first, first)])
        before = self._at
        self._at += 1
        if self._next() == "[":
            raise Inexpressible("'[' in a class, which dialects read differently")
        last = self._class_atom()
        if isinstance(last, CharSet):  # the hyphen stands for itself, and so does what is behind it
            self._at = before
            return chars.charset([(first, first)])
        if last < first:
            raise Inexpressible("a range whose ends are exchanged")
        return chars.charset([(first, last)])

    def _class_atom(self) -> CharSet | int:
        char = self._one()
        if char != "\\":
            return ord(char)
        if self._take("b"):
            return 0x08
        if self._next() and self._next() in "123456789":
            raise Inexpressible("a number behind a backslash in a class")
        found = self._escaped_set()
        return self._escaped_scalar() if found is None else found


def _number(digits: str, base: int) -> int:
    try:
        value = int(digits, base)
    except ValueError as wrong:
        raise Inexpressible(f"'{digits}', which is no number") from wrong
    if value > 0x10FFFF:
        raise Inexpressible("a character beyond U+10FFFF")
    return value


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdigit()


def _is_surrogate(scalar: int) -> bool:
    return 0xD800 <= scalar < 0xE000


def _possessive(repeat: Node) -> Node:
    """A repeat that gives nothing back: it ends at its maximum, or where nothing more of it comes."""
    if isinstance(repeat, Look):
        return repeat
    if not isinstance(repeat, Repeat) or not isinstance(repeat.item, Chars):
        raise Inexpressible("a possessive quantifier")
    no_more = Look(repeat.item, ahead=True, negative=True)
    if repeat.max is None:
        return Sequence((repeat, no_more))
    if repeat.min == repeat.max:
        return repeat
    fewer = Repeat(repeat.item, repeat.min, repeat.max - 1)
    full = Repeat(repeat.item, repeat.max, repeat.max)
    return Choice((full, Sequence((fewer, no_more))))


def _boundary(*, negative: bool) -> Node:
    """Between a word character and another, in either order; or not."""
    word = Chars(chars.WORD)
    sides = [(True, False), (False, True)] if not negative else [(True, True), (False, False)]
    return Choice(
        tuple(
            Sequence(
                (
                    Look(word, ahead=False, negative=not before),
                    Look(word, ahead=True, negative=not after),
                )
            )
            for before, after in sides
        )
    )


def _line_start() -> Node:
    return Choice((START, Look(Chars(chars.LINE_FEED), ahead=False, negative=False)))


def _line_end() -> Node:
    return Choice((END, Look(Chars(chars.LINE_FEED), ahead=True, negative=False)))
