"""Paginators: what is read of them in either format, what becomes of it in C++, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cppsmith_codegen.companions import Companions
from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.diff import diff
from cppsmith_codegen.diff_changes import Severity
from cppsmith_codegen.diff_report import as_text
from cppsmith_codegen.load import load_node
from cppsmith_codegen.shapes import Service
from cppsmith_codegen.source import parse
from models import generate, messages, model_text, structure

LIST = (
    '"List": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}, "output": {"shape": "Out"}}'
)
SHAPES = (
    structure("In", '"marker": {"shape": "Text"}, "size": {"shape": "Count"}, "all": {"shape": "Flag"}, "key": {"shape": "Map"}'),
    structure("Out", '"things": {"shape": "Things"}, "next": {"shape": "Text"}, "last": {"shape": "Map"},'
              ' "more": {"shape": "Flag"}, "count": {"shape": "Count"}, "inner": {"shape": "Inner"}, "Out": {"shape": "Text"}'),
    structure("Inner", '"things": {"shape": "Things"}, "operator": {"shape": "Text"}'),
    structure("Thing", '"name": {"shape": "Text"}'),
    '"Things": {"type": "list", "member": {"shape": "Thing"}}',
    '"Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}}',
    '"Text": {"type": "string"}',
    '"Count": {"type": "integer"}',
    '"Flag": {"type": "boolean"}',
)
SIMPLE = {"input_token": "marker", "output_token": "next", "result_key": "things"}


def load(said: Any, operations: tuple[str, ...] = (LIST,)) -> Service:
    """A tiny model with what stands in its file of paginators, one line."""
    model = parse(Source("tiny.json", model_text(*SHAPES, operations=operations)))
    text = said if isinstance(said, str) else json.dumps(said)
    return load_node(model, Companions(paginators=parse(Source("tiny.paginators.json", text))))


def pagination(**said: Any) -> str:
    """What an operation's header says of its pages."""
    header = generate(load({"pagination": {"List": {**SIMPLE, **said}}}))["list.hpp"]
    _, _, rest = header.partition("using pagination =")
    return " ".join(rest.partition(";")[0].split())


def refusal(**said: Any) -> str:
    """The reason why an operation is not generated."""
    service = load({"pagination": {"List": {**SIMPLE, **said}}})
    with pytest.raises(InputError) as error:
        generate(service)
    return messages(error.value)[0]


def malformed(said: Any) -> str:
    with pytest.raises(InputError) as error:
        load(said)
    return messages(error.value)[0]


def test_a_token_and_the_items() -> None:
    assert pagination() == "paginated<page_token<&request::marker, &response::next>, page_items<&response::things>>"


def test_everything_a_paginator_says() -> None:
    found = pagination(limit_key="size", more_results="more", result_key=["things", "inner.things", "count"])
    assert found == (
        "paginated<page_token<&request::marker, &response::next>, page_size<&request::size>,"
        " more_pages<&response::more>, page_items<&response::things>,"
        " page_items<&response::inner, &Inner::things>>"  # a count is no item
    )


def test_several_tokens_in_their_order() -> None:
    found = pagination(input_token=["marker", "key"], output_token=["inner.operator", "last"])
    assert found.startswith(
        "paginated<page_token<&request::marker, &response::inner, &Inner::operator_>,"
        " page_token<&request::key, &response::last>,"
    )


def test_a_token_that_is_an_expression() -> None:
    assert "page_token<&request::marker, &response::things, jmespath::at<-1>, &Thing::name>" in pagination(
        output_token="things[-1].name"
    )
    found = pagination(output_token="next || things[-1].name")
    assert "page_token<&request::marker, jmespath::either<&response::next, part_1>>" in found


def test_a_header_includes_what_its_pages_need() -> None:
    header = generate(load({"pagination": {"List": {**SIMPLE, "result_key": "inner.things"}}}))["list.hpp"]
    assert "#include <cppsmith/paginated.hpp>\n" in header
    assert "jmespath.hpp" not in header
    header = generate(load({"pagination": {"List": {**SIMPLE, "output_token": "things[-1].name"}}}))["list.hpp"]
    assert "#include <cppsmith/jmespath.hpp>\n" in header
    assert "#include <cppsmith/tiny/thing.hpp>\n" in header


def test_without_a_paginator_nothing_is_said_of_pages() -> None:
    header = generate(load({"pagination": {}}))["list.hpp"]
    assert "pagination" not in header
    assert "paginated.hpp" not in header


