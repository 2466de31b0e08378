"""What headers say: types, traits, names, which file holds what."""

import re
from dataclasses import replace

import pytest
from cppsmith_codegen.cpp_types import Target
from cppsmith_codegen.resolve import resolve
from models import OPERATION, TEXT, generate, header, load_model, load_text, model_text, structure

GET = '"Get": {"http": {"method": "GET", "requestUri": "/get"}, "output": {"shape": "Out"}}'


def member(
    target: str, more: str = "", name: str = "a", shapes: tuple[str, ...] = (), file: str = "op.hpp"
) -> str:
    """The header of an operation with one member in its input, or another one of its headers."""
    own = structure("In", f'"{name}": {{"shape": "S"{more}}}')
    return header(own, f'"S": {target}', *shapes, file=file)


@pytest.mark.parametrize(
    ("target", "type_", "traits"),
    [
        ('{"type": "string"}', "S", ""),
        ('{"type": "boolean"}', "bool", ""),
        ('{"type": "integer", "min": 1, "max": 9}', 'std::int32_t, number<"S", range<1, 9>>', ""),
        ('{"type": "integer", "min": 0}', 'std::int32_t, number<"S", at_least<0>>', ""),
        ('{"type": "integer", "max": 9999999999}', "std::int32_t", ""),
        ('{"type": "long", "max": 9999999999}', 'std::int64_t, number<"S", at_most<9999999999LL>>', ""),
        ('{"type": "long", "min": 1e3}', 'std::int64_t, number<"S", at_least<1000>>', ""),
        ('{"type": "double", "min": 0, "max": 1}', 'double, number<"S", range<0.0, 1.0>>', ""),
        ('{"type": "float", "max": 2.5}', 'float, number<"S", at_most<2.5>>', ""),
        ('{"type": "timestamp"}', "timestamp", ""),
        (
            '{"type": "timestamp", "timestampFormat": "iso8601"}',
            "timestamp",
            "format<timestamp_format::date_time>",
        ),
        ('{"type": "timestamp", "timestampFormat": "unixTimestamp"}', "timestamp", ""),
        ('{"type": "blob", "min": 1, "sensitive": true}', "blob", "length<1>, sensitive"),
        ('{"type": "list", "member": {"shape": "T"}}', "std::vector<T>", ""),
        ('{"type": "list", "member": {"shape": "T"}, "max": 3}', "std::vector<T>", "length<0, 3>"),
        ('{"type": "list", "member": {"shape": "E"}}', "std::vector<open_enum<E>>", ""),
        ('{"type": "list", "member": {"shape": "N"}}', "std::vector<std::int32_t>", "each<at_least<1>>"),
        (
            '{"type": "map", "key": {"shape": "E"}, "value": {"shape": "N"}, "sensitive": true}',
            "map<open_enum<E>, std::int32_t>",
            "values<at_least<1>>, sensitive",
        ),
        ('{"type": "string", "enum": ["a"], "min": 4}', "open_enum<S>", ""),
        ('{"type": "string", "enum": ["a"], "sensitive": true}', "open_enum<S>", "sensitive"),
    ],
)  # fmt: skip
def test_types_and_traits(target: str, type_: str, traits: str) -> None:
    more = ('"T": {"type": "string"}', '"N": {"type": "integer", "min": 1}', '"E": {"type": "string", "enum": ["x"]}')
    text = member(target, shapes=more)
    assert f"    optional<{type_}> a{{}};\n" in text
    said = f', member<&In::a, {traits}>' if traits else ""
    assert f'auto shape_of(In const&) -> structure<"In"{said}>;\n' in text


@pytest.mark.parametrize(
    ("target", "alias"),
    [
        ('{"type": "string"}', 'text<"S">'),
        ('{"type": "string", "min": 0}', 'text<"S">'),
        ('{"type": "string", "min": 1}', 'text<"S", length<1>>'),
        ('{"type": "string", "max": 9}', 'text<"S", length<0, 9>>'),
        ('{"type": "string", "min": 1, "max": 9, "sensitive": true}', 'text<"S", sensitive, length<1, 9>>'),
    ],
)  # fmt: skip
def test_texts_carry_their_limits_in_their_type(target: str, alias: str) -> None:
    assert f"using S = {alias};\n" in member(target)


