"""The overlay: rules and constraints, checked against the model."""

import json

import pytest
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.load_overlay import load_overlay
from cppsmith_codegen.overlay import (
    Absent,
    All,
    Any,
    Constraint,
    Empty,
    Equals,
    MemberPath,
    Not,
    Present,
    Rule,
    apply_overlay,
)
from cppsmith_codegen.shapes import Limits
from models import TEXT, generate, load_model, messages, overlay_text, structure

SERVICE = load_model(
    structure("In", '"text": {"shape": "Text"}, "color": {"shape": "Color"}, "on": {"shape": "On"},'
              ' "size": {"shape": "Size"}, "inner": {"shape": "Inner"}, "list": {"shape": "List"},'
              ' "ratio": {"shape": "Ratio"}'),
    structure("Inner", '"text": {"shape": "Short"}'),
    TEXT,
    '"Short": {"type": "string", "min": 2, "max": 4, "pattern": "[a-z]+"}',
    '"Color": {"type": "string", "enum": ["RED", "GREEN"]}',
    '"On": {"type": "boolean"}',
    '"Size": {"type": "integer"}',
    '"Ratio": {"type": "double"}',
    '"List": {"type": "list", "member": {"shape": "Text"}}',
)  # fmt: skip


def rules(*said: str) -> str:
    return '{"format": 1, "rules": [\n' + ",\n".join(said) + "]}"


def rule(condition: str = '{"present": "text"}', then: str = '{"absent": "on"}', **more: str) -> str:
    head = {"id": "r", "shape": "In", "message": "m", "source": "s"} | more
    keys = ", ".join(f'"{k}": {json.dumps(v)}' for k, v in head.items() if v is not None)
    return f'{{{keys}, "when": {condition}, "then": {then}}}'


def constraints(*said: str) -> str:
    return '{"format": 1, "constraints": [\n' + ",\n".join(said) + "]}"


def test_a_rule_with_every_predicate() -> None:
    when = (
        '{"all": [{"present": "inner.text"}, {"not": {"empty": "list"}},'
        ' {"any": [{"equals": {"member": "color", "value": "RED"}},'
        ' {"equals": {"member": "on", "value": false}},'
        ' {"equals": {"member": "size", "value": 3}},'
        ' {"equals": {"member": "ratio", "value": 0.5}},'
        ' {"equals": {"member": "text", "value": ""}}]}]}'
    )
    overlay = overlay_text(rules(rule(when)), SERVICE)
    expected = All(
        (
            Present(MemberPath(("inner", "text"))),
            Not(Empty(MemberPath(("list",)))),
            Any(
                (
                    Equals(MemberPath(("color",)), "RED"),
                    Equals(MemberPath(("on",)), False),
                    Equals(MemberPath(("size",)), 3),
                    Equals(MemberPath(("ratio",)), 0.5),
                    Equals(MemberPath(("text",)), ""),
                )
            ),
        )
    )
    then = Absent(MemberPath(("on",)))
    assert overlay.rules == (Rule("r", "In", expected, then, None, "m", "s"),)
    assert overlay.digest


