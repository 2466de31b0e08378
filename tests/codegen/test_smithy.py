"""Smithy's JSON AST: the same shapes as from botocore's format, and refusals that name the place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cppsmith_codegen.companions import Companions
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load, load_node
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.shapes import Kind, Limits, Location, Service
from cppsmith_codegen.source import Node, Source, parse, read

API = "smithy.api#"
SERVICE_TRAITS: dict[str, Any] = {
    "aws.api#service": {"sdkId": "Tiny", "endpointPrefix": "tiny"},
    "aws.auth#sigv4": {"name": "sign"},
    "aws.protocols#restJson1": {},
    "smithy.api#title": "The Tiny Service",
}


def target(shape: str, **traits: Any) -> dict[str, Any]:
    where = shape if "#" in shape else f"{API}{shape}"
    return {"target": where, "traits": {f"{API}{k}": v for k, v in traits.items()}}


def own(name: str) -> str:
    """A shape of the model itself."""
    return f"t#{name}"


def model_text(shapes: dict[str, Any], service: dict[str, Any] | None = None) -> str:
    """A service with one operation, `Op`, whose input is the shape `In`."""
    operation = {
        "type": "operation",
        "input": {"target": own("In")},
        "traits": {f"{API}http": {"method": "POST", "uri": "/op"}},
    }
    whole = {
        "smithy": "2.0",
        "shapes": {
            own("Tiny"): {
                "type": "service",
                "version": "2026-01-01",
                "operations": [{"target": own("Op")}],
                "traits": SERVICE_TRAITS,
                **(service or {}),
            },
            own("Op"): operation,
            own("In"): {"type": "structure", "members": {}},
            **{name if "#" in name else own(name): shape for name, shape in shapes.items()},
        },
    }
    return json.dumps(whole, indent=1)


def model(shapes: dict[str, Any], service: dict[str, Any] | None = None) -> Service:
    return load_node(parse(Source("tiny.json", model_text(shapes, service))))


def members(**said: dict[str, Any]) -> dict[str, Any]:
    return {"In": {"type": "structure", "members": said}}


def op(uri: str, **more: Any) -> dict[str, Any]:
    return {"type": "operation", "traits": {f"{API}http": {"method": "GET", "uri": uri}}, **more}


def text(service: Service, file: str = "op.hpp") -> str:
    files = {f.path.rsplit("/", 1)[1]: f.text for f in render(resolve(service, ["all"]))}
    return files[file]


def refusal(shapes: dict[str, Any], **more: Any) -> str:
    with pytest.raises(InputError) as error:
        resolve(model(shapes, **more), ["all"])
    return str(error.value)


def test_the_service() -> None:
    service = model({})
    assert (service.id, service.endpoint_prefix, service.signing_name) == ("Tiny", "tiny", "sign")
    assert (service.name, service.api_version) == ("The Tiny Service", "2026-01-01")


def test_members_and_their_places() -> None:
    service = model(
        {
            "Op": {
                "type": "operation",
                "input": {"target": own("In")},
                "output": {"target": f"{API}Unit"},
                "traits": {f"{API}http": {"method": "PUT", "uri": "/a/{label}", "code": 201}},
            },
            **members(
                label=target("String", httpLabel={}, required={}),
                query=target("Integer", httpQuery="q"),
                header=target("Timestamp", httpHeader="X-H", timestampFormat="epoch-seconds"),
                renamed=target("PrimitiveLong", jsonName="wire", deprecated={"message": "why"}),
                plain=target("Blob", documentation="<p>Said.</p>"),
            ),
        }
    )
    operation = service.operations[0]
    assert (operation.method, operation.uri, operation.status) == ("PUT", "/a/{label}", 201)
    assert operation.output is None
    label, query, header, renamed, plain = service.shape("In").members
    assert (label.location, label.required) == (Location.URI, True)
    assert (query.location, query.location_name) == (Location.QUERY, "q")
    assert header.location is Location.HEADER
    assert (renamed.wire_name, renamed.deprecated) == ("wire", "why")
    assert plain.documentation == "<p>Said.</p>"
    assert service.shape("PrimitiveLong").kind is Kind.LONG
    said = text(service)
    assert 'using In_label = text<"In$label", length<1>>;' in said
    assert "format<timestamp_format::epoch_seconds>" in said


def test_other_places_in_a_message() -> None:
    texts = {"type": "map", "key": target("String"), "value": target("String")}
    both = {
        "all": target(own("Texts"), httpQueryParams={}),
        "many": target(own("Texts"), httpPrefixHeaders="x-"),
        "body": target("Blob", httpPayload={}),
    }
    service = model(
        {
            "Texts": texts,
            "Out": {
                "type": "structure",
                "members": {"status": target("Integer", httpResponseCode={}), "rest": target("String", required={}, default="")},
            },
            "Op": {**op("/op", input={"target": own("In")}), "output": {"target": own("Out")}},
            **members(**both),
        }
    )
    said = text(service)
    assert "member<&In::all, in_query_map>" in said
    assert 'member<&In::many, in_headers<"x-">>' in said
    assert "member<&In::body, as_payload>" in said
    assert "member<&Out::status, as_status>" in said
    assert "required<String> rest;" in said


def test_simple_shapes() -> None:
    kinds = {
        "byte": "std::int32_t",
        "short": "std::int32_t",
        "integer": "std::int32_t",
        "long": "std::int64_t",
        "float": "float",
        "double": "double",
        "boolean": "bool",
        "blob": "blob",
        "timestamp": "timestamp",
    }
    shapes = {k.title(): {"type": k, "traits": {f"{API}sensitive": {}, f"{API}default": 0}} for k in kinds}
    levels = {"type": "intEnum", "members": {"LOW": target("Unit", enumValue=1)}}
    said = text(model({**shapes, "Level": levels, **members(level=target(own("Level")), **{f"{k}_": target(own(k.title())) for k in kinds})}))
    for kind, type_ in kinds.items():
        assert f"optional<{type_}> {kind}_{{}};" in said
        assert f"member<&In::{kind}_, sensitive>" in said
    assert "optional<std::int32_t> level{};" in said


def test_constraints_of_shapes_and_of_members() -> None:
    service = model(
        {
            "Short": {"type": "string", "traits": {f"{API}length": {"max": 8}, f"{API}pattern": "^[a-m]+$"}},
            "Small": {"type": "byte", "traits": {f"{API}range": {"min": 2, "max": 8}}},
            "Set": {"type": "list", "member": target(own("Short"), pattern="^[g-m]+$"), "traits": {f"{API}uniqueItems": {}}},
            **members(
                short=target(own("Short")),
                narrow=target(own("Short"), length={"min": 4, "max": 6}),
                tiny=target(own("Small"), range={"min": 4}),
                set=target(own("Set"), length={"min": 1}),
            ),
        }
    )
    assert service.shape("In$narrow").limits == Limits(4, 6)
    assert service.shape("In$narrow").pattern == "^[a-m]+$"
    assert service.shape("Set$member").pattern == "^[g-m]+$"
    said = text(service)
    assert "optional<Short> short_{};" in said
    assert "optional<In_narrow> narrow{};" in said
    assert 'optional<std::int32_t, number<"In$tiny", at_least<4>>> tiny{};' in said
    assert "member<&In::set, length<1>, unique_items>" in said
    assert "optional<std::vector<Set_member>> set{};" in said
    assert 'text<"In$narrow", length<4, 6>, characters<' in text(service, "in_narrow.hpp")


def test_patterns_are_searches() -> None:
    service = model({"S": {"type": "string", "traits": {f"{API}pattern": "[a-z]"}}, **members(s=target(own("S")))})
    assert "pattern<patterns::S>" in text(service, "s.hpp")
    anchored = model({"S": {"type": "string", "traits": {f"{API}pattern": "^[a-z]$"}}, **members(s=target(own("S")))})
    assert "characters<0x0, 0x7fffffe00000000, false, 1, 1>" in text(anchored, "s.hpp")


def test_unions() -> None:
    union = {"type": "union", "members": {"a": target("String", jsonName="b"), "n": target("Integer", range={"min": 1})}}
    service = model({"U": union, **members(u=target(own("U")))})
    assert service.shape("U").kind is Kind.UNION
    said = text(service, "u.hpp")
    assert "class U : public tagged_union<String, std::int32_t> {" in said
    assert 'union_of<"U", no_traits, alternative<"a", named<"b">>, alternative<"n", at_least<1>>>' in said


def test_enums_of_both_kinds() -> None:
    service = model(
        {
            "New": {"type": "enum", "members": {"A": target("Unit", enumValue="a"), "B": target("Unit")}},
            "Old": {"type": "string", "traits": {f"{API}enum": [{"value": "x", "name": "X"}, {"value": "y"}]}},
            **members(new_=target(own("New")), old=target(own("Old"))),
        }
    )
    assert service.shape("New").enum == ("a", "B")
    assert service.shape("Old").enum == ("x", "y")


def test_errors_and_those_of_the_whole_service() -> None:
    service = model(
        {
            "Bad": {"type": "structure", "members": {}, "traits": {f"{API}error": "client"}},
            "Slow": {
                "type": "structure",
                "members": {},
                "traits": {
                    f"{API}error": "server",
                    f"{API}httpError": 503,
                    f"{API}retryable": {"throttling": True},
                },
            },
        },
        {"errors": [{"target": own("Slow")}, {"target": own("Bad")}]},
    )
    assert [e.shape for e in service.operations[0].errors] == ["Slow", "Bad"]
    bad, slow = service.shape("Bad").error, service.shape("Slow").error
    assert bad is not None and (bad.status, bad.retryable) == (400, False)
    assert slow is not None and (slow.status, slow.retryable, slow.throttling) == (503, True, True)


def test_operations_of_resources() -> None:
    lifecycle = "create put read update delete list".split()
    service = model(
        {
            **{key.title(): op(f"/{key}") for key in lifecycle},
            "Act": op("/act"),
            "Collect": op("/collect"),
            "Inner": {"type": "resource", **{key: {"target": own(key.title())} for key in lifecycle}},
            "Outer": {
                "type": "resource",
                "identifiers": {"id": {"target": f"{API}String"}},
                "operations": [{"target": own("Act")}],
                "collectionOperations": [{"target": own("Collect")}],
                "resources": [{"target": own("Inner")}],
            },
            "Elsewhere": op("/elsewhere"),
        },
        {"resources": [{"target": own("Outer")}]},
    )
    names = [*(k.title() for k in lifecycle), "Act", "Collect", "Op"]
    assert sorted(o.name for o in service.operations) == sorted(names)


def test_only_what_the_service_reaches_is_read() -> None:
    away = {"type": "structure", "members": {"a": target(own("Nope"))}, "traits": {f"{API}trait": {}, f"{API}novelty": {}}}
    service = model({"away#Thing": away, "Thing": {"type": "structure", "members": {}}, **members(a=target(own("Thing")))})
    assert [s.name for s in service.shapes] == ["In", "Thing"]


def test_names_of_several_namespaces() -> None:
    plain, short = {"type": "string"}, {"type": "string", "traits": {f"{API}length": {"max": 3}}}
    texts = {"type": "list", "member": {"target": own("Text")}}
    alike = model(
        {
            "Text": plain,
            "away#Text": {**plain, "traits": {f"{API}documentation": "Another one."}},
            "Texts": texts,
            "away#Texts": texts,
            "String": plain,
            **members(
                a=target(own("Text")), b={"target": "away#Text"}, c=target(own("Texts")), d={"target": "away#Texts"},
                e=target(own("String")), f=target("String"),
            ),
        }
    )  # fmt: skip
    assert [s.name for s in alike.shapes] == ["In", "Text", "Texts", "String"]
    assert "optional<Text> b{};" in text(alike)
    differing = {"Text": plain, "away#Text": short, **members(a=target(own("Text")), b={"target": "away#Text"})}
    assert "Text: several shapes called 'Text' are not supported" in refusal(differing)
    renamed = text(model(differing, {"rename": {"away#Text": "AwayText"}}))
    assert "optional<Text> a{};" in renamed and "optional<AwayText> b{};" in renamed


def test_an_error_goes_by_its_own_name_on_the_wire() -> None:
    bad = {"type": "structure", "members": {}, "traits": {f"{API}error": "client"}}
    service = model({"away#Bad": bad}, {"errors": [{"target": "away#Bad"}], "rename": {"away#Bad": "AwayBad"}})
    assert 'structure<"AwayBad", error_response<400, "Bad">>' in text(service, "away_bad.hpp")


def test_traits_that_are_applied_elsewhere() -> None:
    service = model(
        {
            "Text": {"type": "string"},
            "Texts": {"type": "list", "member": {"target": own("Text")}},
            "In$a": {"type": "apply", "traits": {f"{API}required": {}, f"{API}documentation": "Applied."}},
            "Texts$member": {"type": "apply", "traits": {f"{API}length": {"min": 2}}},
            **members(a=target(own("Text"), documentation="Own.", jsonName="b"), texts=target(own("Texts"))),
        }
    )
    (a, _) = service.shape("In").members
    assert (a.required, a.documentation, a.wire_name) == (True, "Applied.", "b")
    assert service.shape("Texts$member").limits == Limits(2, None)


def test_mixins() -> None:
    mixin = {f"{API}mixin": {"localTraits": [f"{API}internal", f"{API}sensitive"]}}
    service = model(
        {
            "Paged": {
                "type": "structure",
                "members": {"token": target("String"), "size": target("Integer", documentation="Size.")},
                "traits": {**mixin, f"{API}sensitive": {}, f"{API}documentation": "Paged."},
            },
            "Named": {
                "type": "structure",
                "mixins": [{"target": own("Paged")}],
                "members": {"name": target("String", documentation="Name.")},
                "traits": {**mixin, f"{API}documentation": "Named.", f"{API}deprecated": {"message": "why"}},
            },
            "In": {
                "type": "structure",
                "mixins": [{"target": own("Named")}],
                "members": {"more": target("String"), "size": target("Integer", required={})},
                "traits": {f"{API}documentation": "In."},
            },
            "In$name": {"type": "apply", "traits": {f"{API}jsonName": "called"}},
            "Word": {"type": "string", "traits": {f"{API}mixin": {}, f"{API}pattern": "^[a-z]+$"}},
            "Short": {"type": "string", "mixins": [{"target": own("Word")}], "traits": {f"{API}length": {"max": 4}}},
            "In$more": {"type": "apply", "traits": {f"{API}length": {"max": 2}}},
        }
    )
    shape = service.shape("In")
    assert [m.name for m in shape.members] == ["token", "size", "name", "more"]
    assert (shape.documentation, shape.deprecated, shape.sensitive) == ("In.", "why", False)
    _, size, name, _ = shape.members
    assert (size.required, size.documentation) == (True, "Size.")
    assert (name.wire_name, name.documentation) == ("called", "Name.")


def test_mixins_of_strings_operations_and_services() -> None:
    word = {"type": "string", "traits": {f"{API}mixin": {}, f"{API}pattern": "^[a-z]+$"}}
    short = {"type": "string", "mixins": [{"target": own("Word")}], "traits": {f"{API}length": {"max": 4}}}
    bad = {"type": "structure", "members": {}, "traits": {f"{API}error": "client"}}
    service = model(
        {
            "Word": word,
            "Short": short,
            **members(short=target(own("Short"))),
            "Bad": bad,
            "Worse": bad,
            "Failing": {"type": "operation", "errors": [{"target": own("Bad")}], "traits": {f"{API}mixin": {}}},
            "Op": {**op("/op", input={"target": own("In")}), "mixins": [{"target": own("Failing")}], "errors": [{"target": own("Worse")}]},
            "More": op("/more"),
            "Base": {"type": "service", "version": "0", "operations": [{"target": own("More")}], "traits": {f"{API}mixin": {}}},
        },
        {"mixins": [{"target": own("Base")}]},
    )
    assert (service.shape("Short").pattern, service.shape("Short").limits) == ("^[a-z]+$", Limits(None, 4))
    assert [o.name for o in service.operations] == ["More", "Op"]
    assert [e.shape for e in service.operations[1].errors] == ["Bad", "Worse"]
    assert service.api_version == "2026-01-01"


def test_mixins_and_resources_without_end_in_sight_are_refused() -> None:
    mixins = {f"M{i}": {"type": "structure", "mixins": [{"target": own(f"M{i + 1}")}]} for i in range(2000)}
    assert "deeper than 100 levels are not supported" in refusal(mixins | {"M2000": {"type": "structure"}})
    resources = {f"R{i}": {"type": "resource", "resources": [{"target": own(f"R{i + 1}")}]} for i in range(2000)}
    with pytest.raises(InputError) as error:
        model(resources | {"R2000": {"type": "resource"}}, {"resources": [{"target": own("R0")}]})
    assert "deeper than 100 levels are not supported" in str(error.value.diagnostics[0])


def test_where_an_endpoint_is_said_to_be() -> None:
    def said(**aws: str) -> tuple[str, str]:
        traits = {"aws.api#service": {"sdkId": "Tiny Service", **aws}, "aws.protocols#restJson1": {}}
        service = model({}, {"traits": traits})
        return service.endpoint_prefix, service.signing_name

    assert said() == ("tiny", "tiny")
    assert said(arnNamespace="arns") == ("arns", "arns")
    assert said(arnNamespace="arns", endpointPrefix="ends") == ("ends", "ends")


def test_renamed_shapes_and_a_string_of_ones_own() -> None:
    service = model(
        {
            "String": {"type": "string", "traits": {f"{API}length": {"max": 3}}},
            "Thing": {"type": "structure", "members": {}},
            **members(own=target(own("String")), plain=target("String"), thing=target(own("Thing"))),
        },
        {"rename": {own("Thing"): "Renamed"}},
    )
    assert service.shape("String").limits == Limits(None, 3)
    assert service.shape("PreludeString").limits == Limits()
    assert service.find_shape("Renamed") is not None


def traits(type_: str, **said: Any) -> dict[str, Any]:
    """A model with a shape `S` of a type, with these traits, which is a member of the input."""
    parts = {"list": {"member": target("String")}, "structure": {"members": {}}}.get(type_, {})
    shape = {"type": type_, **parts, "traits": {f"{API}{k}": v for k, v in said.items()}}
    return {"S": shape, **members(a=target(own("S")))}


def http(**said: Any) -> dict[str, Any]:
    return {"Op": {"type": "operation", "traits": {f"{API}http": {"method": "GET", "uri": "/", **said}}}}


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        (members(a=target(own("Nope"))), "In.a: there is no shape 't#Nope'"),
        (members(a=target("Strange")), "In.a: there is no shape 'smithy.api#Strange'"),
        (members(a={}), "In.a: 'target' is missing"),
        (members(a=target(own("Op"))), "Op: 'operation' is no type of a value"),
        ({"S": {"type": "colour"}, **members(a=target(own("S")))}, "S: 'colour' is no type of a value"),
        ({"S": {}, **members(a=target(own("S")))}, "S: 'type' is missing"),
        ({"In": {"type": "union", "members": {"a": target("String")}}}, "Op: 'In' is no structure"),
        (members(a=target("String", novelty={})), "In.a: the trait 'smithy.api#novelty' is not known"),
        (traits("string", novelty={}), "S: the trait 'smithy.api#novelty' is not known"),
        (members(a=target("String", sensitive={})), "In.a: the trait 'smithy.api#sensitive' is not supported on this member"),
        (traits("string", range={"min": 1}), "S: the trait 'smithy.api#range' is not supported on this string"),
        (members(a=target("Integer", idempotencyToken={})), "In.a: an idempotency token is a string, and 'Integer' is none"),
        (members(a=target("Integer", length={"min": 1})), "In.a: the trait 'smithy.api#length' is not supported on this member (integer)"),
        (members(a=target(own("In"), pattern="a")), "In.a: the trait 'smithy.api#pattern' is not supported on this member (structure)"),
        ({"L": {"type": "list"}, **members(a=target(own("L")))}, "L: 'member' is missing"),
        ({"M": {"type": "map", "key": target("Integer"), "value": target("String")}, **members(a=target(own("M")))}, "M: the key 'Integer' is no string"),
        (traits("string", length={"min": 3, "max": 2}), "S: 'min' (3) is more than 'max' (2)"),
        (traits("string", length={"min": -1}), "S: 'min' is a length and cannot be -1"),
        (traits("integer", range={"min": 1.5}), "S: 'min' must be a whole number, not 1.5"),
        (traits("integer", range={"max": "many"}), "S: 'max' must be a number, not 'many'"),
        (traits("double", range={"max": "1e999"}), "S: 'max' must be a number, not '1e999'"),
        (members(a=target("String", length={"max": -1})), "In.a: 'max' is a length and cannot be -1"),
        (traits("string", pattern=1), "S: 'smithy.api#pattern' must be a string, not a number"),
        (traits("string", enum=[{"value": "a"}, {"value": "a"}]), "S: the value 'a' is listed twice"),
        (traits("string", enum=[{"name": "A"}]), "S: 'value' is missing"),
        (traits("string", enum={}), "S: 'smithy.api#enum' must be an array"),
        (traits("enum"), "S: has no values"),
        ({"S": {"type": "enum", "members": {"A": target("Unit", enumValue=1)}}, **members(a=target(own("S")))}, "S: a value must be a string"),
        (traits("structure", error="nobody"), "S: 'smithy.api#error' must be client or server, not 'nobody'"),
        (traits("structure", error="client", httpError=200), "S: 'smithy.api#httpError' must be the status of an error, not 200"),
        (members(a=target("Timestamp", timestampFormat="never")), "In.a: the timestamp format 'never' is not known"),
        (members(a=target("String", httpQuery="a", httpHeader="b")), "In.a: has more than one place in the message"),
        (members(a=target("String", httpHeader={})), "In.a: 'smithy.api#httpHeader' must be a string, not an object"),
        (members(a=target("String", httpPayload={}), b=target("String", httpPayload={})), "In: a and b are both the payload"),
        (members(a=target("String", httpLabel={})), "In.a: the URI '/op' of Op has no label 'a'"),
        ({"Op": {"type": "operation", "input": {"target": own("In")}}}, "Op: 'smithy.api#http' is missing"),
        (http(method="FETCH"), "Op: the HTTP method 'FETCH' is not known"),
        (http(uri="op"), "Op: the URI 'op' does not begin with '/'"),
        (http(uri="/{a}"), "Op: the URI '/{a}' has the label 'a', which is no member's"),
        (http(code=42), "Op: 'code' must be an HTTP status, not 42"),
        ({"Op": op("/", errors=[{"target": own("In")}])}, "Op: 'In' is no error"),
        ({"Op": op("/", errors=[{"target": own("Nope")}])}, "Op: there is no shape 't#Nope'"),
        ({"Op": op("/", errors={})}, "Op: 'errors' must be an array, not an object"),
        ({"In": {"type": "structure", "members": []}}, "In: 'members' must be an object, not an array"),
        ({"In": {"type": "structure", "mixins": {}}}, "t#In: 'mixins' must be an array, not an object"),
        ({"In": {"type": "structure", "mixins": [{"target": own("Nope")}]}}, "t#In: there is no mixin 't#Nope'"),
        ({"In": {"type": "structure", "mixins": [{"target": own("In")}]}}, "t#In: the mixin 't#In' mixes in itself"),
        ({"S": {"type": "string"}, "In": {"type": "structure", "mixins": [{"target": own("S")}]}}, "t#In: the mixin 't#S' is of another type"),
        ({"S": {"type": "structure", "members": {"a": target("Blob")}}, "In": {"type": "structure", "members": {"a": target("String")}, "mixins": [{"target": own("S")}]}},
         "t#In.a: the member is of 'smithy.api#Blob' elsewhere, and of 'smithy.api#String' here"),
        ({"In$b": {"type": "apply", "traits": {}}}, "t#In$b: there is no member 'b' to apply traits to"),
        ({"Nope$b": {"type": "apply", "traits": {}}}, "t#Nope$b: there is no shape 't#Nope' to apply traits to"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(shapes: dict[str, Any], said: str) -> None:
    message = refusal(shapes)
    assert message.count(said) == 1
    assert re.search(rf"^tiny\.json:\d+: {re.escape(said)}", message, re.MULTILINE)


def test_refusals_name_the_line() -> None:
    shapes = members(a=target("String"), b=target("String", sensitive={}))
    lines = model_text(shapes).splitlines()
    line = 1 + next(i for i, said in enumerate(lines) if "smithy.api#sensitive" in said)
    trait = "the trait 'smithy.api#sensitive' is not supported on this member"
    assert refusal(shapes) == f'tiny.json:{line}: In.b: {trait}\n    "smithy.api#sensitive": {{}}'


def test_signing() -> None:
    def of_service(**said: Any) -> dict[str, Any]:
        named = {k if "#" in k else f"{API}{k}": v for k, v in said.items()}
        return {"traits": {"aws.protocols#restJson1": {}, **named}}

    def traits_of(operation: dict[str, Any], service: dict[str, Any]) -> tuple[bool, bool]:
        made = model({"Op": operation}, service).operations[0]
        return made.unsigned, made.unsigned_payload

    bearer, sigv4 = {"httpBearerAuth": {}}, {"aws.auth#sigv4": {"name": "s"}}
    chosen = of_service(**bearer, **sigv4, auth=[f"{API}httpBearerAuth"])
    for service in (of_service(**bearer, **sigv4), of_service(**bearer), chosen):
        assert traits_of(op("/"), service) == (False, False)
    own_word = op("/")
    own_word["traits"][f"{API}auth"] = []
    assert traits_of(own_word, of_service(**sigv4)) == (True, False)
    own_word["traits"][f"{API}auth"] = ["x#secretAuth"]
    assert "Op: the authentication 'x#secretAuth' is not known" in refusal({"Op": own_word}, service=of_service(**sigv4))
    for trait, said in ((f"{API}optionalAuth", (True, False)), ("aws.auth#unsignedPayload", (False, True))):
        other = op("/")
        other["traits"][trait] = {}
        assert traits_of(other, of_service(**sigv4)) == said


def test_several_obstacles_of_a_service() -> None:
    def said(**service: Any) -> str:
        with pytest.raises(InputError) as error:
            model({}, service)
        return str(error.value)

    rest = {"aws.protocols#restJson1": {}}
    assert "Tiny: the trait 'smithy.api#novelty' is not known" in said(traits={**rest, f"{API}novelty": {}})
    assert "does not speak http/1.1, but h2" in said(traits={"aws.protocols#restJson1": {"http": ["h2"]}})
    assert "'rename' must hold strings, not a number" in said(rename={own("In"): 1})
    assert "'sdkId' names no namespace" in said(traits={**rest, "aws.api#service": {"sdkId": "--"}})
    assert "there is no resource 't#Gone'" in said(resources=[{"target": own("Gone")}])
    assert "there is no resource 't#In'" in said(resources=[{"target": own("In")}])
    assert "there is no operation 't#In'" in said(operations=[{"target": own("In")}])


def test_traits_of_other_tools_are_let_through() -> None:
    a = {"target": f"{API}String", "traits": {"acme.tools#color": "red", "smithy.waiters#waitable": {}}}
    assert "optional<String> a{};" in text(model(members(a=a)))


def test_of_several_services_one_is_chosen() -> None:
    other = {"type": "service", "version": "1", "traits": SERVICE_TRAITS | {f"{API}title": "Another"}}
    root = parse(Source("t.json", model_text({"u#Other": other})))
    assert load_node(root, service_shape="u#Other").name == "Another"
    assert load_node(root, service_shape="Tiny").name == "The Tiny Service"
    with pytest.raises(InputError, match="exactly one service, not t#Tiny, u#Other; --service-shape chooses"):
        load_node(root)
    with pytest.raises(InputError, match=r"of its services \(t#Tiny, u#Other\), not exactly one is 'Op'"):
        load_node(root, service_shape="Op")
    with pytest.raises(InputError, match="t.json:1: --service-shape: goes with a Smithy model"):
        load_node(parse(Source("t.json", "{}")), service_shape="Op")


def test_models_that_are_none() -> None:
    for whole, said in (
        ('{"smithy": "1.0", "shapes": {}}', "version '1.0' of Smithy is not supported"),
        ('{"smithy": "2.0", "shapes": {}}', "exactly one service, not none"),
        ('{"smithy": "2.0"}', "'shapes' is missing"),
    ):
        with pytest.raises(InputError) as error:
            load_node(parse(Source("tiny.json", whole)))
        assert said in str(error.value)
    with pytest.raises(InputError) as error:
        model({}, {"traits": {"aws.protocols#awsQuery": {}}})
    assert "the service speaks none of the protocols that are supported: aws.protocols#restJson1, " in str(error.value)
    with pytest.raises(InputError) as error:
        model({}, {"operations": [{"target": own("Gone")}]})
    assert "there is no operation 't#Gone'" in str(error.value)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to each value in a JSON value."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [path, *(p for key in keys for p in _paths(value[key], (*path, key)))]


def test_whatever_stands_anywhere_is_read_or_refused() -> None:
    shapes = {
        "Mixed": {"type": "structure", "members": {"a": target("String", length={"min": 1})}, "traits": {f"{API}mixin": {"localTraits": [f"{API}tags"]}}},
        "In": {"type": "structure", "mixins": [{"target": own("Mixed")}], "members": {"m": target(own("Map"), jsonName="n")}},
        "In$a": {"type": "apply", "traits": {f"{API}required": {}}},
        "Map": {"type": "map", "key": target("String"), "value": target(own("Set"))},
        "Set": {"type": "list", "member": target(own("Mode")), "traits": {f"{API}uniqueItems": {}}},
        "Mode": {"type": "enum", "members": {"ON": target("Unit", enumValue="on")}},
        "Old": {"type": "string", "traits": {f"{API}enum": [{"value": "x", "name": "X"}]}},
        "Bad": {"type": "structure", "members": {"old": target(own("Old"))}, "traits": {f"{API}error": "client", f"{API}httpError": 404}},
        "Act": op("/act", errors=[{"target": own("Bad")}]),
        "Thing": {"type": "resource", "read": {"target": own("Act")}},
    }
    whole = json.loads(model_text(shapes, {"resources": [{"target": own("Thing")}], "rename": {own("Old"): "Older"}}))
    read = refused = 0
    for path in _paths(whole)[1:]:
        for wrong in (None, True, -1.5, "", own("In"), [], [1], {}, {"target": own("Mixed")}):
            changed = json.loads(json.dumps(whole))
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = wrong
            try:
                render(resolve(load_node(parse(Source("tiny.json", json.dumps(changed)))), ["all"]))
                read += 1
            except InputError as error:
                assert str(error)
                refused += 1
    assert read > 100 and refused > 500


# ---- real models


def _headers(service: Service) -> dict[str, str]:
    """Every header that can be made, without documentation, the model's hash and the words of patterns."""
    made: dict[str, str] = {}
    for operation in service.operations:
        try:
            files = render(resolve(service, [operation.name]))
        except InputError:
            continue
        for file in files:
            bare = re.sub(r"^\s*///.*\n", "", file.text, flags=re.MULTILINE)
            bare = re.sub(r"static constexpr std::string_view source =\s*[^;]*;", "", bare)
            made[file.path] = re.sub("0x[0-9a-f]{16}\\b", "HASH", bare)
    return made


