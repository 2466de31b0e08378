"""Waiters: what is read of them in either format, what becomes of it in C++, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from cppsmith_codegen.companions import Companions
from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.diff import diff
from cppsmith_codegen.diff_changes import Effect, Severity
from cppsmith_codegen.load import load_node
from cppsmith_codegen.shapes import Service
from cppsmith_codegen.source import parse
from models import generate, messages, model_text, structure

GET = '"Get": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}, "output": {"shape": "Out"}}'
SHAPES = (
    structure("In", '"name": {"shape": "Text"}'),
    structure("Out", '"state": {"shape": "State"}, "ok": {"shape": "Flag"}, "count": {"shape": "Count"},'
              ' "things": {"shape": "Things"}, "Ready": {"shape": "Ready"}'),
    structure("Thing", '"state": {"shape": "State"}'),
    structure("Ready", '"state": {"shape": "State"}'),
    '"Things": {"type": "list", "member": {"shape": "Thing"}}',
    '"State": {"type": "string", "enum": ["ON", "OFF"]}',
    '"Text": {"type": "string"}',
    '"Count": {"type": "integer"}',
    '"Flag": {"type": "boolean"}',
)
IS_ON = {"state": "success", "matcher": "path", "argument": "state", "expected": "ON"}


def load(said: Any) -> Service:
    """A tiny model with what stands in its file of waiters, one line."""
    model = parse(Source("tiny.json", model_text(*SHAPES, operations=(GET,))))
    return load_node(model, Companions(waiters=parse(Source("tiny.waiters.json", json.dumps(said)))))


def waiter(*acceptors: Any, **said: Any) -> Any:
    return {"operation": "Get", "delay": 5, "maxAttempts": 3, "acceptors": list(acceptors or [IS_ON]), **said}


def header(*acceptors: Any, name: str = "Settled", **said: Any) -> str:
    files = generate(load({"version": 2, "waiters": {name: waiter(*acceptors, **said)}}))
    return files[f"{name.lower()}.hpp"]


def acceptors_of(text: str) -> str:
    rest = text.partition("using acceptors =")[2]
    return " ".join(rest.partition(";")[0].split()).removeprefix("acceptor_list<").removesuffix(">")


def accepted(matcher: str, expected: Any, argument: str | None = None, state: str = "success") -> str:
    said = {"state": state, "matcher": matcher, "expected": expected}
    return acceptors_of(header(said if argument is None else {**said, "argument": argument}))


def smithy(trait: Any) -> Service:
    """The same model in Smithy, whose operation has this trait `waitable`."""
    own = "tiny#"
    shapes: dict[str, Any] = {
        "Tiny": {"type": "service", "version": "2026-01-01", "operations": [{"target": f"{own}Get"}],
                 "traits": {"aws.protocols#restJson1": {}, "aws.api#service": {"sdkId": "Tiny"}}},
        "Get": {"type": "operation", "input": {"target": f"{own}In"}, "output": {"target": f"{own}Out"},
                "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}, "smithy.waiters#waitable": trait}},
        "In": {"type": "structure", "members": {"name": {"target": "smithy.api#String"}}},
        "Out": {"type": "structure", "members": {"state": {"target": "smithy.api#String"}, "ok": {"target": "smithy.api#Boolean"},
                                                 "things": {"target": f"{own}Things"}}},
        "Things": {"type": "list", "member": {"target": "smithy.api#String"}},
    }  # fmt: skip
    text = json.dumps({"smithy": "2.0", "shapes": {own + name: shape for name, shape in shapes.items()}})
    return load_node(parse(Source("tiny.smithy.json", text)))


def smithy_header(*acceptors: Any, **said: Any) -> str:
    return generate(smithy({"Settled": {"acceptors": list(acceptors), **said}}))["settled.hpp"]


def smithy_accepted(matcher: Any, state: str = "success") -> str:
    return acceptors_of(smithy_header({"state": state, "matcher": matcher}))


def test_a_header_says_what_the_model_does() -> None:
    text = header(description="<p>Waits for <i>it</i>.</p>")
    assert "/// Waits for *it*.\nstruct Settled {\n    using operation = Get;\n" in text
    assert "namespace cppsmith::tiny::waiters {" in text
    assert 'static constexpr std::string_view name = "Settled";' in text
    assert "static constexpr wait_limits limits{.min_delay = 5, .max_delay = 5, .max_attempts = 3};" in text
    assert "static_assert(waiter<Settled>);" in text
    assert "#include <cppsmith/tiny/get.hpp>\n" in text
    assert "jmespath" not in text


def test_every_matcher_of_c2j() -> None:
    assert accepted("path", "ON", "state") == 'success_on<output_is<"ON", &Out::state>>'
    assert accepted("path", True, "ok", "failure") == "failure_on<output_is<true, &Out::ok>>"
    assert accepted("path", 3, "count", "retry") == "retry_on<output_is<3, &Out::count>>"
    things = "&Out::things, jmespath::flatten<&Thing::state>"
    assert accepted("pathAll", "ON", "things[].state") == f'success_on<all_are<"ON", {things}>>'
    assert accepted("pathAny", "ON", "things[].state") == f'success_on<any_is<"ON", {things}>>'
    assert accepted("error", "NotFound", state="retry") == 'retry_on<error_named<"NotFound">>'
    assert accepted("error", True, state="failure") == "failure_on<any_error>"
    assert accepted("error", False) == "success_on<any_success>"
    assert accepted("status", 404) == "success_on<status_is<404>>"


def test_every_matcher_of_smithy() -> None:
    output = {"path": "state", "expected": "ON", "comparator": "stringEquals"}
    assert smithy_accepted({"output": output}) == 'success_on<output_is<"ON", &Out::state>>'
    boolean = {"path": "ok", "expected": "false", "comparator": "booleanEquals"}
    assert smithy_accepted({"output": boolean}, "failure") == "failure_on<output_is<false, &Out::ok>>"
    every = {"path": "things[]", "expected": "ON", "comparator": "allStringEquals"}
    assert smithy_accepted({"output": every}) == 'success_on<all_are<"ON", &Out::things, jmespath::flatten<>>>'
    some = {"path": "things", "expected": "ON", "comparator": "anyStringEquals"}
    assert smithy_accepted({"output": some}) == 'success_on<any_is<"ON", &Out::things>>'
    both = {"path": "input.name == output.state", "expected": "true", "comparator": "booleanEquals"}
    found = smithy_header({"state": "success", "matcher": {"inputOutput": both}})
    assert "jmespath::path<jmespath::input, &In::name>" in found
    assert "jmespath::path<jmespath::output, &Out::state>" in found
    assert acceptors_of(found) == "success_on<output_is<true, jmespath::exchange, part_2>>"
    assert smithy_accepted({"errorType": "com.x#NotFound"}, "retry") == 'retry_on<error_named<"NotFound">>'
    assert smithy_accepted({"success": True}) == "success_on<any_success>"
    assert smithy_accepted({"success": False}) == "success_on<any_error>"


def test_delays_of_smithy() -> None:
    success = {"state": "success", "matcher": {"success": True}}
    assert "limits{.min_delay = 2, .max_delay = 120};" in smithy_header(success)
    assert "limits{.min_delay = 7, .max_delay = 9};" in smithy_header(success, minDelay=7, maxDelay=9)
    assert "limits{.min_delay = 200, .max_delay = 200};" in smithy_header(success, minDelay=200)
    assert "/// Deprecated." in smithy_header(success, deprecated=True)


def test_a_waiter_named_like_a_shape_hides_nothing() -> None:
    text = header({**IS_ON, "argument": "Ready.state"}, name="Ready")
    assert acceptors_of(text) == 'success_on<output_is<"ON", &Out::Ready, &tiny::Ready::state>>'
    text = header(name="Get")
    assert "using operation = tiny::Get;" in text


def test_a_waiter_comes_with_its_operation_alone() -> None:
    other = '"Other": {"http": {"method": "POST", "requestUri": "/other"}}'
    model = parse(Source("tiny.json", model_text(*SHAPES, operations=(GET, other))))
    beside = parse(Source("tiny.waiters.json", json.dumps({"waiters": {"Settled": waiter()}})))
    service = load_node(model, Companions(waiters=beside))
    assert "settled.hpp" in generate(service, "Get")
    assert "settled.hpp" not in generate(service, "Other")


def test_long_expressions_stand_in_parts_with_their_source() -> None:
    source = "length(things[?state == 'ON']) == `0` && length(things[?!(state == 'OFF')]) == length(things)"
    text = header({**IS_ON, "argument": source, "expected": True})
    assert f"    /// {source}\n    static constexpr auto part_1 = jmespath::" in text
    assert all(len(line) <= 130 for line in text.splitlines())
    assert acceptors_of(text) == "success_on<output_is<true, part_5>>"


@pytest.mark.parametrize(
    ("acceptor", "message"),
    [
        ({"argument": "stat"}, "the waiter 'Settled': 'stat': 'Out' has no member 'stat'"),
        ({"argument": "state["}, "the waiter 'Settled': 'state[' is not JMESPath: at 7, a number, ':' or ']' was expected, but it ends here"),
        ({"expected": True}, "the waiter 'Settled': 'state' gives a text ('State'), which True is not"),
        ({"argument": "ok"}, "the waiter 'Settled': 'ok' gives a boolean ('Flag'), which 'ON' is not"),
        ({"matcher": "pathAll"}, "the waiter 'Settled': 'state' is a text ('State'), not a list"),
        ({"argument": "{a: state}"}, "the waiter 'Settled': '{a: state}': a hash of expressions is not supported"),
        ({"argument": "[state, ok]"}, "the waiter 'Settled': '[state, ok]': a list of a text ('State') and a boolean ('Flag') is not supported"),
        ({"argument": "state < 'A'"}, "the waiter 'Settled': 'state < 'A'': a text ('State') < a text is not supported"),
        ({"argument": "state == `1`"}, "the waiter 'Settled': 'state == `1`': a text ('State') == a number is not supported"),
        ({"argument": "length(ok)"}, "the waiter 'Settled': 'length(ok)': the function 'length' does not take a boolean ('Flag')"),
        ({"argument": "length(state, ok)"}, "the waiter 'Settled': 'length(state, ok)': the function 'length' takes 1 arguments"),
    ],
)
def test_what_cannot_be_is_refused_with_file_and_operation(acceptor: dict[str, Any], message: str) -> None:
    service = load({"waiters": {"Settled": waiter({**IS_ON, **acceptor})}})
    with pytest.raises(InputError) as error:
        generate(service)
    assert messages(error.value)[0] == f"tiny.waiters.json:1: Get: {message}"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ([], "a file of waiters must be an object, not an array"),
        ({"waiters": {"W": waiter()}, "x": 1}, "the key 'x' is not known"),
        ({"waiters": {"W": waiter(operation="Lost")}}, "W: a waiter for the operation 'Lost', which is not there"),
        ({"waiters": {"W": waiter(delay=0)}}, "W: 'delay' must be a whole number from 1 on, not 0"),
        ({"waiters": {"W": waiter(delay="5")}}, "W: 'delay' must be a number, not a string"),
        ({"waiters": {"W": waiter(maxAttempts=1.5)}}, "W: 'maxAttempts' must be a whole number from 1 on, not 1.5"),
        ({"waiters": {"W": waiter(acceptors=[])}}, "W: 'acceptors' is empty"),
        ({"waiters": {"W": waiter(acceptors={})}}, "W: 'acceptors' must be an array"),
        ({"waiters": {"W": waiter(1)}}, "W: an acceptor must be an object, not a number"),
        ({"waiters": {"W": waiter({**IS_ON, "state": "maybe"})}}, "W: the state 'maybe' is not known"),
        ({"waiters": {"W": waiter({**IS_ON, "matcher": "magic"})}}, "W: the matcher 'magic' is not known"),
        ({"waiters": {"W": waiter({**IS_ON, "expected": None})}}, "W: the matcher 'path' does not expect null"),
        ({"waiters": {"W": waiter({**IS_ON, "x": 1})}}, "W: the key 'x' is not known"),
        ({"waiters": {"W": waiter({"state": "success", "matcher": "path", "expected": "x"})}}, "W: 'argument' is missing"),
        ({"waiters": {"W": waiter({"state": "success", "matcher": "status", "expected": True})}}, "W: the matcher 'status' does not expect a boolean"),
    ],
)
def test_a_malformed_file_is_refused(said: Any, message: str) -> None:
    with pytest.raises(InputError) as error:
        load(said)
    assert messages(error.value)[0] == f"tiny.waiters.json:1: {message}"


@pytest.mark.parametrize(
    ("matcher", "message"),
    [
        ({}, "'matcher' must have one member"),
        ({"success": True, "errorType": "x"}, "'matcher' must have one member"),
        ({"magic": 1}, "the matcher 'magic' is not known"),
        ({"output": {"path": "state", "expected": "ON", "comparator": "like"}}, "the comparator 'like' is not known"),
        ({"output": {"path": "ok", "expected": "yes", "comparator": "booleanEquals"}}, "'expected' must be 'true' or 'false', not 'yes'"),
        ({"output": {"expected": "ON", "comparator": "stringEquals"}}, "'path' is missing"),
        ({"output": {"path": "state", "comparator": "stringEquals"}}, "'expected' is missing"),
    ],
)
def test_a_malformed_trait_is_refused(matcher: Any, message: str) -> None:
    with pytest.raises(InputError) as error:
        smithy({"Settled": {"acceptors": [{"state": "success", "matcher": matcher}]}})
    assert messages(error.value)[0] == f"tiny.smithy.json:1: Settled: {message}"


def test_two_waiters_whose_files_are_one_are_refused() -> None:
    service = load({"waiters": {"Settled": waiter(), "settled": waiter()}})
    with pytest.raises(InputError) as error:
        generate(service)
    assert "another waiter becomes the file 'cppsmith/tiny/waiters/settled.hpp' too" in messages(error.value)[0]


@pytest.mark.parametrize("name", ["../../../evil", "a b", "x\n#error"])
def test_a_name_that_would_be_another_file_is_refused(name: str) -> None:
    with pytest.raises(InputError) as error:
        load({"waiters": {name: waiter()}})
    assert f"{name!r} is no name: letters, digits and '_' are" in messages(error.value)[0]


def test_waiters_whose_files_are_one_do_not_stand_against_other_operations() -> None:
    service = load({"waiters": {"Settled": waiter(), "settled": waiter()}})
    other = replace(service.operations[0], name="Other", uri="/other")
    assert "other.hpp" in generate(replace(service, operations=(*service.operations, other)), "Other")


def test_a_waiter_that_is_gone_breaks_code() -> None:
    one, other = load({"waiters": {"Settled": waiter()}}), load({"waiters": {"Other": waiter()}})
    changes = [c for s in diff(one, other, ("all",)).sections for c in s.changes]
    assert [(c.path, c.effect, c.severity) for c in changes] == [
        ("waiters.Other", Effect.NEW, Severity.COMPATIBLE),
        ("waiters.Settled", Effect.GONE, Severity.SOURCE),
    ]