@pytest.mark.parametrize(
    ("more", "traits"),
    [
        (', "locationName": "b"', 'named<"b">'),
        (', "locationName": "a"', ""),
        (', "location": "querystring"', 'in_query<"a">'),
        (', "location": "querystring", "locationName": "b"', 'in_query<"b">'),
        (', "location": "header", "locationName": "X-B"', 'in_header<"X-B">'),
    ],
)
def test_bindings(more: str, traits: str) -> None:
    said = f', member<&In::a, {traits}>' if traits else ""
    assert f'-> structure<"In"{said}>;\n' in member('{"type": "string"}', more)


@pytest.mark.parametrize(
    ("location", "own", "printed"),
    [
        ("", "unixTimestamp", ""),
        ("", "rfc822", "http_date"),
        ("querystring", "iso8601", ""),
        ("querystring", "unixTimestamp", "epoch_seconds"),
        ("header", "rfc822", ""),
        ("header", "iso8601", "date_time"),
    ],
)
def test_timestamp_formats_are_said_where_they_differ(location: str, own: str, printed: str) -> None:
    place = f', "location": "{location}"' if location else ""
    on_shape = member(f'{{"type": "timestamp", "timestampFormat": "{own}"}}', place)
    on_member = member('{"type": "timestamp"}', f'{place}, "timestampFormat": "{own}"')
    for text in (on_shape, on_member):
        said = re.findall("format<timestamp_format::([a-z_]+)>", text)
        assert said == ([printed] if printed else [])


def test_required_members_have_no_initializer() -> None:
    text = header(structure("In", '"a": {"shape": "Text"}', ', "required": ["a"]'), TEXT)
    assert "    required<Text> a;\n" in text
    assert "<cppsmith/required.hpp>" in text
    assert "<cppsmith/optional.hpp>" not in text


def test_renamed_members_keep_their_spelling() -> None:
    body = member('{"type": "string"}', name="namespace")
    assert "    optional<S> namespace_{};\n" in body
    assert 'member<&In::namespace_, named<"namespace">, spelled<"namespace">>' in body
    query = member('{"type": "string"}', ', "location": "querystring"', name="namespace")
    assert 'member<&In::namespace_, in_query<"namespace">, spelled<"namespace">>' in query


def test_types_that_a_member_hides_are_qualified() -> None:
    text = header(
        structure("In", '"Tag": {"shape": "Tag"}, "map": {"shape": "M"}, "In": {"shape": "Text"}'),
        structure("Tag", ""),
        '"M": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Tag"}}',
        TEXT,
    )
    assert "    optional<tiny::Tag> Tag{};\n" in text
    assert "    optional<cppsmith::map<Text, tiny::Tag>> map{};\n" in text
    assert "    friend auto operator<=>(tiny::In const&, tiny::In const&) = default;\n" in text


def test_an_operation_without_input_or_output_has_unit() -> None:
    text = header(operations=('"Op": {"http": {"method": "GET", "requestUri": "/"}}',))
    assert "    using request = unit;\n    using response = unit;\n" in text
    assert "    using errors = error_list<>;\n" in text
    assert "boost" not in text


def test_errors_are_sorted_and_said_once() -> None:
    bad = [structure(n, "", ', "exception": true, "error": {"httpStatusCode": 404}') for n in "BA"]
    refs = ', "errors": [{"shape": "B"}, {"shape": "A"}, {"shape": "B"}]}'
    text = generate(load_model(structure("In", ""), *bad, operations=(OPERATION[:-1] + refs,)))
    assert "    using errors = error_list<A, B>;\n" in text["op.hpp"]
    assert '-> structure<"A", error_response<404>>;' in text["a.hpp"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (', "exception": true', "error_response<400>"),
        (', "exception": true, "fault": true', "error_response<500>"),
        (', "error": {"httpStatusCode": 429, "code": "Slow"}', 'error_response<429, "Slow">'),
        (', "error": {"httpStatusCode": 429, "code": "Bad"}', "error_response<429>"),
        (', "exception": true, "retryable": {"throttling": false}', "error_response<400>, retryable"),
        (
            ', "exception": true, "retryable": {"throttling": true}, "sensitive": true',
            "sensitive, error_response<400>, retryable, throttling",
        ),
    ],
)
def test_what_makes_an_error(more: str, said: str) -> None:
    operation = OPERATION[:-1] + ', "errors": [{"shape": "Bad"}]}'
    shapes = (structure("In", ""), structure("Bad", "", more))
    assert f'-> structure<"Bad", {said}>;' in header(*shapes, file="bad.hpp", operations=(operation,))


