"""Endpoint rules: what they become in C++, and what is refused with its place."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from models import METADATA, messages

from cppsmith_codegen.companions import Companions
from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.load import load_node
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.source import parse, read

REGION = '"Region": {"type": "string", "builtIn": "AWS::Region"}'
FIPS = '"UseFIPS": {"type": "boolean", "required": true, "default": false}'
IS_SET = '{"fn": "isSet", "argv": [{"ref": "Region"}]}'
NONE = '{"type": "error", "conditions": [], "error": "none"}'
OPERATION = '{"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}%s}'
SHAPES = """{"In": {"type": "structure", "members": {"a": {"shape": "Text"%s}, "n": {"shape": "Number"},
"l": {"shape": "List"}, "m": {"shape": "Map"}, "s": {"shape": "S"}}},
"S": {"type": "structure", "members": {"t": {"shape": "Text"}}},
"Text": {"type": "string"}, "Number": {"type": "integer"},
"List": {"type": "list", "member": {"shape": "S"}},
"Map": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Number"}}}"""


def rule_set(rules: str, parameters: str = f"{REGION},\n{FIPS}") -> str:
    """A rule set whose rules begin in line 4."""
    return f'{{"version": "1.0", "parameters": {{{parameters}}}, "rules": [\n{rules}\n]}}'


def rule(conditions: str, result: str = '"error": "found"') -> str:
    kind = "endpoint" if result.startswith('"endpoint"') else "tree" if result.startswith('"rules"') else "error"
    return f'{{"type": "{kind}", "conditions": [{conditions}], {result}}}'


def call(function: str, *arguments: str, assign: str = "") -> str:
    more = f', "assign": "{assign}"' if assign else ""
    return f'{{"fn": "{function}", "argv": [{", ".join(arguments)}]{more}}}'


def headers(rules: str | Path, operation: str = "", member: str = "") -> dict[str, str]:
    """Every header of a tiny service with these rules."""
    root = read(rules) if isinstance(rules, Path) else parse(Source("rules.json", rules))
    model = f'{{"metadata": {json.dumps(METADATA)}, "operations": {{\n"Op": {OPERATION % operation}}}, "shapes": {SHAPES % member}}}'
    service = load_node(parse(Source("tiny.json", model)), Companions(endpoint_rules=root))
    return {Path(f.path).name: f.text for f in render(resolve(service, ["Op"]))}


def body(rules: str) -> list[str]:
    """The lines of `resolve`."""
    lines = headers(rules)["endpoint_rules.hpp"].splitlines()
    begin = next(i for i, line in enumerate(lines) if " resolve(" in line)
    return [line[8:] for line in lines[begin + 1 : lines.index("    }", begin)]]


def test_rules_become_plain_code() -> None:
    partition = call("aws.partition", '{"ref": "Region"}', assign="part")
    fips = call("booleanEquals", '{"ref": "UseFIPS"}', "true")
    supported = call("booleanEquals", "true", call("getAttr", '{"ref": "part"}', '"supportsFIPS"'))
    url = '"endpoint": {"url": "https://x.{Region}.{part#dnsSuffix}"}'
    inner = f'"rules": [{rule(fips, url)}, {rule(f"{fips}, {supported}")}, {rule("", url)}]'
    made = body(rule_set(f'{rule(f"{IS_SET}, {partition}", inner)},\n{NONE}'))
    assert made == [
        "if (p.Region) {",
        "    auto const& part = rules.partition(*p.Region);",
        '    if (p.UseFIPS) return rules.endpoint({"https://x.", *p.Region, ".", part.dns_suffix});',
        '    if (p.UseFIPS && part.supports_fips) return rules.error({"found"});',
        '    return rules.endpoint({"https://x.", *p.Region, ".", part.dns_suffix});',
        "}",
        'return rules.error({"none"});',
    ]


def test_a_tree_is_left_only_with_a_result() -> None:
    made = body(rule_set(f'{rule(IS_SET, chr(34) + "rules" + chr(34) + ": [" + rule(call("not", IS_SET)) + "]")},\n{NONE}'))
    assert made == ["if (p.Region) return rules.no_match();", 'return rules.error({"none"});']


def test_variables_are_named_apart_from_what_is_there() -> None:
    conditions = ", ".join(
        (IS_SET, call("parseURL", '{"ref": "Region"}', assign="rules"), call("parseURL", '{"ref": "Region"}', assign="class"))
    )
    made = body(rule_set(rule(conditions, '"error": "{rules#path}{class#path}"')))
    assert "if (auto const rules_ = rules.parse_url(*p.Region)) {" in made[1]
    assert made[2].strip() == 'if (auto const class_ = rules.parse_url(*p.Region)) return rules.error({rules_->path, class_->path});'


def test_what_old_rules_do_not_say_is_set_is_tested() -> None:
    label = call("isValidHostLabel", '{"ref": "Region"}', "false")
    made = body(rule_set(f'{rule(label)},\n{rule("", chr(34) + "error" + chr(34) + ": " + chr(34) + "in {Region}" + chr(34))}'))
    assert made == [
        'if (p.Region && rules.is_valid_host_label(*p.Region, false)) return rules.error({"found"});',
        'if (!p.Region) return rules.missing("Region");',
        'return rules.error({"in ", *p.Region});',
    ]


def test_newer_functions() -> None:
    parts = call("split", '{"ref": "Region"}', '"--"', "0", assign="parts")
    first = call("getAttr", '{"ref": "parts"}', '"[-1]"', assign="last")
    choice = call("ite", '{"ref": "UseFIPS"}', '"-fips"', '""', assign="suffix")
    made = body(rule_set(rule(f"{IS_SET}, {parts}, {first}, {choice}", '"error": "{last}{suffix}"')))
    joined = "\n".join(made)
    assert 'rules.split(*p.Region, "--", 0)' in joined
    assert "rules.at(parts, -1)" in joined
    assert 'rules.ite(p.UseFIPS, rules.text({"-fips"}), rules.text({""}))' in joined
    fallback = call("stringEquals", call("coalesce", '{"ref": "Region"}', '"us-east-1"'), '"x"')
    assert 'rules.coalesce(p.Region, "us-east-1") == "x"' in "\n".join(body(rule_set(rule(fallback))))


def test_an_index_into_what_may_be_unset_is_asked_of_the_rules(compiler: str, root: Path, tmp_path: Path) -> None:
    last = call("getAttr", call("aws.parseArn", '{"ref": "Region"}'), '"resourceId[-1]"', assign="last")
    made = headers(rule_set(f"{rule(f'{IS_SET}, {last}', chr(34) + 'error' + chr(34) + ': ' + chr(34) + '{last}' + chr(34))},\n{NONE}"))
    (tmp_path / "rules.hpp").write_text(made["endpoint_rules.hpp"])
    (tmp_path / "last.cpp").write_text("""#include "rules.hpp"
#include <cppsmith/endpoint/rules.hpp>
constexpr bool is_last(std::string_view arn, std::string_view last) {
    cppsmith::endpoints::rules rules;
    cppsmith::tiny::endpoint_rules::parameters p;
    p.Region = arn;
    return cppsmith::tiny::endpoint_rules::resolve(rules, p).error == last;
}
static_assert(is_last("arn:aws:s3:::a/b", "b"));
static_assert(is_last("no arn", "none"));
""")
    command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", str(root / "include")]
    done = subprocess.run([*command, str(tmp_path / "last.cpp")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:3000]


def test_deep_rules_become_several_functions() -> None:
    rules = rule(IS_SET)
    for depth in range(40):
        name = f"u{depth}"
        rules = rule(call("parseURL", '{"ref": "Region"}', assign=name), f'"rules": [{rules}, {rule("", chr(34) + "error" + chr(34) + ": " + chr(34) + "{" + name + "#path}" + chr(34))}]')
    lines = headers(rule_set(rule(IS_SET, f'"rules": [{rules}]')))["endpoint_rules.hpp"].splitlines()
    assert any("part_5(" in line for line in lines)
    begin = next(i for i, line in enumerate(lines) if " resolve(" in line)
    assert lines[begin - 1].startswith("    /// The endpoint for these parameters")
    assert begin < lines.index("  private:") < next(i for i, line in enumerate(lines) if "outcome part_" in line)
    assert max(len(line) - len(line.lstrip()) for line in lines) < 64


WRONG: list[tuple[str, str]] = [
    ('{"parameters": {}, "rules": []}', "rules.json:1: endpoint rules: 'version' is missing"),
    ('{"version": "2.0", "parameters": {}, "rules": [%s]}' % NONE, "rules.json:1: endpoint rules: version '2.0' of the rules is not supported; 1 is"),
    ('[]', "rules.json:1: endpoint rules: a rule set must be an object, not an array"),
    (rule_set(""), "rules.json:2: endpoint rules: 'rules' is empty"),
    (rule_set(NONE, '"a b": {"type": "string"}'), "rules.json:1: endpoint rules: a parameter cannot be called 'a b'"),
    (rule_set(NONE, '"A": {"type": "map"}'), "rules.json:1: endpoint rules: A: the type 'map' is not known"),
    (rule_set(NONE, '"A": {"type": "string", "required": true, "default": true}'), "rules.json:1: endpoint rules: A: 'default' must be of the type string, not a boolean"),
    (rule_set(NONE, '"A": {"type": "string", "default": "x"}'), "rules.json:1: endpoint rules: A: has a default and is not required"),
    (rule_set(NONE, '"A": {"type": "string", "sparkles": 1}'), "rules.json:1: endpoint rules: A: the key 'sparkles' is not known"),
    (rule_set('{"type": "leaf"}'), "rules.json:3: endpoint rules: the kind of rule 'leaf' is not known"),
    (rule_set('{"type": "error", "conditions": []}'), "rules.json:3: endpoint rules: 'error' is missing"),
    (rule_set('{"type": "endpoint", "conditions": []}'), "rules.json:3: endpoint rules: 'endpoint' is missing"),
    (rule_set('{"type": "tree", "conditions": [], "rules": []}'), "rules.json:3: endpoint rules: 'rules' is empty"),
    (rule_set(rule('"x"')), "rules.json:3: endpoint rules: a condition must be an object, not a string"),
    (rule_set(rule("", '"error": "{a"')), "rules.json:3: endpoint rules: '{a' is no template"),
    (rule_set(rule("", '"error": "a}"')), "rules.json:3: endpoint rules: 'a}' is no template"),
    (rule_set(rule("", '"error": 1.5')), "rules.json:3: endpoint rules: a number is no expression"),
    (rule_set(rule("", '"error": 15')), "rules.json:3: endpoint rules: a string is needed here, not a number"),
    (rule_set(rule("", '"error": "{Nobody}"')), "rules.json:3: endpoint rules: there is no parameter or variable 'Nobody' here"),
    (rule_set(rule(call("sparkle", "1"))), "rules.json:3: endpoint rules: the function 'sparkle' is not known"),
    (rule_set(rule(call("isSet", "1", "2"))), "rules.json:3: endpoint rules: 'isSet' takes 1 arguments, not 2"),
    (rule_set(rule(call("uriEncode", '{"ref": "UseFIPS"}'))), "rules.json:3: endpoint rules: a string is needed here, not a boolean"),
    (rule_set(rule(call("getAttr", '{"ref": "UseFIPS"}', '"x"'))), "rules.json:3: endpoint rules: a boolean has no 'x'"),
    (rule_set(rule(call("getAttr", call("aws.partition", '"x"'), '"x"'))), "rules.json:3: endpoint rules: a partition has no 'x'"),
    (rule_set(rule(call("getAttr", call("aws.partition", '"x"'), '"[0]"'))), "rules.json:3: endpoint rules: an index needs an array, not a partition"),
    (rule_set(rule(call("getAttr", call("aws.partition", '"x"'), '"a b"'))), "rules.json:3: endpoint rules: 'getAttr' takes a path such as name or list[0]"),
    (rule_set(rule(f'{IS_SET}, {call("parseURL", chr(34) + "x" + chr(34), assign="Region")}')), "rules.json:3: endpoint rules: the variable 'Region' is in use already"),
    (rule_set(rule(call("coalesce", '{"ref": "Region"}', "true"))), "rules.json:3: endpoint rules: 'coalesce' takes two or more values of one kind"),
    (rule_set(rule("", '"endpoint": {"url": "https://x", "properties": {"authSchemes": [{}]}}')), "rules.json:3: endpoint rules: an authentication scheme is an object with a 'name'"),
    (rule_set(rule("", '"endpoint": {"url": "https://x", "properties": {"authSchemes": [{"name": "a", "b": "c"}]}}')), "rules.json:3: endpoint rules: the property 'b' of an authentication scheme is not supported"),
    (rule_set(rule(call("substring", '"x"', "0", "4294967297", "false"))), "rules.json:3: endpoint rules: the number 4294967297 is beyond 32 bits"),
    (rule_set(rule("", '"endpoint": {"url": "https://x", "headers": {"a": "b"}}')), "rules.json:3: endpoint rules: a header must be an array, not a string"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[m for _, m in WRONG])
def test_what_means_nothing_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        headers(text)
    assert message in messages(error.value)


def given(*, operation: str = "", member: str = "", parameters: str = '"Text": {"type": "string"}') -> str:
    lists = '"Texts": {"type": "stringArray"}, "Flag": {"type": "boolean"}'
    text = headers(rule_set(NONE, f"{parameters}, {lists}"), operation, member)["op.hpp"]
    return " ".join(text.partition("using traits =")[2].partition(";")[0].split()).replace("< ", "<")


@pytest.mark.parametrize(
    ("operation", "member", "traits"),
    [
        ("", ', "contextParam": {"name": "Text"}', 'endpoint_input<"Text", &request::a>'),
        (', "staticContextParams": {"Text": {"value": "x"}}', "", 'endpoint_text<"Text", "x">'),
        (', "staticContextParams": {"Flag": {"value": true}}', "", 'endpoint_flag<"Flag", true>'),
        (', "staticContextParams": {"Texts": {"value": ["x", "y"]}}', "", 'endpoint_texts<"Texts", "x", "y">'),
        (', "operationContextParams": {"Text": {"path": "s.t"}}', "", 'endpoint_input<"Text", &request::s, &S::t>'),
        (', "operationContextParams": {"Texts": {"path": "l[*].t"}}', "", 'endpoint_input<"Texts", &request::l, every_element, &S::t>'),
        (', "operationContextParams": {"Texts": {"path": "keys(m)"}}', "", 'endpoint_input<"Texts", &request::m, every_key>'),
        (
            ', "operationContextParams": {"Texts": {"path": "l[*].[t, t][]"}}',
            "",
            'endpoint_input<"Texts", &request::l, every_element, every_path<request_path<&S::t>, request_path<&S::t>>>',
        ),
    ],
)
def test_what_operations_say_of_their_endpoint(operation: str, member: str, traits: str) -> None:
    assert given(operation=operation, member=member) == f"operation_traits<{traits}>"


@pytest.mark.parametrize(
    ("operation", "member", "message"),
    [
        ("", ', "contextParam": {"name": "Nobody"}', "tiny.json:2: Op: the endpoint rules have no parameter 'Nobody'"),
        ("", ', "contextParam": {"name": "Flag"}', "tiny.json:2: Op: the parameter 'Flag' of the endpoint rules is a boolean, not a string"),
        ("", ', "contextParam": {}', "tiny.json:2: In.a: 'name' is missing"),
        (', "staticContextParams": {"Text": {"value": true}}', "", "tiny.json:2: Op: the parameter 'Text' of the endpoint rules is a string"),
        (', "staticContextParams": {"Text": {"value": 1}}', "", "tiny.json:2: Op: 'Text' must have a 'value', a string, a boolean or an array of strings"),
        (', "operationContextParams": {"Text": {"path": "s.x"}}', "", "tiny.json:2: Op: 's.x' names 'x', which is no member of 'S'"),
        (', "operationContextParams": {"Text": {"path": "s[*].t"}}', "", "tiny.json:2: Op: 's[*].t' goes over 'S', which is no list"),
        (', "operationContextParams": {"Text": {"path": "keys(s)"}}', "", "tiny.json:2: Op: 's' names"),
        (', "operationContextParams": {"Text": {"path": "n"}}', "", "tiny.json:2: Op: the parameter 'Text' of the endpoint rules is a string, not a integer"),
        (', "operationContextParams": {"Text": {"path": "a |"}}', "", "tiny.json:2: Op: the path 'a |' is no JMESPath expression"),
        (', "operationContextParams": {"Text": {"path": "length(l)"}}', "", "tiny.json:2: Op: the path 'length(l)' is not supported for endpoint rules"),
    ],
)
def test_what_rules_do_not_know_is_refused(operation: str, member: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        given(operation=operation, member=member)
    said = " ".join(messages(error.value))
    if "keys(s)" in operation:
        assert "wants the keys of 'S', which is no map" in said
    else:
        assert message in said


def test_nothing_is_said_of_endpoints_without_rules() -> None:
    model = f'{{"metadata": {json.dumps(METADATA)}, "operations": {{"Op": {OPERATION % ""}}}, "shapes": {SHAPES % ""}}}'
    made = render(resolve(load_node(parse(Source("tiny.json", model))), ["Op"]))
    assert all("endpoint_rules" not in f.path for f in made)


def _installed(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("endpoint-rule-set-1.json*"))


def test_every_installed_rule_set_generates(botocore_data: Path, tmp_path: Path, clang_format: str, root: Path) -> None:
    paths = _installed(botocore_data)
    assert len(paths) > 100
    distinct: dict[str, Path] = {}
    for path in paths:
        distinct.setdefault(headers(path)["endpoint_rules.hpp"], path)
    files: list[str] = []
    for number, text in enumerate(distinct):
        file = tmp_path / f"{number}.hpp"
        file.write_text(text)
        files.append(str(file))
    style = f"--style=file:{root / '.clang-format'}"
    done = subprocess.run([clang_format, style, "--dry-run", "-Werror", *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:2000]
    print(f"{len(paths)} rule sets of the installed botocore, {len(distinct)} of them different")


def test_the_largest_installed_rule_sets_compile(botocore_data: Path, tmp_path: Path, compiler: str, root: Path) -> None:
    """All of them compile with CPPSMITH_RULE_SETS=all, ten otherwise: the largest and some more."""
    texts = {headers(path)["endpoint_rules.hpp"]: path for path in _installed(botocore_data)}
    largest = sorted(texts, key=len, reverse=True)
    chosen = largest if os.environ.get("CPPSMITH_RULE_SETS") == "all" else [*largest[:5], *largest[5 :: len(largest) // 5][:5]]
    lines: list[str] = ["#include <cppsmith/endpoint/rules.hpp>"]
    for number, text in enumerate(chosen):
        apart = text.replace("CPPSMITH_TINY_", f"SET_{number}_").replace("namespace cppsmith::tiny", f"namespace set_{number}")
        (tmp_path / f"{number}.hpp").write_text(apart)
        lines += [
            f'#include "{number}.hpp"',
            f"auto f{number}(cppsmith::endpoints::rules& r, set_{number}::endpoint_rules::parameters const& p) {{",
            f"    return set_{number}::endpoint_rules::resolve(r, p);",
            "}",
        ]
    (tmp_path / "all.cpp").write_text("\n".join(lines) + "\n")
    flags = ["-std=c++20", "-O0", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror", "-c", "-o", os.devnull]
    command = [compiler, *flags, "-I", str(root / "include"), str(tmp_path / "all.cpp")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:3000]
