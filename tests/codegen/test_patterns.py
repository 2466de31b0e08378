"""Patterns: what is read how, what becomes of it, and what is refused with which reason.

`tests/patterns/` compares the outcome with Python's own engines, over real patterns.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path

import pytest
from cppsmith_codegen.__main__ import main
from cppsmith_codegen.patterns.chars import ANY, NONE, charset, chars
from cppsmith_codegen.patterns.compile import Characters, Compiled, Everything, Tables, compiled
from cppsmith_codegen.patterns.parse import parse
from cppsmith_codegen.patterns.properties import category_of, property_named
from cppsmith_codegen.patterns.syntax import Inexpressible
from cppsmith_codegen.patterns.table import Table

NEWLINE, EURO, GRIN = "\n", "\u20ac", "\U0001f600"


def _accepts(table: Table, text: str) -> bool:
    """What `cppsmith/pattern.hpp` does with a table."""
    run, count = 0, 0
    for char in text:
        scalar = ord(char)
        if scalar < 0x80:
            symbol = table.ascii[scalar]
        else:
            symbol = table.others[bisect_right(table.starts, scalar) - 1]
        step = table.runs[run].steps[symbol]
        if step is None:
            return False
        count = count + step.count if step.further else step.count
        run = step.run
        while count >= table.runs[run].length:
            count -= table.runs[run].length
            run += 1
    return table.runs[run].accepting


def _matches(made: Compiled, text: str) -> bool:
    if isinstance(made, Everything):
        return True
    if isinstance(made, Tables):
        return all(_accepts(t, text) != t.negative for t in made.tables)
    return made.min <= len(text) <= (made.max or len(text)) and all(
        made.ascii >> ord(c) & 1 if c < "\x80" else made.others for c in text
    )


def full(pattern: str, text: str) -> bool:
    return _matches(compiled(pattern, full_match=True), text)


def found(pattern: str, text: str) -> bool:
    return _matches(compiled(pattern, full_match=False), text)


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("abc", ["abc"], ["", "ab", "abcd", "xabc"]),
        ("a|bc", ["a", "bc"], ["ac", "abc"]),
        ("^a|b$", ["a", "b"], ["ab", "ac", "cb"]),
        ("(^$)|([a-z]{5,})", ["", "abcde"], ["abcd"]),
        ("a{2}b{1,3}c{2,}", ["aabcc", "aabbbcccc"], ["abcc", "aabbbbcc", "aabc"]),
        ("a{0,1000}", ["", "a" * 1000], ["a" * 1001, "b"]),
        ("x{", ["x{"], ["x"]),
        ("a{,3}", ["a{,3}"], ["aa"]),
        (r"[\w-.]", ["-", ".", "_"], ["+", ","]),
        (r"[+-=]", ["+", ",", "="], ["*", ">"]),
        (r"[a\-z]", ["a", "-", "z"], ["b"]),
        (r"[^\x00-\x1f\u0080-\u00ff]", ["a", EURO, GRIN], ["\x1f", "é"]),
        (r"\d\D\w\W\s\S", ["1a_- x"], ["1a_-\u00a0x"]),
        (".", ["a", "\r", "\u2028", GRIN], ["", NEWLINE]),
        ("(?s).", [NEWLINE, "a"], [""]),
        ("(?i)ab[c-e]", ["aBD", "Abe"], ["aBf"]),
        ("(?i:a)b", ["Ab"], ["AB"]),
        ("(?!(?i)(arn|aws):).*b", ["xb"], ["ArN:b", "xB"]),
        (r"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF]*", [GRIN, "a"], ["\t", "\ufffe"]),
        (r"[\p{L}||\p{M}]", ["é", "|", "\u0301"], ["1"]),
        (r"\P{L}", ["1"], ["l"]),
        (r"[\p{Alnum}\p{Punct}]", ["~", "9"], ["é", " "]),
        (r"\A\d\z", ["1"], ["1\n", "12"]),
        (r"a\b.", ["a-"], ["ab", "a"]),
        (r"a\B.", ["ab"], ["a-"]),
        ("(?!-)[a-z-]+(?<!-)", ["a-b"], ["-a", "a-", ""]),
        ("(?!.*--)[a-z-]+", ["a-b"], ["a--b"]),
        ("(a(?=b)|b)+", ["ab", "abb", "bab"], ["aab", "a"]),
        ("(?=.{3,5}$)[a-z]+-?[a-z]+", ["abc", "ab-cd"], ["ab", "abcdef"]),
        ("((?<=a)b|a)*", ["ab", "aab", ""], ["b", "abb"]),
        ("a++b", ["aab"], ["a"]),
        ("a*+a", [], ["a", "aa"]),
        ("a{1,2}+a", ["aaa"], ["aa", "a"]),
        ("(?<year>[0-9]{4})", ["2026"], ["26"]),
        ("(?m)^a$.^b$", [], ["a\nb"]),
        ("(?ms)^a$.^b$", ["a\nb"], ["axb"]),
        ("a??b*?", ["", "a", "abb"], ["aab"]),
    ],
)
def test_full_matches(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [t for t in yes if not full(pattern, t)] == []
    assert [t for t in no if full(pattern, t)] == []


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("b", ["b", "abc", "\nb\n"], ["", "ac"]),
        ("^a|b$", ["a", "ac", "cb", "xb"], ["ca", "bc"]),
        ("^a$", ["a"], ["a\n", "ba"]),
        ("a{2}$", ["baa", "aaa"], ["aab"]),
        ("^", ["", "x"], []),
        ("(?!a)b", ["ab", "b"], ["a"]),
        (r"\bto\b", ["to", "go to.", "to-do"], ["tot", "goto"]),
        ("^(?!xn--).+$", ["a"], ["xn--a", ""]),
    ],
)
def test_searches(pattern: str, yes: list[str], no: list[str]) -> None:
    assert [t for t in yes if not found(pattern, t)] == []
    assert [t for t in no if found(pattern, t)] == []


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(a)\1", "a back-reference"),
        ("(?>a)", "an atomic group"),
        ("(ab)*+", "a possessive quantifier"),
        ("[a&&[b]]", "'&&' in a class"),
        ("[a[b]]", "'[' in a class"),
        ("[]a]", "begins with ']'"),
        (r"\p{IsAlphabetic}", "the property 'IsAlphabetic'"),
        (r"\p{Nonsense}", "the property 'Nonsense'"),
        (r"\ud83d", "half of a surrogate pair"),
        (r"[\ud800-\udbff][\udc00-\udfff]", "half of a surrogate pair"),
        ("(a", "a ')' is missing"),
        ("a)", "a ')' too many"),
        ("[a", "it ends too early"),
        ("a\\", "it ends too early"),
        ("*a", "repeats nothing"),
        ("[z-a]", "ends are exchanged"),
        ("a{3,2}", "bounds are exchanged"),
        ("a{1000000}", "more than 100000 times"),
        ("(ab){90000}", "counted repeats are too large"),
        ("(" * 1000 + ")" * 1000, "nested too deeply"),
        (r"\xzz", "no number"),
        (r"\x{110000}", "beyond U+10FFFF"),
        ("(?<=a(?=b))c", "a look ahead within a look behind"),
        (r"\Qa.b\E", r"'\Q'"),
        (r"\y", r"the escape '\y'"),
    ],
)
def test_what_is_inexpressible_has_a_reason(pattern: str, reason: str) -> None:
    with pytest.raises(Inexpressible, match=".*") as raised:
        compiled(pattern, full_match=True)
    assert reason in str(raised.value)


def test_no_text_is_too_odd_for_the_parser() -> None:
    pieces = [*"()[]{}^$.|*+?\\-,&:=!<>", "\\p{", "\\u", "\\x{", "(?", "(?<", "1", "a", "\ud800", "\\Q"]
    for first in pieces:
        for second in pieces:
            for third in pieces:
                try:
                    parse(first + second + third)
                except Inexpressible:
                    pass


def test_one_class_needs_no_table() -> None:
    made = compiled("^[0-9A-Za-z_-]+$", full_match=True)
    assert isinstance(made, Characters)
    assert (made.min, made.max, made.others) == (1, None, False)
    assert compiled("([ab]|c){2,9}", full_match=True) == compiled("[a-c]{2,9}", full_match=True)
    assert compiled("[a-z]{0,90000}", full_match=True) == Characters(
        sum(1 << c for c in range(97, 123)), False, 0, 90000
    )


@pytest.mark.parametrize("pattern", [r"[\s\S]*", "(?s).*", r"(\w|\W)*", r"[\x00-\x{10ffff}]*"])
def test_a_pattern_that_every_text_matches(pattern: str) -> None:
    assert compiled(pattern, full_match=True) == Everything()


def test_a_counted_repeat_takes_few_runs() -> None:
    made = compiled("arn:[a-z]{1,20}:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}", full_match=True)
    assert isinstance(made, Tables)
    assert made.states > 4000
    assert made.bytes < 6000
    assert _matches(made, "arn:abc:" + "x" * 512 + "-abcdef")
    assert not _matches(made, "arn:abc:" + "x" * 513 + "-abcdef")


def test_conditions_on_the_whole_become_tables_of_their_own_where_that_is_smaller() -> None:
    made = compiled("(?=.{0,2048}$)([a-z]+/)*[a-z]{1,64}", full_match=True)
    assert isinstance(made, Tables)
    assert len(made.tables) == 2
    assert _matches(made, "a/" * 1000 + "b")
    assert not _matches(made, "a/" * 1024 + "b")
    assert not _matches(made, "a" * 65)


def test_sets_of_characters() -> None:
    assert ~ANY == NONE and ~NONE == ANY
    assert charset([(5, 9), (1, 3), (4, 4)]).ranges == ((1, 9),)
    assert (chars("ac") & chars("cd")) == chars("c")
    assert (chars("abc") - chars("b")).ranges == ((97, 97), (99, 99))
    assert 0xD800 not in ANY and 0x10FFFF in ANY


def test_categories_are_those_of_unicode_14() -> None:
    assert category_of(ord("a")) == "Ll" and category_of(ord("€")) == "Sc"
    assert category_of(0x1DF00) == "Ll"  # new in 14.0
    assert ord("é") in property_named("L") and ord("1") not in property_named("IsL")


def test_the_command_counts_and_gives_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strings = {"A": "[a-z]+", "B": "a|bc", "C": r"(a)\1", "D": r"[\s\S]*", "E": "[a-z]+"}
    model = {"shapes": {n: {"type": "string", "pattern": p} for n, p in strings.items()}}
    (tmp_path / "service-2.json").write_text(json.dumps(model))
    assert main(["patterns", str(tmp_path), "--at-least", "75"]) == 0
    said = capsys.readouterr().out
    assert "4 distinct patterns in 1 models: 3 exact (75.00 %)" in said
    assert "1 because of a back-reference:" in said
    assert main(["patterns", str(tmp_path), "--at-least", "76", "--format", "json"]) == 1
    verdicts = json.loads(capsys.readouterr().out)
    assert {v["pattern"]: v["form"] for v in verdicts} == {
        "[a-z]+": "characters",
        "a|bc": "tables",
        r"(a)\1": "unchecked",
        r"[\s\S]*": "everything",
    }


def test_the_command_refuses_what_is_no_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "service-2.json").write_text("{")
    assert main(["patterns", str(tmp_path)]) == 2
    assert "no JSON" in capsys.readouterr().err
