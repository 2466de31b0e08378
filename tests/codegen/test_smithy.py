"""Smithy's JSON AST: the same shapes as from botocore's format, and refusals that name the place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load, load_node
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.shapes import Kind, Limits, Location, Service
from cppsmith_codegen.source import Source, parse

API = "smithy.api#"
SERVICE_TRAITS: dict[str, Any] = {
    "aws.api#service": {"sdkId": "Tiny", "endpointPrefix": "tiny"},
    "aws.auth#sigv4": {"name": "sign"},
    "aws.protocols#restJson1": {},
    "smithy.api#title": "The Tiny Service",
}


def target(shape: str, **traits: Any) -> dict[str, Any]:
    where = shape if "#" in shape else f"{API}{shape}" if shape[0].isupper() else f"t#{shape[1:]}"
    return {"target": where, "traits": {f"{API}{k}": v for k, v in traits.items()}}


def own(name: str) -> str:
    """A shape of the model itself."""
    return f"t#{name}"


def model(shapes: dict[str, Any], service: dict[str, Any] | None = None, **more: Any) -> Service:
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
            **{own(name): shape for name, shape in shapes.items()},
        },
        **more,
    }
    return load_node(parse(Source("tiny.json", json.dumps(whole, indent=1))))


def members(**said: dict[str, Any]) -> dict[str, Any]:
    return {"In": {"type": "structure", "members": said}}


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
    read = {"type": "operation", "traits": {f"{API}http": {"method": "GET", "uri": "/read"}}}
    service = model(
        {
            "Read": read,
            "Inner": {"type": "resource", "read": {"target": own("Read")}},
            "Outer": {"type": "resource", "resources": [{"target": own("Inner")}]},
        },
        {"resources": [{"target": own("Outer")}]},
    )
    assert sorted(o.name for o in service.operations) == ["Op", "Read"]


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


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        (members(a=target(own("Nope"))), "In.a: there is no shape 't#Nope'"),
        (members(a=target("Strange")), "In.a: there is no shape 'smithy.api#Strange'"),
        ({"In": {"type": "union", "members": {"a": target("String")}}}, "Op: 'In' is no structure"),
        (members(a=target("Document")), "Document: documents are not supported yet"),
        (members(a=target("BigInteger")), "big integers are not supported yet"),
        (members(a=target("String", idempotencyToken={})), "In.a: idempotency tokens"),
        (members(a=target("String", novelty={})), "In.a: the trait 'smithy.api#novelty' is not known"),
        ({"L": {"type": "list", "member": target("String"), "traits": {f"{API}sparse": {}}}, **members(a=target(own("L")))}, "L: sparse lists"),
        ({"L": {"type": "list"}, **members(a=target(own("L")))}, "L: 'member' is missing"),
        (members(a=target("Timestamp", timestampFormat="never")), "In.a: the timestamp format 'never' is not known"),
        ({"Op": {"type": "operation", "input": {"target": own("In")}}}, "Op: 'smithy.api#http' is missing"),
        ({"In": {"type": "structure", "members": {}, "mixins": []}}, "In: mixins are not supported"),
        ({"In": {"type": "structure", "members": []}}, "In: 'members' must be an object, not an array"),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(shapes: dict[str, Any], said: str) -> None:
    assert said in refusal(shapes)


def test_traits_of_other_tools_are_let_through() -> None:
    a = {"target": f"{API}String", "traits": {"acme.tools#color": "red", "smithy.waiters#waitable": {}}}
    assert "optional<String> a{};" in text(model(members(a=a)))


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
        model({}, {"traits": {"aws.protocols#awsJson1_1": {}}})
    assert "does not speak aws.protocols#restJson1" in str(error.value)
    with pytest.raises(InputError) as error:
        model({}, {"operations": [{"target": own("Gone")}]})
    assert "there is no operation 't#Gone'" in str(error.value)


# ---- real models


def _headers(service: Service) -> dict[str, str]:
    """Every header that can be made, without documentation, the model's hash and the tables of patterns."""
    made: dict[str, str] = {}
    for operation in service.operations:
        try:
            files = render(resolve(service, [operation.name]))
        except InputError:
            continue
        for file in files:
            bare = re.sub(r"^\s*///.*\n", "", file.text, flags=re.MULTILINE)
            bare = re.sub("(?s)// clang-format off.*?// clang-format on", "", bare)
            made[file.path] = re.sub("0x[0-9a-f]{16}", "HASH", bare)
    return made


def test_iot_gives_the_same_headers_from_either_format(shared: Path) -> None:
    smithy = _headers(load(shared / "models/iot.smithy.json"))
    c2j = _headers(load(shared / "models/iot.service-2.json"))
    assert len(smithy) > 600
    differing = sorted(path for path in smithy if path in c2j and smithy[path] != c2j[path])
    explained = 0
    union = "cppsmith/iot/asset_property_variant.hpp"  # which botocore's model has as a structure
    for path in (p for p in differing if p != union):
        one, other = (set(files[path].splitlines()) for files in (smithy, c2j))
        for line in (one ^ other):
            # Smithy's model searches with patterns that are not anchored, has other names for two strings and for a label of a path,
            # and two paths without a slash at their end.
            assert re.search(
                r"[Ee]rrorMessage|[Rr]esourceArn|[cC]ertificateId|/authorizers|/certificate-providers"
                r"|structure<\"DescribeCACertificateRequest\",$",
                line,
            ), f"{path}: {line}"
            explained += 1
    print(f"IoT: {len(smithy)} headers from Smithy, {len(differing)} differ in {explained} lines")
    assert len(differing) < 70


def test_every_shared_model_loads_or_says_why_not(shared: Path) -> None:
    models = [*shared.glob("models/*.smithy.json"), *shared.glob("conformance/smithy-protocol-tests/models/*.json")]
    assert len(models) > 10
    for path in models:
        try:
            service = load(path)
        except InputError as error:
            assert "does not speak" in str(error)
        else:
            assert service.operations