def test_input_and_output_stand_with_their_only_operation() -> None:
    one = load_model(structure("In", ""), structure("Out", ""), operations=(OPERATION, GET))
    assert set(generate(one)) == {"service.hpp", "op.hpp", "get.hpp"}


@pytest.mark.parametrize(
    "operations",
    [
        (OPERATION, GET, GET.replace('"Get"', '"Again"').replace("/get", "/again")),
        (OPERATION[:-1] + ', "output": {"shape": "Out"}}', GET),
        (OPERATION.replace('"In"', '"Out"')[:-1] + ', "output": {"shape": "Out"}}',),
    ],
)
def test_shared_shapes_have_a_file_of_their_own(operations: tuple[str, ...]) -> None:
    service = load_model(structure("In", ""), structure("Out", ""), operations=operations)
    files = generate(service, "Op" if len(operations) == 1 else "Get")
    assert "out.hpp" in files
    assert "struct Out {" not in "".join(t for n, t in files.items() if n != "out.hpp")


def test_a_shape_that_a_member_uses_has_a_file_of_its_own() -> None:
    shapes = (structure("In", '"a": {"shape": "Out"}'), structure("Out", ""))
    files = generate(load_model(*shapes, operations=(OPERATION, GET)), "Get")
    assert set(files) == {"service.hpp", "get.hpp", "out.hpp"}


def test_shapes_make_way_for_operations() -> None:
    shapes = (structure("In", '"a": {"shape": "Op"}'), structure("Op", ""))
    files = generate(load_model(*shapes))
    assert set(files) == {"service.hpp", "op.hpp", "op_.hpp"}
    assert "struct Op_ {" in files["op_.hpp"]
    assert 'structure<"Op">' in files["op_.hpp"]
    assert "    optional<Op_> a{};\n" in files["op.hpp"]


SHAPES = (
    structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Inner"}'),
    structure("Out", '"b": {"shape": "Inner"}'),
    structure("Inner", '"c": {"shape": "Color"}'),
    '"Color": {"type": "string", "enum": ["a-b", "a.b"]}',
    TEXT,
)


def test_headers_do_not_depend_on_the_operations_asked_for() -> None:
    service = load_model(*SHAPES, operations=(OPERATION, GET))
    whole = generate(service, "all")
    for asked in (["Op"], ["Get"], ["Get", "Op"], ["Op", "Get", "Op"]):
        some = generate(service, *asked)
        assert some.items() <= whole.items()
        assert ("op.hpp" in some, "get.hpp" in some) == ("Op" in asked, "Get" in asked)


def test_headers_do_not_depend_on_the_order_of_the_model() -> None:
    forward = load_model(*SHAPES, operations=(OPERATION, GET))
    backward = load_model(*SHAPES[::-1], operations=(GET, OPERATION))
    assert generate(forward) == generate(backward)


def test_the_digest_tells_models_apart() -> None:
    service = load_model(*SHAPES)
    digests = {service.digest}
    for text in (
        model_text(*SHAPES, apiVersion="2026-01-02"),
        model_text(*SHAPES[:-1], '"Text": {"type": "string", "max": 3}'),
        model_text(structure("In", '"b": {"shape": "Inner"}, "a": {"shape": "Text"}'), *SHAPES[1:]),
    ):
        digests.add(load_text(text).digest)
    assert len(digests) == 4
    assert f"0x{service.digest:016x}" in generate(service)["service.hpp"]


@pytest.mark.parametrize(
    ("said", "comment"),
    [
        ("", "/// Tiny."),
        ("<p>Holds things.</p>", "/// Tiny: Holds things."),
        ("<p>Tiny holds things.</p>", "/// Tiny holds things."),
    ],
)
def test_a_service_is_named_once(said: str, comment: str) -> None:
    service = replace(load_model(*SHAPES), name="Tiny", documentation=said)
    assert comment in generate(service)["service.hpp"].splitlines()