def test_the_hash_of_the_model_is_also_that_of_its_paginators() -> None:
    one, other = load({"pagination": {"List": SIMPLE}}), load({"pagination": {}})
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"input_token": "marked"}, "the paginator's 'input_token': 'In' has no member 'marked'"),
        ({"output_token": "nextToken"}, "the paginator's 'output_token': 'nextToken': 'Out' has no member 'nextToken'"),
        ({"limit_key": "limit"}, "the paginator's 'limit_key': 'In' has no member 'limit'"),
        ({"limit_key": "all"}, "the paginator's 'limit_key': 'all' is a boolean ('Flag'), not a number"),
        ({"result_key": "inner.thing"}, "the paginator's 'result_key': 'inner.thing': 'Inner' has no member 'thing'"),
        ({"result_key": ["things", "x"]}, "the paginator's 'result_key': 'x': 'Out' has no member 'x'"),
        ({"more_results": "less"}, "the paginator's 'more_results': 'less': 'Out' has no member 'less'"),
        ({"non_aggregate_keys": ["less"]}, "the paginator's 'non_aggregate_keys': 'less': 'Out' has no member 'less'"),
        (
            {"output_token": "things[0"},
            "the paginator's 'output_token': 'things[0' is not JMESPath: at 9, a number, ':' or ']' was expected, but it ends here",
        ),
        (
            {"output_token": "count"},
            "the paginator's 'output_token': 'count' is a number ('Count'), and 'marker' takes a text ('Text')",
        ),
        ({"output_token": "next.deep"}, "the paginator's 'output_token': 'next.deep': the member 'deep' is asked of a text ('Text')"),
        ({"output_token": "things.name"}, "the paginator's 'output_token': 'things.name': the member 'name' is asked of a list ('Things')"),
        ({"output_token": "inner[0]"}, "the paginator's 'output_token': 'inner[0]': [0] is asked of a structure ('Inner')"),
        ({"output_token": "nxt(@)"}, "the paginator's 'output_token': 'nxt(@)': there is no function 'nxt'"),
        ({"output_token": "max(things[].name)"}, "the paginator's 'output_token': 'max(things[].name)': the function 'max' is not supported yet"),
        ({"output_token": ["next", "next"]}, "the paginator: 1 tokens of the input for 2 of the output"),
        ({"input_token": [], "output_token": []}, "the paginator: 0 tokens of the input for 0 of the output"),
    ],
)
def test_what_cannot_be_is_refused_with_file_and_operation(said: dict[str, Any], message: str) -> None:
    assert refusal(**said) == f"tiny.paginators.json:1: List: {message}"


def test_an_operation_that_is_not_asked_for_is_not_refused() -> None:
    other = '"Other": {"http": {"method": "POST", "requestUri": "/other"}}'
    service = load({"pagination": {"List": {**SIMPLE, "result_key": "x"}}}, (LIST, other))
    assert "other.hpp" in generate(service, "Other")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ([], "a file of paginators must be an object, not an array"),
        ({}, "'pagination' is missing"),
        ({"pagination": {}, "extra": 1}, "the key 'extra' is not known"),
        ({"pagination": []}, "'pagination' must be an object, not an array"),
        ({"pagination": {"Lost": SIMPLE}}, "Lost: a paginator for an operation that is not there"),
        ({"pagination": {"List": 1}}, "List: a paginator must be an object, not a number"),
        ({"pagination": {"List": {**SIMPLE, "x": 1}}}, "List: the key 'x' is not known"),
        ({"pagination": {"List": {**SIMPLE, "limit_key": 1}}}, "List: 'limit_key' must be a string, not a number"),
        ({"pagination": {"List": {**SIMPLE, "result_key": [1]}}}, "List: 'result_key' must hold strings, not a number"),
        ({"pagination": {"List": {"output_token": "next"}}}, "List: the paginator's 'input_token' is missing"),
        ({"pagination": {"List": {"input_token": "marker"}}}, "List: the paginator's 'output_token' is missing"),
    ],
)
def test_a_malformed_file_is_refused(said: Any, message: str) -> None:
    assert malformed(said) == f"tiny.paginators.json:1: {message}"


def test_names_that_mean_something_else_in_the_operation_are_qualified() -> None:
    shapes = (
        structure("In", '"marker": {"shape": "Text"}'),
        structure("Out", '"next": {"shape": "request"}'),
        structure("request", '"name": {"shape": "Text"}'),
        '"Text": {"type": "string"}',
    )
    model = parse(Source("tiny.json", model_text(*shapes, operations=(LIST,))))
    said = {"pagination": {"List": {"input_token": "marker", "output_token": "next.name"}}}
    beside = parse(Source("tiny.paginators.json", json.dumps(said)))
    header = generate(load_node(model, Companions(paginators=beside)))["list.hpp"]
    assert "page_token<&request::marker, &response::next, &tiny::request::name>" in header


def test_a_difference_of_pages_is_told_from_one_of_the_wire() -> None:
    one, other = load({"pagination": {"List": SIMPLE}}), load({"pagination": {"List": {**SIMPLE, "limit_key": "size"}}})
    text = "\n".join(as_text(diff(one, other, ("all",))))
    assert "pages" in text
    assert "next to marker, size size, items things" in text
    gone = diff(one, load({"pagination": {}}), ("all",))
    assert [c.severity for s in gone.sections for c in s.changes] == [Severity.SOURCE]
    new = diff(load({"pagination": {}}), one, ("all",))
    assert [c.severity for s in new.sections for c in s.changes] == [Severity.COMPATIBLE]