# What the two models of IoT themselves say differently: a line of a header in either, and why it differs.
WHY = {
    r"[eE]rrorMessage2?\b": "the text of an error is called errorMessage, and ErrorMessage2 in Smithy",
    r"[rR]esourceArn\b": "a text is called resourceArn, and ResourceArn in Smithy",
    r"[cC]ertificateId\b|structure<\"DescribeCACertificateRequest\",$": "a label is called caCertificateId, and certificateId in Smithy",
    r"/(authorizers|certificate-providers)/?\"": "two paths end in a slash, which Smithy's have not",
}  # fmt: skip
WHY_FILE = {
    "asset_property_variant": "a structure, and a union in Smithy",
    "elasticsearch_endpoint": "Smithy's pattern is a search that ends in no anchor; C2J's ends in '.*', which no line break matches",
    "firehose_separator": "Smithy's '^a|b|c$' is a search, which binds '^' to the first alternative alone",
}


def _paginators(model: Path) -> Node:
    """The paginators of a Smithy model in botocore's form, which no file beside IoT's other model has."""
    keys = {"inputToken": "input_token", "outputToken": "output_token", "pageSize": "limit_key", "items": "result_key"}
    shapes = json.loads(model.read_text())["shapes"]
    said = {k: s["traits"][f"{API}paginated"] for k, s in shapes.items() if f"{API}paginated" in s.get("traits", {})}
    found = {k.partition("#")[2]: {keys[key]: text for key, text in trait.items()} for k, trait in said.items()}
    assert len(found) > 60
    return parse(Source("paginators-1.json", json.dumps({"pagination": found})))