def test_another_root_namespace_and_prefix() -> None:
    target = Target("acme::v2", "acme/v2")
    service = load_model(*SHAPES, '"N": {"type": "integer", "min": 1}')
    headers = resolve(service, ["Op"], target)
    assert {h.path for h in headers.headers} == {
        f"acme/v2/tiny/{name}.hpp" for name in ("service", "op", "inner", "color")
    }
    text = generate(service, "Op", target=target)
    assert "namespace acme::v2::tiny {\n" in text["op.hpp"]
    assert "#include <acme/v2/tiny/inner.hpp>\n" in text["op.hpp"]
    assert "#include <cppsmith/text.hpp>\n" in text["op.hpp"]
    assert 'using Text = cppsmith::text<"Text">;\n' in text["op.hpp"]
    assert "    cppsmith::optional<Inner> b{};\n" in text["op.hpp"]
    assert "static_assert(cppsmith::operation<Op>);\n" in text["op.hpp"]
    assert "    using protocol = cppsmith::rest_json1;\n" in text["service.hpp"]
    assert "#define ACME_V2_TINY_MODEL 0x" in text["service.hpp"]


def test_documentation_is_said_once_where_it_belongs() -> None:
    text = header(
        structure(
            "In",
            '"a": {"shape": "N", "documentation": "<p>How many</p>"}, "b": {"shape": "N"},'
            ' "c": {"shape": "L"}, "d": {"shape": "L", "deprecated": true, "deprecatedMessage": "b"}',
        ),
        '"N": {"type": "integer", "min": 1, "documentation": "<p>A number.</p>"}',
        '"L": {"type": "list", "member": {"shape": "N"}, "min": 2, "max": 2}',
    )
    fields = text[text.index("struct In") : text.index("friend")]
    assert [line.strip() for line in fields.splitlines()[1:] if line.strip()] == [
        "/// How many. 1 at least.",
        'optional<std::int32_t, number<"N", at_least<1>>> a{};',
        "/// A number. 1 at least.",
        'optional<std::int32_t, number<"N", at_least<1>>> b{};',
        "/// Exactly 2 elements.",
        "optional<std::vector<std::int32_t>> c{};",
        "/// Exactly 2 elements.",
        "///",
        "/// Deprecated: b",
        '[[deprecated("b")]]',
        "optional<std::vector<std::int32_t>> d{};",
    ]
    assert "/// The input of the Op operation.\nstruct In {" in text


def test_hostile_texts_stay_within_their_literals() -> None:
    wire = r'x\"y\\z\n\u0000\u202e??/é'
    shapes = (
        structure("In", f'"a": {{"shape": "Text", "locationName": "{wire}"}}'),
        '"Text": {"type": "string", "pattern": "a\\nb`//*/??/\\\\\\\\", "documentation": "*/ \\\\\\n#error"}',
    )
    assert r'named<"x\"y\\z\n\000\342\200\256?\?/é">' in header(*shapes)
    text = header(*shapes, file="text.hpp")
    assert "/// */ \\ #error\n" in text
    assert "/// Pattern: ``a b`//*/??/\\\\``\n" in text
    assert r'source = "a\nb`//*/?\?/\\\\";' in text


def test_a_member_with_constraints_of_its_own_has_a_type_of_its_own() -> None:
    text = header(
        structure("In", '"a": {"shape": "Text", "max": 3}, "b": {"shape": "Text"}, "c": {"shape": "N", "min": 2}'),
        '"Text": {"type": "string", "min": 1, "max": 9}',
        '"N": {"type": "integer"}',
    )
    assert 'using In_a = text<"In$a", length<0, 3>>;\nusing Text = text<"Text", length<1, 9>>;\n' in text
    assert "    optional<In_a> a{};\n\n    optional<Text> b{};\n" in text
    assert 'optional<std::int32_t, number<"In$c", at_least<2>>> c{};' in text


def test_constraints_on_a_use_of_an_enumeration_make_no_other_type() -> None:
    text = header(
        structure("In", '"a": {"shape": "Mode", "max": 3}, "b": {"shape": "N", "min": -1}'),
        '"Mode": {"type": "string", "enum": ["on", "off"]}',
        '"N": {"type": "double", "max": 0.5}',
    )
    assert "optional<open_enum<Mode>> a{};" in text
    assert 'optional<double, number<"In$b", at_least<-1.0>>> b{};' in text


