"""Shapes that contain each other share a header."""

from __future__ import annotations

from cppsmith_codegen.recursion import families
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from models import load_model, structure

TEXT = '"Text": {"type": "string"}'


def files(*shapes: str) -> dict[str, str]:
    service = load_model(*shapes, TEXT)
    return {f.path.rsplit("/", 1)[1]: f.text for f in render(resolve(service, ["all"]))}


def union(name: str, members: str) -> str:
    return structure(name, members, ', "union": true')


def test_lists_and_maps_of_itself_need_no_wrapper() -> None:
    made = files(
        structure("In", '"n": {"shape": "Node"}'),
        structure("Node", '"l": {"shape": "Nodes"}, "m": {"shape": "Named"}, "self": {"shape": "Node"}'),
        '"Nodes": {"type": "list", "member": {"shape": "Node"}}',
        '"Named": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Nodes"}}',
    )["node.hpp"]
    assert "    optional<std::vector<Node>> l{};" in made
    assert "    optional<map<Text, std::vector<Node>>> m{};" in made
    assert "    optional<recursive<Node>> self{};" in made
    assert "    friend constexpr bool operator==(Node const&, Node const&);" in made
    assert "\nconstexpr bool operator==(Node const& a, Node const& b) { return equal_members(a, b); }\n" in made
    assert "#include <cppsmith/recursive.hpp>" in made
    assert "\nstruct Node;" not in made


def test_a_circle_has_one_header_in_an_order_that_compiles() -> None:
    made = files(
        structure("In", '"a": {"shape": "A"}'),
        structure("A", '"b": {"shape": "B"}'),
        structure("B", '"c": {"shape": "Cs"}, "own": {"shape": "Own"}'),
        '"Cs": {"type": "list", "member": {"shape": "C"}}',
        union("C", '"a": {"shape": "A"}, "t": {"shape": "Text"}'),
        structure("Own", '"t": {"shape": "Text"}'),
    )
    first = made["a.hpp"]
    declared = [line for line in first.splitlines() if line in ("struct B;", "struct A;", "class C;")]
    assert declared == ["struct B;", "struct A;", "class C;"]
    assert first.index("struct B {") < first.index("struct A {") < first.index("class C : ")
    assert "    optional<B> b{};" in first and "recursive<" not in first
    assert "    static constexpr C a(A value);" in first
    assert "constexpr C C::a(A value) { return {std::in_place_index<0>, std::move(value)}; }" in first
    assert "#include <cppsmith/tiny/own.hpp>" in first and "#include <cppsmith/tiny/b.hpp>" not in first
    for other in ("b.hpp", "c.hpp"):
        assert "#include <cppsmith/tiny/a.hpp>" in made[other] and "namespace" not in made[other]
    assert "#include <cppsmith/tiny/a.hpp>" in made["op.hpp"] or "#include <cppsmith/tiny/in.hpp>" in made["op.hpp"]


def test_structures_round_in_a_circle_hold_each_other_elsewhere() -> None:
    service = load_model(
        structure("In", '"a": {"shape": "A"}'),
        structure("A", '"b": {"shape": "B"}, "d": {"shape": "D"}'),
        structure("B", '"a": {"shape": "A"}'),
        structure("D", '"l": {"shape": "As"}'),
        '"As": {"type": "list", "member": {"shape": "A"}}',
    )
    family = families(service)["A"]
    assert {s.name for s in family.shapes} == {"A", "B", "D"}
    assert family.knotted == {("A", "B"), ("B", "A")}
    names = [s.name for s in family.shapes]
    assert names.index("D") < names.index("A")
    assert "In" not in families(service)


def test_the_family_does_not_depend_on_the_order_of_the_model() -> None:
    a = structure("A", '"b": {"shape": "B"}')
    b = structure("B", '"l": {"shape": "L"}')
    rest = ('"L": {"type": "list", "member": {"shape": "A"}}', structure("In", '"b": {"shape": "B"}'))
    one, other = files(a, b, *rest), files(b, a, *rest)
    strip = [{k: v for k, v in f.items() if k in ("a.hpp", "b.hpp")} for f in (one, other)]
    digests = [{k: [x for x in v.splitlines() if "_MODEL !=" not in x] for k, v in f.items()} for f in strip]
    assert digests[0] == digests[1]