def test_iot_gives_the_same_headers_from_either_format(shared: Path) -> None:
    one = load(shared / "models/iot.smithy.json")
    rules = read(shared / "conformance/endpoints/iot/endpoint-rule-set.json")
    beside = Companions(paginators=_paginators(shared / "models/iot.smithy.json"), endpoint_rules=rules)
    other = load_node(read(shared / "models/iot.service-2.json"), beside)
    smithy, c2j = _headers(one), _headers(other)
    assert len(one.operations) == len(other.operations) == 270
    assert smithy.keys() == c2j.keys()
    assert len(smithy) > 600
    found: dict[str, list[str]] = {}
    for path in sorted(p for p in smithy if smithy[p] != c2j[p]):
        name = Path(path).stem
        lines = set(smithy[path].splitlines()) ^ set(c2j[path].splitlines())
        if name in WHY_FILE:
            found.setdefault(WHY_FILE[name], []).append(name)
            continue
        for line in lines:
            why = next((w for pattern, w in WHY.items() if re.search(pattern, line)), None)
            assert why is not None, f"{path}: {line}"
            if name not in found.setdefault(why, []):
                found[why].append(name)
    print(f"{len(smithy)} headers of IoT; those that differ between the two models:")
    for why, names in found.items():
        print(f"  {why}: {', '.join(names)}")
    assert found.keys() == {*WHY.values(), *WHY_FILE.values()}
    assert one.endpoint_prefix == other.endpoint_prefix
    assert one.signing_name == other.signing_name


def test_every_shared_model_loads_or_says_why_not(shared: Path) -> None:
    models = [*shared.glob("models/*.smithy.json"), *shared.glob("conformance/smithy-protocol-tests/models/*.json")]
    assert len(models) > 10
    loaded = 0
    for path in sorted(models):
        over_json = re.search("aws.protocols#(restJson1|awsJson1_[01])\"", path.read_text(encoding="utf-8"))
        try:
            service = load(path)
        except InputError as error:
            assert not over_json, error
            assert len(error.diagnostics) == 1
            assert "the service speaks none of the protocols that are supported" in str(error)
            continue
        assert over_json
        loaded += 1
        made, why = 0, set[str]()
        for operation in service.operations:
            try:
                resolve(service, [operation.name])
                made += 1
            except InputError as error:
                assert all(d.place is not None and d.subject for d in error.diagnostics)
                why |= {d.message for d in error.diagnostics}
        assert service.operations
        assert all("not supported" in w for w in why), why
        print(f"{path.name}: {made} of {len(service.operations)} operations; {'; '.join(sorted(why)) or 'no obstacle'}")
    assert loaded > 5