BROKEN = [
    ("[]", "tiny.rules.json:1: an overlay must be an object, not an array"),
    ("{}", "tiny.rules.json:1: 'format' is missing"),
    ('{"format": 2}', "tiny.rules.json:1: 'format' must be 1, the only one there is"),
    ('{"format": true}', "tiny.rules.json:1: 'format' must be 1, the only one there is"),
    ('{"format": 1, "rulez": []}', "tiny.rules.json:1: the key 'rulez' is not known"),
    ('{"format": 1, "rules": {}}', "tiny.rules.json:1: 'rules' must be an array, not an object"),
    (rules("1"), "tiny.rules.json:2: a rule must be an object, not a number"),
    (rules("{}"), "tiny.rules.json:2: 'id' is missing"),
    (rules(rule(shape="Nope")), "tiny.rules.json:2: r: there is no shape 'Nope'"),
    (rules(rule(shape="Text")), "tiny.rules.json:2: r: 'Text' is no structure"),
    (rules(rule(message=None)), "tiny.rules.json:2: r: 'message' is missing"),
    (rules(rule(source="")), "tiny.rules.json:2: r: 'source' is empty"),
    (rules(rule(mood="bad")), "tiny.rules.json:2: r: the key 'mood' is not known"),
    (rules(rule(), rule()), "tiny.rules.json:3: r: there is another rule of this id"),
    (rules(rule("[]")), "tiny.rules.json:2: r: a condition must be an object, not an array"),
    (rules(rule("{}")), "tiny.rules.json:2: r: a condition has exactly one predicate"),
    (rules(rule('{"all": []}')), "tiny.rules.json:2: r: 'all' holds no condition"),
    (rules(rule('{"all": {}}')), "tiny.rules.json:2: r: 'all' must be an array, not an object"),
    (rules(rule('{"matches": "text"}')), "tiny.rules.json:2: r: the predicate 'matches' is not known"),
    (rules(rule('{"present": 1}')), "tiny.rules.json:2: r: 'present' must be a member, not a number"),
    (rules(rule('{"present": "nope"}')), "tiny.rules.json:2: r: 'nope': 'In' has no member 'nope'"),
    (rules(rule('{"present": "inner.x"}')), "tiny.rules.json:2: r: 'inner.x': 'Inner' has no member 'x'"),
    (rules(rule('{"present": "text.x"}')), "tiny.rules.json:2: r: 'text.x': 'Text' is a string, which has no members"),
    (rules(rule('{"present": ""}')), "tiny.rules.json:2: r: '': 'In' has no member ''"),
    (rules(rule('{"empty": "on"}')), "tiny.rules.json:2: r: 'on' is a boolean, which cannot be empty"),
    (rules(rule('{"equals": "text"}')), "tiny.rules.json:2: r: 'equals' must be an object, not a string"),
    (rules(rule('{"equals": {"member": "on"}}')), "tiny.rules.json:2: r: 'value' is missing"),
    (rules(rule('{"equals": {"value": 1}}')), "tiny.rules.json:2: r: 'member' is missing"),
    (rules(rule('{"equals": {"member": "on", "value": "true"}}')), "tiny.rules.json:2: r: 'on' is a boolean and cannot equal a string"),
    (rules(rule('{"equals": {"member": "size", "value": true}}')), "tiny.rules.json:2: r: 'size' is an integer and cannot equal a boolean"),
    (rules(rule('{"equals": {"member": "size", "value": null}}')), "tiny.rules.json:2: r: 'size' is an integer and cannot equal null"),
    (rules(rule('{"equals": {"member": "list", "value": "a"}}')), "tiny.rules.json:2: r: 'list' is a list and cannot equal a string"),
    (rules(rule('{"equals": {"member": "color", "value": "BLUE"}}')), "tiny.rules.json:2: r: 'BLUE' is no value of Color (RED, GREEN)"),
    (rules('{"id": "r", "shape": "In", "message": "m", "source": "s", "then": {"absent": "on"}}'), "tiny.rules.json:2: r: 'when' is missing"),
    (rules('{"id": "r", "shape": "In", "message": "m", "source": "s", "when": {"absent": "on"}}'), "tiny.rules.json:2: r: 'then' or 'otherwise' is missing"),
    (constraints("3"), "tiny.rules.json:2: a constraint must be an object, not a number"),
    (constraints('{"shape": "Nope", "max": 3, "reason": "r"}'), "tiny.rules.json:2: constraint: there is no shape 'Nope'"),
    (constraints('{"shape": "Short", "max": 9}'), "tiny.rules.json:2: Short: 'reason' is missing"),
    (constraints('{"shape": "Short", "reason": "r"}'), "tiny.rules.json:2: Short: neither 'min' nor 'max' nor 'pattern' is given"),
    (constraints('{"shape": "Short", "max": 1, "reason": "r"}'), "tiny.rules.json:2: Short: 'min' (2) is more than 'max' (1)"),
    (constraints('{"shape": "Short", "max": "9", "reason": "r"}'), "tiny.rules.json:2: Short: 'max' must be a number, not a string"),
    (constraints('{"shape": "Short", "max": 1.5, "reason": "r"}'), "tiny.rules.json:2: Short: 'max' must be a whole number, not 1.5"),
    (constraints('{"shape": "Short", "min": -1, "reason": "r"}'), "tiny.rules.json:2: Short: 'min' is a length and cannot be -1"),
    (constraints('{"shape": "Short", "pattern": 1, "reason": "r"}'), "tiny.rules.json:2: Short: 'pattern' must be a regular expression or null, not a number"),
    (constraints(r'{"shape": "Short", "pattern": "(a)\\1", "reason": "r"}'), "tiny.rules.json:2: Short: 'pattern' cannot be checked because of a back-reference"),
    (constraints('{"shape": "Size", "pattern": null, "reason": "r"}'), "tiny.rules.json:2: Size: an integer has no 'pattern'"),
    (constraints('{"shape": "On", "max": 1, "reason": "r"}'), "tiny.rules.json:2: On: a boolean has no 'max'"),
    (constraints('{"shape": "Short", "maximum": 1, "reason": "r"}'), "tiny.rules.json:2: Short: the key 'maximum' is not known"),
    (constraints(*['{"shape": "Short", "max": 9, "reason": "r"}'] * 2), "tiny.rules.json:3: Short: there is another constraint on this shape"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[m for _, m in BROKEN])
def test_broken_overlays_are_refused(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        overlay_text(text, SERVICE)
    assert message in messages(error.value)


def test_constraints_change_limits_and_the_digest() -> None:
    text = constraints('{"shape": "Short", "max": 64, "pattern": null, "reason": "r"}')
    overlay = overlay_text(text, SERVICE)
    assert overlay.constraints == (Constraint("Short", Limits(None, 64), ("pattern",), None, "r"),)
    changed = apply_overlay(SERVICE, overlay)
    assert changed.digest != SERVICE.digest
    assert changed.shape("Short").limits == Limits(2, 64)
    assert 'using Short = text<"Short", length<2, 64>>;' in generate(changed)["inner.hpp"]
    assert "short.hpp" not in generate(changed)
    assert "Pattern" not in generate(changed)["inner.hpp"]


def test_constraints_drop_limits() -> None:
    text = constraints('{"shape": "Short", "min": null, "reason": "r"}')
    changed = apply_overlay(SERVICE, overlay_text(text, SERVICE))
    assert changed.shape("Short").limits == Limits(None, 4)
    assert changed.shape("Short").pattern == "[a-z]+"


def test_a_pattern_replaces_that_of_the_model() -> None:
    text = constraints('{"shape": "Short", "pattern": "[a-z_]+", "reason": "r"}')
    changed = apply_overlay(SERVICE, overlay_text(text, SERVICE))
    assert "/// Pattern: `[a-z_]+`" in generate(changed)["short.hpp"]


def test_an_overlay_that_says_nothing_changes_nothing() -> None:
    overlay = overlay_text('{"format": 1, "rules": [], "constraints": []}', SERVICE)
    assert apply_overlay(SERVICE, overlay) is SERVICE


def test_rules_stand_with_their_structure() -> None:
    when = (
        '{"all": [{"present": "inner.text"}, {"not": {"empty": "list"}},'
        ' {"equals": {"member": "on", "value": false}}, {"equals": {"member": "ratio", "value": 0.5}},'
        ' {"equals": {"member": "text", "value": "\\"a\\""}}]}'
    )
    changed = apply_overlay(SERVICE, overlay_text(rules(rule(when)), SERVICE))
    assert changed.digest != SERVICE.digest
    files = generate(changed)
    said = " ".join(files["op.hpp"].split())
    assert (
        'rule<"r", "m", rules::when<rules::all<rules::present<&In::inner, &Inner::text>,'
        " rules::none<rules::empty<&In::list>>, rules::is<false, &In::on>,"
        ' rules::is<0.5, &In::ratio>, rules::equals<"\\"a\\"", &In::text>>>,'
        " rules::then<rules::absent<&In::on>>>"
    ) in said
    assert "#include <cppsmith/rule.hpp>\n" in files["op.hpp"]
    assert "rule.hpp" not in files["inner.hpp"]


def test_the_shipped_rule_ties_the_verification_certificate_to_the_mode(root) -> None:
    service = load(root / "model/iot-2015-05-28.json")
    overlay = load_overlay(root / "model/iot-2015-05-28.rules.json", service)
    certificate = MemberPath(("verificationCertificate",))
    (rule_,) = overlay.rules
    assert rule_.shape == "RegisterCACertificateRequest"
    assert rule_.when == Equals(MemberPath(("certificateMode",)), "SNI_ONLY")
    assert rule_.then == Any((Absent(certificate), Empty(certificate)))
    assert rule_.otherwise == Present(certificate)
    assert overlay.constraints == ()