def test_a_label_of_the_path_cannot_be_empty() -> None:
    operations = ('"Op": {"http": {"method": "GET", "requestUri": "/{a}/{b}"}, "input": {"shape": "In"}}',)
    text = header(
        structure(
            "In",
            '"a": {"shape": "Text", "location": "uri", "locationName": "a"},'
            ' "b": {"shape": "Full", "location": "uri", "locationName": "b"}',
            ', "required": ["a", "b"]',
        ),
        '"Text": {"type": "string", "max": 9}',
        '"Full": {"type": "string", "min": 2}',
        operations=operations,
    )
    assert 'using In_a = text<"In$a", length<1, 9>>;\n' in text
    assert "    required<Full> b;\n" in text


def test_a_pattern_has_a_header_of_its_own() -> None:
    made = '{"type": "string", "pattern": "%s"}'
    text = member(made % "[a-z]{3}", file="s.hpp")
    assert '/// Pattern: `[a-z]{3}`\nusing S = text<"S", characters<0x0, 0x7fffffe00000000, false, 3, 3>>;\n' in text
    text = member(made % "a|bc", file="s.hpp")
    assert 'using S = text<"S", pattern<patterns::S>>;\n' in text
    assert '    static constexpr std::string_view source = "a|bc";\n' in text
    assert "#include <cppsmith/pattern.hpp>\n" in text
    text = member(made % "(a)\\\\1", file="s.hpp")
    assert '/// Pattern, not checked because of a back-reference: `(a)\\1`\nusing S = text<"S">;\n' in text
    assert "pattern.hpp" not in text
    assert "#include <cppsmith/tiny/s.hpp>\n" in member(made % "a|bc")


def test_names_that_would_be_one_are_told_apart() -> None:
    shapes = ("FooBar", "FooBAR", "fooBar", "text", "text_", "Op", "Op_")
    members = ", ".join(f'"m{i}": {{"shape": "{name}"}}' for i, name in enumerate(shapes))
    forward = [structure(name, "") for name in shapes]
    made = generate(load_model(structure("In", members), *forward))
    assert generate(load_model(structure("In", members), *forward[::-1])).keys() == made.keys()
    assert "struct FooBAR {" in made["foo_bar.hpp"]
    assert "struct FooBar {" in made["foo_bar_.hpp"]
    assert "struct fooBar {" in made["foo_bar__.hpp"]
    assert "struct text_ {" in made["text_.hpp"]
    assert "struct text__ {" in made["text.hpp"]
    assert 'structure<"text">' in made["text.hpp"]
    assert "struct Op {" in made["op.hpp"]
    assert 'structure<"Op">' in made["op__.hpp"]
    assert "struct Op__ {" in made["op__.hpp"]
    assert "struct Op_ {" in made["op_.hpp"]


def test_more_members_than_boost_describe_takes_are_listed() -> None:
    text = header(structure("In", ", ".join(f'"m{i}": {{"shape": "Text"}}' for i in range(53))), TEXT)
    assert "BOOST_DESCRIBE" not in text and "boost/describe" not in text
    assert 'auto members_of(In const&)\n    -> member_list<described<&In::m0, "m0">, described<&In::m1, "m1">,' in text
    fewer = header(structure("In", ", ".join(f'"m{i}": {{"shape": "Text"}}' for i in range(52))), TEXT)
    assert "BOOST_DESCRIBE_STRUCT(In, ()," in fewer


def test_more_values_than_boost_describe_takes_stand_in_an_array() -> None:
    values = [f"v-{i}" for i in range(53)]
    text = header(
        structure("In", '"e": {"shape": "E"}'), f'"E": {{"type": "string", "enum": {values}}}'.replace("'", '"'),
        file="e.hpp",
    )
    assert 'inline constexpr std::string_view E_values[] = {\n    "v-0",\n    "v-1",\n' in text
    assert 'auto shape_of(E) -> enumeration_of<"E", E_values>;' in text
    assert "BOOST_DESCRIBE" not in text and "    v_52,\n};" in text
