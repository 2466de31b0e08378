"""JSON whose values know their place."""

import json
import sys

import pytest
from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.source import Array, Node, Object, canonical, parse, read
from models import messages


def plain(node: Node) -> object:
    if isinstance(node.value, Object):
        return {e.key: plain(e.value) for e in node.value}
    if isinstance(node.value, Array):
        return [plain(n) for n in node.value.items]
    return node.value


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        " [ 1 , -2.5e3 , 0, 1E2 ]\n",
        '{"a": {"b": [true, false, null]}, "c": "\\u00e9\\n\\"\\\\/\\ud83d\\ude00"}',
        '"text"',
        "123456789012345678901234567890",
    ],
)
def test_agrees_with_pythons_parser(text: str) -> None:
    assert plain(parse(Source("x", text))) == json.loads(text)


def test_every_value_knows_its_line() -> None:
    root = parse(Source("x.json", '{\n"a": 1,\n"b": [\n2,\n"z"]}')).value
    assert isinstance(root, Object)
    second = root.entries[1]
    assert second.place.source.line(second.place.offset) == 3
    assert isinstance(second.value.value, Array)
    place = second.value.value.items[1].place
    assert place.source.line(place.offset) == 5


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.json:1: ends in the middle of a JSON value"),
        ('{"a": 1', "x.json:1: ends in the middle of a JSON value"),
        ("{'a': 1}", "x.json:1: not JSON"),
        ('{\n"a" 1}', "x.json:2: not JSON: ':' is missing"),
        ('{"a": 1 "b": 2}', "x.json:1: not JSON: ',' or '}' is missing"),
        ('{"a": 1,}', "x.json:1: not JSON: an object's key must be a string"),
        ("[1,]", "x.json:1: not JSON: a value is missing before ']'"),
        ("[1 2]", "x.json:1: not JSON: ',' or ']' is missing"),
        ("[01]", "x.json:1: not JSON: ',' or ']' is missing"),
        ("[NaN]", "x.json:1: not JSON"),
        ("[1e999]", "x.json:1: a number beyond the range of double"),
        ("{}\n{}", "x.json:2: text after the end of the JSON value"),
        ('{"a": 1,\n"a": 2}', "x.json:2: the key 'a' is given twice"),
        ('"\\ud800"', "x.json:1: a string holds half of a surrogate pair"),
        ('"a\tb"', "x.json:1: not JSON"),
        ("\ufeff{}", "x.json:1: begins with a byte order mark"),
        ("[" * 200 + "]" * 200, "x.json:1: nested deeper than 100 levels"),
        ("9" * 5000, "x.json:1: a number beyond the range of double"),
    ],
)
def test_refuses_what_is_not_strict_json(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        parse(Source("x.json", text))
    assert messages(error.value) == [message]


def test_refuses_a_file_that_is_not_utf8(tmp_path) -> None:
    (tmp_path / "x.json").write_bytes(b'{\n"a": "\xff"}')
    with pytest.raises(InputError) as error:
        read(tmp_path / "x.json")
    assert messages(error.value) == ["x.json:2: is not UTF-8"]


def test_refuses_a_file_that_is_not_there(tmp_path) -> None:
    for path in (tmp_path / "absent.json", tmp_path):
        with pytest.raises(InputError) as error:
            read(path)
        assert messages(error.value)[0].startswith(f"{path}: ")


def test_quotes_the_line() -> None:
    with pytest.raises(InputError) as error:
        parse(Source("x.json", '{\n  "a": nope}'))
    assert str(error.value) == 'x.json:2: not JSON\n    "a": nope}'


def test_quotes_a_part_of_a_very_long_line() -> None:
    text = "[" + "1," * 10_000 + "nope]"
    with pytest.raises(InputError) as error:
        parse(Source("x.json", text))
    quote = str(error.value).split("\n")[1]
    assert "nope]" in quote
    assert len(quote) < 120


def test_canonical_form_ignores_space_and_order_but_not_the_order_of_members() -> None:
    def form(text: str) -> str:
        return canonical(parse(Source("x", text)))

    assert form('{"a": 1, "b": [1, 2]}') == form('{"b":[1,2],\n"a":1}')
    assert form('{"a": 1}') != form('{"a": 2}')
    assert form('{"a": true}') != form('{"a": 1}')
    assert form('{"members": {"a": 1, "b": 2}}') != form('{"members": {"b": 2, "a": 1}}')


def test_long_and_hostile_texts_take_linear_time() -> None:
    text = '"' + "\\\\" * 500_000 + '"'
    assert len(str(plain(parse(Source("x", text))))) == 500_000
    with pytest.raises(InputError):
        parse(Source("x", '"' + "\\\\" * 500_000))
    assert sys.getrecursionlimit() > 200
