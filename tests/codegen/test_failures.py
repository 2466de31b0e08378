"""What is refused, and with which words: a table of broken models."""

import pytest
from cppsmith_codegen.closure import reach, refuse_unsupported, select_operations
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.resolve import resolve
from models import OPERATION, TEXT, load_text, messages, model_text, structure

IN = structure("In", '"a": {"shape": "Text"}')


def op(more: str = "", uri: str = "/", name: str = "Op", shape: str = "In", http: str = "") -> str:
    return (
        f'"{name}": {{"http": {{"method": "POST", "requestUri": "{uri}"{http}}},'
        f' "input": {{"shape": "{shape}"}}{more}}}'
    )


def member(more: str, target: str = "Text", shapes: tuple[str, ...] = (TEXT,)) -> str:
    return model_text(structure("In", f'"a": {{"shape": "{target}"{more}}}'), *shapes)


def shape(text: str) -> str:
    """A model whose input has a member of this shape, in line 7."""
    return model_text(structure("In", '"a": {"shape": "S"}'), f'"S": {text}')


MALFORMED = [
    ("[]", "tiny.json:1: a service model must be an object, not an array"),
    (member(', "pattern": 1'), "tiny.json:6: In.a: 'pattern' must be a string, not a number"),
    (member(', "min": 4, "max": 3'), "tiny.json:6: In.a: 'min' (4) is more than 'max' (3)"),
    (member(', "min": -4'), "tiny.json:6: In.a: 'min' is a length and cannot be -4"),
    (member(', "max": 2.5', "S", ('"S": {"type": "long"}',)), "tiny.json:6: In.a: 'max' must be a whole number, not 2.5"),
    ('{"smithy": "2.0"}', "tiny.json:1: 'shapes' is missing"),
    ("{}", "tiny.json:1: 'metadata' is missing"),
    ('{"metadata": 3, "operations": {}, "shapes": {}}', "tiny.json:1: 'metadata' must be an object, not a number"),
    (model_text(protocol="query"), "tiny.json:1: metadata: the protocol 'query' is not supported yet; rest-json and json are"),
    (model_text(protocol=None), "tiny.json:1: metadata: 'protocol' is missing"),
    (model_text(protocol=["rest-json"]), "tiny.json:1: metadata: 'protocol' must be a string, not an array"),
    (model_text(serviceId=""), "tiny.json:1: metadata: 'serviceId' is empty"),
    (model_text(serviceId="---"), "tiny.json:1: metadata: 'serviceId' names no namespace"),
    (model_text(signatureVersion="v2"), "tiny.json:1: metadata: the signature version 'v2' is not supported"),
    (model_text(auth=["smithy.api#secret"]), "tiny.json:1: metadata: the authentication 'smithy.api#secret' is not known"),
    (model_text(teleport=True), "tiny.json:1: metadata: the key 'teleport' is not known"),
    (model_text(protocolSettings={"h3": "always"}), "tiny.json:1: metadata: the protocol setting 'h3' is not supported yet"),
    (model_text(IN, TEXT).replace('"shapes"', '"shapez"'), "tiny.json:1: 'shapes' is missing"),
    (model_text(IN, TEXT).replace('"shapes"', '"shapez"'), "tiny.json:5: the key 'shapez' is not known"),
    (model_text(IN), "tiny.json:6: In.a: there is no shape 'Text'"),
    (model_text(IN, TEXT, operations=(op(shape="Out"),)), "tiny.json:3: Op: there is no shape 'Out'"),
    (model_text(IN, TEXT, operations=(op(shape="Text"),)), "tiny.json:3: Op: 'Text' is no structure"),
    (model_text(IN, TEXT, operations=(op(', "errors": [{"shape": "Nope"}]'),)), "tiny.json:3: Op: there is no shape 'Nope'"),
    (model_text(IN, TEXT, operations=(op(', "errors": [{"shape": "In"}]'),)), "tiny.json:3: Op: 'In' is no error"),
    (model_text(IN, TEXT, operations=(op(', "errors": [{}]'),)), "tiny.json:3: Op: 'shape' is missing"),
    (model_text(IN, TEXT, operations=(op(', "errors": {}'),)), "tiny.json:3: Op: 'errors' must be an array, not an object"),
    (model_text(IN, TEXT, operations=(op(', "name": "Other"'),)), "tiny.json:3: Op: 'name' says 'Other'"),
    (model_text(IN, TEXT, operations=('"Op": 1',)), "tiny.json:3: Op: an operation must be an object, not a number"),
    (model_text(IN, TEXT, operations=('"Op": {}',)), "tiny.json:3: Op: 'http' is missing"),
    (model_text(IN, TEXT, operations=('"Op": {"http": {"method": "FETCH", "requestUri": "/"}}',)), "tiny.json:3: Op: the HTTP method 'FETCH' is not known"),
    (model_text(IN, TEXT, operations=(op(http=', "responseCode": 42'),)), "tiny.json:3: Op: 'responseCode' must be an HTTP status, not 42"),
    (model_text(IN, TEXT, operations=(op(http=', "responseCode": "200"'),)), "tiny.json:3: Op: 'responseCode' must be a number, not a string"),
    (model_text(IN, TEXT, operations=(op(uri="things"),)), "tiny.json:3: Op: the URI 'things' does not begin with '/'"),
    (model_text(IN, TEXT, operations=(op(uri="/{a"),)), "tiny.json:3: Op: the URI '/{a' has braces that are no label"),
    (model_text(IN, TEXT, operations=(op(uri="/a b"),)), "tiny.json:3: Op: the URI '/a b' holds what does not belong into a path or query"),
    (model_text(IN, TEXT, operations=(op(uri="/{a}/{a}"),)), "tiny.json:3: Op: the URI '/{a}/{a}' has the label 'a' twice"),
    (model_text(IN, TEXT, operations=(op(uri="/{b}"),)), "tiny.json:3: Op: the URI '/{b}' has the label 'b', which is no member's"),
    (model_text(IN, TEXT, operations=(op(uri="/{a}"),)), "tiny.json:3: Op: the URI '/{a}' has the label 'a', which is no member's"),
    (model_text(IN, TEXT, operations=(op(name="../Op"),)), "tiny.json:3: '../Op' is no name: letters, digits and '_' are"),
    (model_text(IN, TEXT, '"../../Evil": {"type": "structure", "members": {}}'), "tiny.json:8: '../../Evil' is no name: letters, digits and '_' are"),
    (model_text(IN, TEXT, operations=(op(', "endpoint": {"hostPrefix": "{a"}'),)), "tiny.json:3: Op: the host prefix '{a' holds what does not belong into a host"),
    (model_text(IN, TEXT, operations=(op(', "endpoint": {"hostPrefix": "{a+}."}'),)), "tiny.json:3: Op: the host prefix '{a+}.' holds what does not belong into a host"),
    (model_text(IN, TEXT, operations=(op(', "endpoint": {"hostPrefix": "evil.example/"}'),)), "tiny.json:3: Op: the host prefix 'evil.example/' holds what does not belong into a host"),
    (model_text(IN, TEXT, operations=(op(', "endpoint": {"hostPrefix": "user@"}'),)), "tiny.json:3: Op: the host prefix 'user@' holds what does not belong into a host"),
    (member(', "location": "uri"'), "tiny.json:6: In.a: the URI '/' of Op has no label 'a'"),
    (model_text(IN, TEXT, operations=(op(), op(name="Again"))), "tiny.json:4: Again: POST / is the route of Op too"),
    (member(', "location": "body"'), "tiny.json:6: In.a: the location 'body' is not known"),
    (member(', "location": 1'), "tiny.json:6: In.a: 'location' must be a string, not a number"),
    (member(', "locationName": false'), "tiny.json:6: In.a: 'locationName' must be a string, not a boolean"),
    (member(', "timestampFormat": "stardate"'), "tiny.json:6: In.a: the timestamp format 'stardate' is not known"),
    (member(', "documentation": []'), "tiny.json:6: In.a: 'documentation' must be a string, not an array"),
    (model_text(structure("In", '"a": "Text"'), TEXT), "tiny.json:6: In.a: a member must be an object, not a string"),
    (model_text(structure("In", '"a": {}'), TEXT), "tiny.json:6: In.a: 'shape' is missing"),
    (model_text('"In": {"type": "structure"}'), "tiny.json:6: In: 'members' is missing"),
    (model_text('"In": {"members": {}}'), "tiny.json:6: In: 'type' is missing"),
    (model_text('"In": null'), "tiny.json:6: In: a shape must be an object, not null"),
    (model_text(structure("In", "", ', "required": ["b"]')), "tiny.json:6: In: 'required' names 'b', which is no member"),
    (model_text(structure("In", '"a": {"shape": "Text"}', ', "required": ["a", "a"]'), TEXT), "tiny.json:6: In: 'required' names 'a' twice"),
    (model_text(structure("In", "", ', "required": "a"')), "tiny.json:6: In: 'required' must be an array, not a string"),
    (model_text(structure("In", "", ', "required": [1]')), "tiny.json:6: In: 'required' must hold strings, not a number"),
    (model_text(structure("In", "", ', "payload": "b"')), "tiny.json:6: In: 'payload' names 'b', which is no member"),
    (model_text(structure("In", "", ', "exception": "yes"')), "tiny.json:6: In: 'exception' must be true or false, not a string"),
    (model_text(structure("In", "", ', "error": {"httpStatusCode": 12}')), "tiny.json:6: In: 'httpStatusCode' must be the status of an error, not 12"),
    (model_text(structure("In", "", ', "error": {"colour": 12}')), "tiny.json:6: In: the key 'colour' is not known"),
    (model_text(structure("In", "", ', "retryable": {"after": 12}')), "tiny.json:6: In: the key 'after' is not known"),
    (model_text(structure("In", "", ', "retryable": true')), "tiny.json:6: In: 'retryable' must be an object, not a boolean"),
    (shape('{"type": "string", "min": 3, "max": 2}'), "tiny.json:7: S: 'min' (3) is more than 'max' (2)"),
    (shape('{"type": "string", "min": -1}'), "tiny.json:7: S: 'min' is a length and cannot be -1"),
    (shape('{"type": "list", "member": {"shape": "S"}, "max": 1.5}'), "tiny.json:7: S: 'max' must be a whole number, not 1.5"),
    (shape('{"type": "integer", "max": "9"}'), "tiny.json:7: S: 'max' must be a number, not a string"),
    (shape('{"type": "integer", "max": true}'), "tiny.json:7: S: 'max' must be a number, not a boolean"),
    (shape('{"type": "string", "enum": []}'), "tiny.json:7: S: 'enum' is empty"),
    (shape('{"type": "string", "enum": ["a", "a"]}'), "tiny.json:7: S: the value 'a' is listed twice"),
    (shape('{"type": "string", "enum": {"a": 1}}'), "tiny.json:7: S: 'enum' must be an array, not an object"),
    (shape('{"type": "string", "sensitive": 1}'), "tiny.json:7: S: 'sensitive' must be true or false, not a number"),
    (shape('{"type": "list"}'), "tiny.json:7: S: 'member' is missing"),
    (shape('{"type": "list", "member": {"shape": "T"}}'), "tiny.json:7: S: there is no shape 'T'"),
    (shape('{"type": "map", "key": {"shape": "In"}, "value": {"shape": "In"}}'), "tiny.json:7: S: the key 'In' is no string"),
    (shape('{"type": "map", "key": {"shape": "In"}}'), "tiny.json:7: S: 'value' is missing"),
    (model_text(IN, TEXT).replace('"Text": {', '"In": {'), "tiny.json:7: the key 'In' is given twice"),
]  # fmt: skip

