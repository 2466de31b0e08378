"""JMESPath: the parser against the public suite, by a reference evaluator, and what it says of what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cppsmith_codegen.jmespath.parse import parse
from cppsmith_codegen.jmespath.syntax import SyntaxFault
from jmespath_reference import Fault, search


def _cases(shared: Path) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    for path in sorted((shared / "conformance" / "jmespath").glob("*.json")):
        for group in json.loads(path.read_text()):
            for case in group["cases"]:
                yield path.stem, group["given"], case


def _outcome(expression: str, given: Any) -> Any:
    try:
        return ("result", search(expression, given))
    except SyntaxFault:
        return ("error", "syntax")
    except Fault as fault:
        return ("error", str(fault))


def _same(a: Any, b: Any) -> bool:
    return bool(json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True) or a == b)


def test_every_case_of_the_public_suite_has_its_outcome(shared: Path) -> None:
    wrong, count = [], 0
    for file, given, case in _cases(shared):
        count += 1
        kind, found = _outcome(case["expression"], given)
        if "bench" in case:
            right = kind == "result"
        elif "error" in case:
            right = (kind, found) == ("error", case["error"])
        else:
            right = kind == "result" and _same(found, case["result"])
        if not right:
            wrong.append(f"{file}: {case} -> {kind} {found}")
    assert not wrong, "\n".join(wrong)
    assert count > 400


@pytest.mark.parametrize(
    ("expression", "at", "message"),
    [
        ("", 0, "an expression was expected, but it ends here"),
        ("foo.", 4, "a name, '[', '{' or '*' was expected, but it ends here"),
        ("foo[", 4, "a number, ':' or ']' was expected, but it ends here"),
        ("foo bar", 4, "the end was expected, but bar was found"),
        ("foo.'bar'", 4, "a name, '[', '{' or '*' was expected, but 'bar' was found"),
        ("foo[a]", 4, "a number, ':' or ']' was expected, but a was found"),
        ("foo[1 2]", 6, "a number, ':' or ']' was expected, but 2 was found"),
        ("foo[1:2:3:4]", 9, "a number, ':' or ']' was expected, but : was found"),
        ("foo[::0]", 3, "the step of a slice cannot be 0"),
        ("'open", 0, "the apostrophe is never closed"),
        ("`{`", 0, "{ is not JSON"),
        ("a ^ b", 2, "'^' means nothing"),
        ("a = b", 2, "'=' means nothing"),
        ('"f"(@)', 3, "the name of a function cannot be quoted"),
        ("f(a b)", 4, "',' was expected, but b was found"),
        ("f(a,)", 4, "an expression was expected, but ) was found"),
        ("{a}", 2, "':' was expected, but } was found"),
        ("foo[99999999999999999999]", 4, "the number is too large"),
        ("(" * 100, 60, "nested deeper than 60 levels"),
        ("a" + ".b" * 4000, 0, "an expression of more than 250 levels is not supported"),
        ("a" + "||b" * 3000, 0, "an expression of more than 250 levels is not supported"),
        ("a" + "[*]" * 3000, 454, "more than 150 projections within each other"),
        ("a" + "[?b]" * 2000, 605, "more than 150 projections within each other"),
        ("a" * 10_001, 0, "an expression of more than 10000 characters is not supported"),
    ],
)
def test_what_is_malformed_is_refused_with_its_place(expression: str, at: int, message: str) -> None:
    with pytest.raises(SyntaxFault) as fault:
        parse(expression)
    assert fault.value.message.startswith(message)
    assert fault.value.at == at


def test_a_node_knows_where_it_begins() -> None:
    node = parse("Table.Status == 'ACTIVE'")
    assert node.at == 13
