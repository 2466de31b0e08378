"""What changed between two models: each kind of change, both ways, and whom it hurts."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cppsmith_codegen.__main__ import main
from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.diff import diff
from cppsmith_codegen.diff_changes import Difference, Effect, Severity
from cppsmith_codegen.diff_patterns import whole_match
from cppsmith_codegen.diff_report import as_json, as_text
from cppsmith_codegen.load import load_node
from cppsmith_codegen.overlay import apply_overlay
from cppsmith_codegen.shapes import Service
from cppsmith_codegen.source import parse
from models import METADATA, OPERATION, TEXT, load_model, load_text, messages, model_text, overlay_text, structure

OPPOSITE = {
    Effect.NEW: Effect.GONE,
    Effect.GONE: Effect.NEW,
    Effect.LOOSENED: Effect.TIGHTENED,
    Effect.TIGHTENED: Effect.LOOSENED,
}

INPUT = OPERATION
OUTPUT = OPERATION.replace('"input"', '"output"')
BOTH = f'{OPERATION[:-1]}, "output": {{"shape": "In"}}}}'
FAILS = '"Op": {"http": {"method": "POST", "requestUri": "/"}, "errors": [{"shape": "In"}]}'
PLAIN = '"Op": {"http": {"method": "POST", "requestUri": "/"}}'
ONE = structure("In", '"a": {"shape": "Text"}')
REQUIRED = ', "required": ["a"]'


def compare(old: Service, new: Service, *operations: str) -> Difference:
    """The difference, after a look at what holds for every one."""
    found = diff(old, new, operations or ("all",))
    assert not diff(old, old, ("all",)).sections
    assert facts(found) == facts(diff(new, old, operations or ("all",)), turned=True)
    return found


def facts(found: Difference, turned: bool = False) -> list[tuple[object, ...]]:
    """What changed, without whom it hurts, seen from the new model if `turned`."""
    made = []
    for section in found.sections:
        for change in section.changes:
            sides = [(section.old, change.old or ""), (section.new, change.new or "")]
            effect = OPPOSITE.get(change.effect, change.effect) if turned else change.effect
            sides = sides[::-1] if turned else sides
            made.append((section.scope.value, *sides, change.path, change.facet, effect.value))
    return sorted(made)


def lines(old: Service, new: Service, *operations: str) -> list[str]:
    """The changes as the text has them, without the notes."""
    text = as_text(compare(old, new, *operations))
    return [x.strip().split(";")[0].rstrip(")") + ")" for x in text if x.startswith("  ")]


def between(old: str, new: str, *shapes: str, operation: str = INPUT) -> list[str]:
    """The changes where one shape of a tiny model is another one."""
    return lines(*(load_model(s, *shapes, operations=(operation,)) for s in (old, new)))


def text(more: str) -> str:
    return f'"Text": {{"type": "string"{more}}}'


def member(more: str) -> str:
    return structure("In", f'"a": {{"shape": "Text"{more}}}')


def test_equal_models_have_no_difference() -> None:
    model = load_model(ONE, TEXT)
    found = compare(model, load_model(ONE.replace('"a": {', '"a": {"documentation": "new words", '), TEXT))
    assert not found.sections
    assert list(as_text(found))[2] == "1 operation compared: no change"


# Constraints: whether they hurt depends on who sends.
@pytest.mark.parametrize(
    ("old", "new", "said", "severity"),
    [
        ('"min": 1, "max": 36', '"min": 1, "max": 64', "length 1..36 -> 1..64 (loosened)", "compatible"),
        ('"min": 1, "max": 64', '"min": 1, "max": 36', "length 1..64 -> 1..36 (tightened)", "breaking"),
        ('"min": 1, "max": 3', '"min": 2, "max": 4', "length 1..3 -> 2..4 (changed)", "breaking"),
        ('"min": 1, "max": 3', '"min": 2', "length 1..3 -> 2.. (changed)", "breaking"),
        ('"max": 3', '"min": 1, "max": 3', "length ..3 -> 1..3 (tightened)", "breaking"),
        ('"max": 3', '"min": 1', "length ..3 -> 1.. (changed)", "breaking"),
        ('"min": 0', '"max": 3', "length ..3 (new)", "breaking"),
        ('"max": 3', '"min": 0', "length ..3 (gone)", "compatible"),
        ('"min": 0', '"pattern": "a+"', "pattern a+ (new)", "breaking"),
        ('"pattern": "a+"', '"min": 0', "pattern a+ (gone)", "compatible"),
        ('"pattern": "a+"', '"pattern": "a*"', "pattern a+ -> a* (changed)", "breaking"),
        ('"min": 0', '"enum": ["A"]', "enum (new)", "breaking"),
        ('"enum": ["A", "B"]', '"enum": ["B"]', "value A (gone)", "breaking"),
    ],
)
def test_a_constraint_hurts_who_has_to_keep_it(old: str, new: str, said: str, severity: str) -> None:
    shapes = [text(f", {more}") for more in (old, new)]
    received = "source" if severity == "breaking" and ("enum" in said or "value" in said) else "compatible"
    for operation, expected in ((INPUT, severity), (BOTH, severity), (OUTPUT, received)):
        assert between(*shapes, ONE, operation=operation) == [f"{expected}: Text: {said}"]


def test_limits_that_exclude_nothing_are_none() -> None:
    assert between(text(', "min": 0, "pattern": "[\\\\s\\\\S]*"'), text(', "max": 9223372036854775808'), ONE) == []


@pytest.mark.parametrize("kind", ["integer", "long", "float", "double"])
def test_a_number_has_a_range(kind: str) -> None:
    old, new = (f'"Text": {{"type": "{kind}", "min": {low}, "max": 250}}' for low in (1, -1))
    assert between(old, new, ONE) == ["compatible: Text: range 1..250 -> -1..250 (loosened)"]


@pytest.mark.parametrize(
    ("kind", "inner"),
    [("list", '"member": {"shape": "S"}'), ("map", '"key": {"shape": "S"}, "value": {"shape": "S"}'), ("blob", '"min": 0')],
)
def test_what_has_a_size_has_a_length(kind: str, inner: str) -> None:
    inner = inner.replace('"min": 0', '"documentation": ""')
    old, new = (f'"Text": {{"type": "{kind}", {inner}, "max": {most}}}' for most in (3, 2))
    string = '"S": {"type": "string"}'
    assert between(old, new, ONE, string) == ["breaking: Text: length ..3 -> ..2 (tightened)"]


def test_patterns_are_compared_as_full_matches() -> None:
    assert whole_match("^a+$", is_search=True) == whole_match("a+", is_search=False) == "a+"
    assert whole_match("^a+$", is_search=False) == "a+"
    assert whole_match("^(a|b)[|]\\|$", is_search=True) == "(a|b)[|]\\|"
    for pattern in ("a+", "^a", "a$", "^a|b$", "^a\\$", "\\^a$", "^", "$", "^(a)|(b)$"):
        assert whole_match(pattern, is_search=True) == f"{pattern} (anywhere)"
        assert whole_match(pattern, is_search=False) == pattern


# What else a shape says.
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", ', "sensitive": true', "compatible: Text: sensitive (new)"),
        (', "sensitive": true', "", "compatible: Text: sensitive (gone)"),
        ("", ', "deprecated": true', "compatible: Text: deprecated (new)"),
        (', "deprecated": true', "", "compatible: Text: deprecated (gone)"),
        (', "enum": ["A"]', ', "enum": ["A", "true"]', "compatible: Text: value true (new)"),
        (', "enum": ["A"]', "", "source: Text: enum (gone)"),
    ],
)
def test_traits_of_a_shape(old: str, new: str, said: str) -> None:
    assert between(text(old), text(new), ONE) == [said]


# Members.
def test_a_member_is_new_or_gone() -> None:
    two = structure("In", '"b": {"shape": "Text"}, "a": {"shape": "Text"}')
    for operation in (INPUT, OUTPUT, FAILS):
        error = ', "exception": true' if operation == FAILS else ""
        few, many = (s[:-1] + error + "}" for s in (ONE, two))
        assert between(few, many, TEXT, operation=operation) == ["compatible: In.b: member optional Text (new)"]
        assert between(many, few, TEXT, operation=operation) == ["breaking: In.b: member optional Text (gone)"]


def test_a_new_required_member_hurts_who_sends() -> None:
    two = structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Text"}', ', "required": ["b"]')
    for operation, severity in ((INPUT, "breaking"), (BOTH, "breaking"), (OUTPUT, "compatible")):
        said = [f"{severity}: In.b: member required Text (new)"]
        assert between(ONE, two, TEXT, operation=operation) == said


def test_required_is_a_demand_and_a_promise() -> None:
    demanding = structure("In", '"a": {"shape": "Text"}', REQUIRED)
    for operation, new, gone in (
        (INPUT, "breaking", "compatible"),
        (OUTPUT, "source", "breaking"),
        (BOTH, "breaking", "breaking"),
    ):
        assert between(ONE, demanding, TEXT, operation=operation) == [f"{new}: In.a: required (new)"]
        assert between(demanding, ONE, TEXT, operation=operation) == [f"{gone}: In.a: required (gone)"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", ', "deprecated": true', "compatible: In.a: deprecated (new)"),
        ("", ', "locationName": "b"', "breaking: In.a: wire name a -> b (changed)"),
        ("", ', "location": "querystring"', "breaking: In.a: location querystring (new)"),
        (', "location": "header"', "", "breaking: In.a: location header (gone)"),
        (', "location": "header"', ', "location": "querystring"', "breaking: In.a: location header -> querystring (changed)"),
    ],
)
def test_traits_of_a_member(old: str, new: str, said: str) -> None:
    assert between(member(old), member(new), TEXT) == [said]


def test_header_names_have_no_case() -> None:
    one, other = (member(f', "location": "header", "locationName": "{n}"') for n in ("X-A", "x-a"))
    assert between(one, other, TEXT) == []


def test_a_timestamp_is_compared_as_it_is_written() -> None:
    def stamp(more: str) -> str:
        return f'"Text": {{"type": "timestamp"{more}}}'

    rfc, iso = (f', "timestampFormat": "{f}"' for f in ("rfc822", "iso8601"))
    header = member(', "location": "header"')
    assert between(stamp(""), stamp(rfc), header) == []
    assert between(stamp(""), stamp(iso), header) == ["breaking: In.a: timestamp format rfc822 -> iso8601 (changed)"]
    assert between(stamp(""), stamp(iso), ONE) == ["breaking: In.a: timestamp format unixTimestamp -> iso8601 (changed)"]
    assert between(member(iso), member(""), stamp(iso)) == []
    listed = '"L": {"type": "list", "member": {"shape": "Text"}}'
    use = structure("In", '"a": {"shape": "L"}')
    assert between(stamp(""), stamp(iso), listed, use) == ["breaking: L[]: timestamp format iso8601 (new)"]


def test_the_order_of_members_is_that_of_initializers() -> None:
    one, other = (structure("In", ", ".join(f'"{n}": {{"shape": "Text"}}' for n in names)) for names in ("abc", "bca"))
    assert between(one, other, TEXT) == ["source: In: order of members (changed)"]
    assert between(one, other, TEXT, operation=OUTPUT) == ["compatible: In: order of members (changed)"]
    apart = structure("In", ", ".join(f'"{n}": {{"shape": "Text"}}' for n in "xaybc"))
    assert [x for x in between(one, apart, TEXT) if "order" in x] == []


def test_the_payload_is_on_the_wire() -> None:
    whole = structure("In", '"a": {"shape": "Text"}', ', "payload": "a"')
    assert between(ONE, whole, TEXT) == ["breaking: In: payload a (new)"]


# Types and names.
def test_a_shape_of_another_type_is_told_once() -> None:
    use = structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Text"}')
    assert between(TEXT, '"Text": {"type": "long"}', use) == ["breaking: Text: type string -> long (changed)"]


def test_a_member_of_another_type() -> None:
    number = '"Number": {"type": "integer"}'
    old, new = (structure("In", f'"a": {{"shape": "{n}"}}') for n in ("Text", "Number"))
    said = ["breaking: In.a: type string Text -> integer Number (changed)"]
    assert between(old, new, TEXT, number) == said


@pytest.mark.parametrize(
    ("shape", "severity"),
    [
        ('{"type": "string"}', "source"),
        ('{"type": "string", "enum": ["A", "B"]}', "source"),
        ('{"type": "structure", "members": {"x": {"shape": "S"}}}', "source"),
        ('{"type": "integer"}', "compatible"),
        ('{"type": "list", "member": {"shape": "S"}}', "compatible"),
        ('{"type": "map", "key": {"shape": "S"}, "value": {"shape": "S"}}', "compatible"),
    ],
)
def test_a_renamed_shape_is_no_other_shape(shape: str, severity: str) -> None:
    old, new = (
        load_model(structure("In", f'"a": {{"shape": "{n}"}}, "b": {{"shape": "{n}"}}'), f'"{n}": {shape}', '"S": {"type": "string"}')
        for n in ("Old", "New")
    )
    assert lines(old, new) == [f"{severity}: New: name Old -> New (renamed)"]


def test_a_renamed_shape_is_compared_with_itself() -> None:
    old, new = (
        load_model(structure("In", f'"a": {{"shape": "{n}"}}'), f'"{n}": {{"type": "string", "max": {most}}}')
        for n, most in (("Old", 3), ("New", 4))
    )
    assert lines(old, new) == ["source: New: name Old -> New (renamed)", "compatible: New: length ..3 -> ..4 (loosened)"]


def test_two_shapes_may_become_one() -> None:
    old = load_model(structure("In", '"a": {"shape": "A"}, "b": {"shape": "B"}'), '"A": {"type": "string"}', '"B": {"type": "string"}')
    new = load_model(structure("In", '"a": {"shape": "C"}, "b": {"shape": "C"}'), '"C": {"type": "string"}')
    assert lines(old, new) == ["source: C: name A -> C (renamed)", "source: C: name B -> C (renamed)"]


def test_a_structure_of_other_members_is_another_one() -> None:
    old, new = (
        load_model(structure("In", f'"a": {{"shape": "{n}"}}'), structure(n, f'"{m}": {{"shape": "In"}}'))
        for n, m in (("Old", "x"), ("New", "y"))
    )
    assert lines(old, new) == ["breaking: In.a: type structure Old -> structure New (changed)"]


def test_a_member_that_uses_another_known_shape_is_compared_by_what_it_holds() -> None:
    both = ('"Few": {"type": "string", "max": 3}', '"Many": {"type": "string", "max": 5}')
    old, new = (structure("In", f'"a": {{"shape": "{n}"}}') for n in ("Few", "Many"))
    assert between(old, new, *both) == [
        "source: In.a: type string Few -> string Many (changed)",
        "compatible: In.a: length ..3 -> ..5 (loosened)",
    ]
    numbers = ('"Few": {"type": "integer", "max": 3}', '"Many": {"type": "integer", "max": 5}')
    assert between(old, new, *numbers) == ["compatible: In.a: range ..3 -> ..5 (loosened)"]
    lists = [f'"{n}": {{"type": "list", "member": {{"shape": "{n}1"}}}}' for n in ("Few", "Many")]
    inner = [f'"{n}1": {{"type": "map", "key": {{"shape": "S"}}, "value": {{"shape": "{n}2"}}}}' for n in ("Few", "Many")]
    held = ['"Few2": {"type": "long", "max": 3}', '"Many2": {"type": "long", "max": 2}', '"S": {"type": "string"}']
    said = ["breaking: In.a[]{}: range ..3 -> ..2 (tightened)"]
    assert between(old, new, *lists, *inner, *held) == said


# Operations.
def test_an_operation_is_new_or_gone() -> None:
    other = '"Other": {"http": {"method": "GET", "requestUri": "/other"}}'
    few, many = load_model(ONE, TEXT), load_model(ONE, TEXT, operations=(OPERATION, other))
    assert lines(few, many) == ["compatible: Other: operation (new)"]
    assert lines(many, few) == ["breaking: Other: operation (gone)"]
    assert lines(few, many, "Other") == ["compatible: Other: operation (new)"]
    assert lines(few, many, "Op") == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"POST"', '"PUT"', "breaking: Op: method POST -> PUT (changed)"),
        ('"/"', '"/x"', "breaking: Op: URI / -> /x (changed)"),
        ('"/"', '"/", "responseCode": 202', "compatible: Op: status 200 -> 202 (changed)"),
        ('"http"', '"deprecated": true, "http"', "compatible: Op: deprecated (new)"),
        ('"http"', '"authtype": "none", "http"', "breaking: Op: unsigned (new)"),
    ],
)
def test_traits_of_an_operation(old: str, new: str, said: str) -> None:
    before, after = (load_model(ONE, TEXT, operations=(o,)) for o in (INPUT, INPUT.replace(old, new)))
    assert lines(before, after) == [said]


def test_labels_count_by_the_members_in_them() -> None:
    def routed(uri: str, **names: str) -> Service:
        members = ", ".join(f'"{m}": {{"shape": "Text", "location": "uri", "locationName": "{n}"}}' for m, n in names.items())
        required = ', "required": ["a", "b"]'
        return load_model(structure("In", members, required), TEXT, operations=(INPUT.replace('"/"', f'"{uri}"'),))

    old = routed("/{x}/{y}", a="x", b="y")
    assert lines(old, routed("/{y}/{x}", a="y", b="x")) == []
    assert lines(old, routed("/{X}/{Y}", a="X", b="Y")) == []
    assert lines(old, routed("/{x}/{y}", a="y", b="x")) == ["breaking: Op: URI /{a}/{b} -> /{b}/{a} (changed)"]
    assert lines(old, routed("/{x}/{y+}", a="x", b="y")) == ["breaking: Op: URI /{a}/{b} -> /{a}/{b+} (changed)"]


def test_an_input_or_output_is_new_or_gone() -> None:
    demanding = structure("In", '"a": {"shape": "Text"}', REQUIRED)
    for shape, severity in ((ONE, "compatible"), (demanding, "breaking")):
        without, within = (load_model(shape, TEXT, operations=(o,)) for o in (PLAIN, INPUT))
        assert lines(without, within) == [f"{severity}: Op: input (new)"]
        assert lines(within, without) == ["breaking: Op: input (gone)"]
    without, within = (load_model(ONE, TEXT, operations=(o,)) for o in (PLAIN, OUTPUT))
    assert lines(without, within) == ["compatible: Op: output (new)"]
    assert lines(within, without) == ["breaking: Op: output (gone)"]


def test_an_error_is_new_or_gone() -> None:
    shape = structure("In", "", ', "exception": true')
    without, within = (load_model(shape, operations=(o,)) for o in (PLAIN, FAILS))
    assert lines(without, within) == ["compatible: Op: error In (new)"]
    assert lines(within, without) == ["source: Op: error In (gone)"]


def test_what_an_error_says_on_the_wire() -> None:
    def error(more: str, also: str = "") -> str:
        return structure("In", "", f', "exception": true, "error": {{{more}}}{also}')

    old = error('"httpStatusCode": 400')
    assert between(old, error('"httpStatusCode": 409'), operation=FAILS) == ["compatible: In: error status 400 -> 409 (changed)"]
    assert between(old, error('"httpStatusCode": 400, "code": "In"'), operation=FAILS) == []
    assert between(old, error('"httpStatusCode": 400, "code": "X"'), operation=FAILS) == ["breaking: In: error code In -> X (changed)"]
    throttled = error('"httpStatusCode": 400', ', "retryable": {"throttling": true}')
    assert between(old, throttled, operation=FAILS) == ["compatible: In: retryable (new)", "compatible: In: throttling (new)"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("serviceId", "Small", "source: Small: service id Tiny -> Small (changed)"),
        ("apiVersion", "2027-01-01", "compatible: Tiny: API version 2026-01-01 -> 2027-01-01 (changed)"),
        ("signingName", "small", "breaking: Tiny: signing name tiny -> small (changed)"),
    ],
)
def test_the_service(key: str, value: str, said: str) -> None:
    assert lines(load_model(ONE, TEXT), load_text(model_text(ONE, TEXT, **{key: value}))) == [said]


def test_the_endpoint_is_the_signing_name_unless_there_is_one() -> None:
    old = load_text(model_text(ONE, TEXT, signingName="tiny"))
    new = load_text(model_text(ONE, TEXT, signingName="tiny", endpointPrefix="data.tiny"))
    assert lines(old, new) == ["breaking: Tiny: endpoint prefix tiny -> data.tiny (changed)"]


def test_rules_of_the_overlay_are_constraints() -> None:
    def ruled(then: str, message: str = "m") -> Service:
        service = load_model(structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Text"}'), TEXT)
        rule = f'{{"id": "r", "shape": "In", "when": {{"present": "a"}}, "then": {{"{then}": "b"}}, "message": "{message}", "source": "s"}}'
        return apply_overlay(service, overlay_text(f'{{"format": 1, "rules": [{rule}]}}', service))

    without = load_model(structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Text"}'), TEXT)
    assert lines(without, ruled("absent")) == ["breaking: In: rule r (new)"]
    assert lines(ruled("absent"), without) == ["compatible: In: rule r (gone)"]
    assert lines(ruled("absent"), ruled("present")) == ["breaking: In: rule r (changed)"]
    assert lines(ruled("absent"), ruled("absent", "other words")) == []


# The whole.
def test_a_shape_is_told_once_with_the_operations_that_reach_it() -> None:
    operations = tuple(
        f'"Op{i}": {{"http": {{"method": "POST", "requestUri": "/{i}"}}, "{"input" if i else "output"}": {{"shape": "In"}}}}' for i in range(6)
    )
    old, new = (load_model(ONE, text(f', "max": {m}'), operations=operations) for m in (3, 4))
    found = compare(old, new)
    (section,) = found.sections
    assert section.operations == tuple(f"Op{i}" for i in range(6))
    assert list(as_text(found))[3:] == [
        "",
        "shape Text, in the input and output of Op0, Op1, Op2, Op3 and 2 more",
        "  compatible: Text: length ..3 -> ..4 (loosened)",
    ]
    tightened = diff(new, old, ("Op0",))
    assert list(as_text(tightened))[4:] == ["shape Text, in the output of Op0", "  compatible: Text: length ..4 -> ..3 (tightened)"]


def test_what_the_operations_do_not_reach_does_not_count() -> None:
    other = '"Other": {"http": {"method": "GET", "requestUri": "/other"}}'
    old, new = (load_model(ONE, text(f', "max": {m}'), operations=(OPERATION, other)) for m in (3, 4))
    assert lines(old, new, "Other") == []
    assert lines(old, new, "Op", "Other") == ["compatible: Text: length ..3 -> ..4 (loosened)"]


def test_recursive_shapes_end() -> None:
    inner = '"L": {"type": "list", "member": {"shape": "In"}}'
    members = '"a": {"shape": "In"}, "l": {"shape": "L"}'
    assert between(structure("In", members), structure("In", f'{members}, "t": {{"shape": "Text"}}'), inner, TEXT) == [
        "compatible: In.t: member optional Text (new)"
    ]


def test_a_chain_may_be_long_and_cycles_may_be_out_of_step() -> None:
    chain = [structure(f"S{i}", f'"a": {{"shape": "S{i + 1}"}}') for i in range(3000)]
    first = structure("In", '"a": {"shape": "S0"}')
    last = [structure("S3000", more) for more in ("", '"a": {"shape": "In"}')]
    found = lines(*(load_model(first, *chain, end) for end in last))
    assert found == ["compatible: S3000.a: member optional In (new)"]

    def cycle(letter: str, size: int) -> Service:
        lists = [f'"{letter}{i}": {{"type": "list", "member": {{"shape": "{letter}{(i + 1) % size}"}}}}' for i in range(size)]
        return load_model(structure("In", f'"a": {{"shape": "{letter}0"}}'), *lists)

    found = lines(cycle("A", 997), cycle("B", 1009))
    assert len(found) <= 997 + 1009
    assert all("(renamed)" in line for line in found)


def test_the_json_is_made_for_programs() -> None:
    old, new = load_model(ONE, text(', "max": 3')), load_model(ONE, text(', "max": 4, "sensitive": true'))
    said = json.loads(as_json(compare(old, new)))
    assert said["format"] == 1
    assert said["old"] == {"file": "tiny.json", "service": "Tiny", "api_version": "2026-01-01", "digest": f"{old.digest:016x}"}
    assert said["operations"] == ["Op"]
    assert said["counts"] == {"breaking": 0, "source": 0, "compatible": 2}
    assert said["changes"][0] == {
        "scope": "shape",
        "name": "Text",
        "old_name": "Text",
        "new_name": "Text",
        "path": "",
        "facet": "length",
        "effect": "loosened",
        "severity": "compatible",
        "old": "..3",
        "new": "..4",
        "note": "",
        "operations": ["Op"],
        "uses": ["input"],
    }
    assert said["changes"][1]["old"] is said["changes"][1]["new"] is None


def test_the_text_is_ascii_whatever_the_models_hold() -> None:
    found = compare(load_model(ONE, TEXT), load_model(ONE, text(r', "pattern": "[^\ud834\udd1e\n\u001b\u00e9]"')))
    said = "\n".join(as_text(found))
    assert said.isascii()
    assert said.endswith(r"Text: pattern [^\U0001d11e\n\x1b\xe9] (new)")
    assert as_json(found).isascii()


# The command.
@pytest.fixture
def run(tmp_path: Path) -> Callable[..., int]:
    def written(name: str, most: int) -> Path:
        path = tmp_path / f"{name}.json"
        path.write_text(model_text(ONE, text(f', "max": {most}')))
        return path

    files = {n: str(written(n, m)) for n, m in (("small", 3), ("large", 4))}

    def runs(*arguments: str) -> int:
        try:
            return main(["diff", *(files.get(a, a) for a in arguments)])
        except SystemExit as end:
            return int(end.code or 0)

    return runs


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("small small", 0),
        ("small large", 1),
        ("large small", 3),
        ("small large --fail-on breaking", 0),
        ("large small --fail-on breaking", 3),
        ("large small --fail-on never", 0),
        ("large small --operations Op", 3),
        ("large small --operations Nope", 2),
        ("large absent.json", 2),
        ("large small --new-rules absent.json", 2),
        ("large small --format xml", 2),
        ("large", 2),
        ("--help", 0),
    ],
)
def test_the_status_is_for_ci(run: Callable[..., int], arguments: str, status: int, capsys) -> None:
    assert run(*arguments.split()) == status
    assert "Traceback" not in capsys.readouterr().err


def test_the_command_prints(run: Callable[..., int], capsys) -> None:
    run("small", "large")
    assert capsys.readouterr().out == (
        "old: Tiny 2026-01-01 (small.json)\n"
        "new: Tiny 2026-01-01 (large.json)\n"
        "1 operation compared: 0 breaking, 0 source, 1 compatible\n"
        "\n"
        "shape Text, in the input of Op\n"
        "  compatible: Text: length ..3 -> ..4 (loosened)\n"
    )
    run("small", "large", "--format", "json", "--operations", " Op,Op ")
    first = capsys.readouterr().out
    assert json.loads(first)["operations"] == ["Op"]
    run("small", "large", "--format", "json")
    assert capsys.readouterr().out == first


def test_each_model_has_an_overlay_of_its_own(run: Callable[..., int], tmp_path: Path, capsys) -> None:
    rules = tmp_path / "relaxed.json"
    rules.write_text('{"format": 1, "constraints": [{"shape": "Text", "max": 9, "reason": "r"}]}')
    assert run("small", "large", "--old-rules", str(rules)) == 3
    assert "Text: length ..9 -> ..4 (tightened)" in capsys.readouterr().out
    assert run("small", "large", "--new-rules", str(rules)) == 1
    assert "Text: length ..3 -> ..9 (loosened)" in capsys.readouterr().out
    rules.rename(tmp_path / "large.rules.json")
    assert run("small", "large") == 1
    assert "Text: length ..3 -> ..9 (loosened)" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_output_depends_on_the_models_alone(form: str, tmp_path: Path, root: Path) -> None:
    values = json.dumps([f"V{i}" for i in range(20)])
    members = ", ".join(f'"m{i}": {{"shape": "Text"}}' for i in range(20))
    for name, shapes in (("old", (ONE, text(', "enum": ["V0"]'))), ("new", (structure("In", f'"a": {{"shape": "Text"}}, {members}'), text(f', "enum": {values}')))):
        (tmp_path / name).write_text(model_text(*shapes, operations=(BOTH,)))
    printed = {
        subprocess.run(
            [sys.executable, "-m", "cppsmith_codegen", "diff", "old", "new", "--format", form],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(root / "codegen"), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert printed.pop().count(b"value") >= 19


def test_an_operation_that_neither_model_has_is_refused() -> None:
    with pytest.raises(InputError) as error:
        diff(load_model(ONE, TEXT), load_model(ONE, TEXT), ("Opp", "Op"))
    assert messages(error.value) == ["tiny.json: there is no operation 'Opp'; did you mean Op?"]


# What AWS published.
def published(path: Path) -> Service:
    data = path.read_bytes()
    said = gzip.decompress(data) if path.suffix == ".gz" else data
    return load_node(parse(Source(path.name, said.decode())))


def iot(data: Path) -> Service:
    """IoT's model in a folder of botocore's."""
    return published(next(p for p in sorted(data.glob("iot/*/service-2.json*")) if p.suffix in (".json", ".gz")))


@pytest.fixture(scope="session")
def debian() -> Service:
    data = Path("/usr/lib/python3/dist-packages/botocore/data")
    if not data.is_dir():
        pytest.skip("skipped: there is no botocore of Debian's")
    return iot(data)


@pytest.fixture(scope="session")
def newer() -> Service:
    """IoT's model in the botocore of the first Python on the path."""
    where = "import botocore; print(botocore.__path__[0])"
    done = subprocess.run(["python3", "-c", where], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("skipped: the first Python on the path has no botocore")
    return iot(Path(done.stdout.strip()) / "data")


@pytest.fixture(scope="session")
def reference(shared: Path) -> Service:
    return published(shared / "models/iot.service-2.json")


@pytest.mark.parametrize(("old", "new"), [("debian", "newer"), ("debian", "reference"), ("reference", "newer")])
def test_published_models(old: str, new: str, request: pytest.FixtureRequest) -> None:
    before, after = request.getfixturevalue(old), request.getfixturevalue(new)
    if before.digest == after.digest:
        pytest.skip("skipped: both models are the same")
    found = compare(before, after)
    changes = [(s, c) for s in found.sections for c in s.changes]
    assert 0 < len(changes) < 500
    assert all(s.operations for s in found.sections)
    # Told where the change is, once: a shape is in one section, a part of it has one change a facet.
    told = [(s.scope, s.old, s.new, c.path, c.facet, c.old, c.new) for s, c in changes]
    assert len(told) == len(set(told))
    # A service grows: little of a real difference may hurt.
    assert found.count(Severity.COMPATIBLE) > 0.8 * len(changes)
    loosened = {c.severity for s, c in changes if c.effect is Effect.LOOSENED}
    assert loosened <= {Severity.COMPATIBLE}
    assert as_json(found) == as_json(diff(before, after, ("all",)))


def test_what_a_published_difference_says(debian: Service, reference: Service) -> None:
    """Facts that a look at both files shows."""
    said = lines(debian, reference)
    assert "compatible: ParameterValue: length 1..512 -> 1..30720 (loosened)" in said
    assert "compatible: GetPackage: operation (new)" in said
    assert "breaking: ShadowName: pattern [a-zA-Z0-9:_-]+ -> [$a-zA-Z0-9:_-]+ (changed)" in said


def test_the_shipped_model_is_what_was_published(reference: Service, root: Path) -> None:
    ours = published(root / "model/iot-2015-05-28.json")
    assert not compare(ours, reference, *(o.name for o in ours.operations)).sections


def test_models_of_different_services_are_compared_too(reference: Service) -> None:
    found = compare(reference, load_model(ONE, TEXT))
    effects = {c.effect for s in found.sections for c in s.changes if s.scope.value == "operation"}
    assert effects == {Effect.NEW, Effect.GONE}
    assert METADATA["serviceId"] in "\n".join(as_text(found))