UNSUPPORTED = [
    (model_text(structure("In", "", ', "eventstream": true')), "tiny.json:6: In: event streams (eventstream) are not supported yet"),
    (model_text(structure("In", "", ', "hologram": 1')), "tiny.json:6: In: the key 'hologram' is not known"),
    (shape('{"type": "bigInteger"}'), "tiny.json:7: S: the type 'bigInteger' is not supported yet"),
    (shape('{"type": "bigDecimal"}'), "tiny.json:7: S: the type 'bigDecimal' is not supported yet"),
    (shape('{"type": "short"}'), "tiny.json:7: S: the type 'short' is not supported yet"),
    (shape('{"type": "strong"}'), "tiny.json:7: S: the type 'strong' is not supported yet"),
    (shape('{"type": "boolean", "min": 1}'), "tiny.json:7: S: the key 'min' is not known"),
    (member(', "sparkles": 3'), "tiny.json:6: In.a: the key 'sparkles' is not known"),
    (member(', "min": 1', "S", (structure("S", ""),)), "tiny.json:6: In.a: constraints are not supported on this member (structure)"),
    (member(', "max": 1', "S", ('"S": {"type": "boolean"}',)), "tiny.json:6: In.a: constraints are not supported on this member (boolean)"),
    (member(', "pattern": "a"', "S", ('"S": {"type": "integer"}',)), "tiny.json:6: In.a: constraints are not supported on this member (integer)"),
    (member(', "location": "statusCode"', "N", ('"N": {"type": "integer"}',)), "tiny.json:6: In.a: a status code in a request is not supported yet"),
    (member(', "location": "headers"'), "tiny.json:6: In.a: a string in headers is not supported yet"),
    (member(', "location": "header"', "S", (structure("S", ""),)), "tiny.json:6: In.a: a structure in a header is not supported yet"),
    (member(', "location": "querystring"', "S", (structure("S", ""),)), "tiny.json:6: In.a: a structure in the query is not supported yet"),
    (model_text(IN, TEXT, operations=(op(', "httpChecksum": {}'),)), "tiny.json:3: Op: flexible checksums (httpChecksum) are not supported yet"),
    (model_text(IN, TEXT, operations=(op(', "authtype": "secret"'),)), "tiny.json:3: Op: the authentication 'secret' is not known"),
    (model_text(IN, TEXT, operations=(op(', "requestcompression": {}'),)), "tiny.json:3: Op: compression by nothing is not supported; gzip is"),
    (model_text(IN, TEXT, operations=(op(', "warp": 9'),)), "tiny.json:3: Op: the key 'warp' is not known"),
    (shape('{"type": "list", "member": {"shape": "S"}}'), "tiny.json:7: S: contains nothing but lists and maps, without end (S -> S)"),
    (model_text(structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Text"}', ', "payload": "a"'), TEXT), "tiny.json:6: In.b: is bound to nothing: 'a' is the whole body"),
    (model_text(structure("In", '"a": {"shape": "L"}', ', "payload": "a"'), '"L": {"type": "list", "member": {"shape": "In"}}'), "tiny.json:6: In.a: a list as the payload is not supported yet"),
    (model_text(structure("In", '"a": {"shape": "Text", "location": "header"}', ', "payload": "a"'), TEXT), "tiny.json:6: In.a: is the payload and has a location"),
    (shape('{"type": "integer", "min": 3000000000}'), "tiny.json:7: S: no integer keeps its limits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MALFORMED, ids=[m for _, m in MALFORMED])
def test_malformed_models_are_refused_as_a_whole(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        load_text(text)
    assert message in messages(error.value)


@pytest.mark.parametrize(("text", "message"), UNSUPPORTED, ids=[m for _, m in UNSUPPORTED])
def test_what_cannot_be_honoured_is_refused_by_name_once_reached(text: str, message: str) -> None:
    service = load_text(text)
    with pytest.raises(InputError) as error:
        resolve(service, ["Op"])
    assert message in messages(error.value)


@pytest.mark.parametrize("key", ["document", "eventstream", "hologram"])
def test_what_is_not_reached_is_not_refused(key: str) -> None:
    service = load_text(model_text(IN, TEXT, structure("Far", "", f', "{key}": true')))
    refuse_unsupported(service, reach(service, select_operations(service, ["all"])))


def test_a_key_that_says_false_asks_for_nothing() -> None:
    service = load_text(model_text(structure("In", "", ', "union": false')))
    resolve(service, ["Op"])


def test_several_errors_are_reported_at_once_in_the_order_of_the_file() -> None:
    text = model_text(
        structure("In", '"a": {"shape": "Nope"}, "b": {"shape": "Text"}'),
        '"Text": {"type": "string"}',
        '"List": {"type": "list", "member": {"shape": "Neither"}}',
        operations=(OPERATION, op(name="Other", uri="/{c}")),
    )
    with pytest.raises(InputError) as error:
        load_text(text)
    assert messages(error.value) == [
        "tiny.json:4: Other: the URI '/{c}' has the label 'c', which is no member's",
        "tiny.json:7: In.a: there is no shape 'Nope'",
        "tiny.json:9: List: there is no shape 'Neither'",
    ]


def test_an_error_of_its_own_on_a_use_is_refused_where_it_contradicts() -> None:
    broken = structure("Bad", "", ', "exception": true, "error": {"httpStatusCode": 400}')
    same = op(', "errors": [{"shape": "Bad", "error": {"httpStatusCode": 400}}]')
    other = op(', "errors": [{"shape": "Bad", "error": {"httpStatusCode": 500}}]')
    resolve(load_text(model_text(IN, TEXT, broken, operations=(same,))), ["Op"])
    with pytest.raises(InputError) as error:
        resolve(load_text(model_text(IN, TEXT, broken, operations=(other,))), ["Op"])
    assert messages(error.value) == [
        "tiny.json:3: Op: an error of its own on a use of 'Bad' is not supported yet"
    ]


def test_lists_nested_without_end_are_refused() -> None:
    lists = [f'"L{i}": {{"type": "list", "member": {{"shape": "L{i + 1}"}}}}' for i in range(2000)]
    text = model_text(structure("In", '"a": {"shape": "L0"}'), *lists, '"L2000": {"type": "string"}')
    with pytest.raises(InputError) as error:
        resolve(load_text(text), ["Op"])
    said = "L0: lists and maps nested deeper than 16 levels are not supported"
    assert messages(error.value)[0] == f"tiny.json:7: {said}"


def test_structures_nested_deeply_are_fine() -> None:
    chain = [structure(f"S{i}", f'"a": {{"shape": "S{i + 1}"}}') for i in range(3000)]
    text = model_text(structure("In", '"a": {"shape": "S0"}'), *chain, structure("S3000", ""))
    assert len(resolve(load_text(text), ["Op"]).headers) == 3003


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Opp", "tiny.json: there is no operation 'Opp'; did you mean Op?"),
        ("op", "tiny.json: there is no operation 'op'; did you mean Op?"),
        ("Zebra", "tiny.json: there is no operation 'Zebra'"),
        ("", "tiny.json: there is no operation ''"),
    ],
)
def test_unknown_operations_bring_suggestions(name: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        select_operations(load_text(model_text(IN, TEXT)), [name])
    assert messages(error.value) == [message]
