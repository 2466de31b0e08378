"""Generated sets side by side in one program: two of one model, in either order, and one model under two root namespaces."""

from __future__ import annotations

import subprocess
from pathlib import Path

from cppsmith_codegen.cpp_types import Target
from cppsmith_codegen.load import load
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve

from .program import COMPILE, ROOT, write

MODEL = ROOT / "model/iot-2015-05-28.json"
LISTING, REGISTERING = ("ListCACertificates", "DescribeCACertificate"), ("DescribeCACertificate", "RegisterCACertificate")

USE = """
#include <cppsmith/json.hpp>
#include <string>

std::string {function}();
std::string {function}() {{
    {namespace}::Tag const tag{{.Key = "{function}"}};
    {namespace}::{operation}::request const request{{}};
    return cppsmith::json::write(tag) + cppsmith::json::write(request);
}}
"""

MAIN = """
#include <cstdio>
#include <string>

std::string one();
std::string other();

int main() { std::puts((one() + other()).c_str()); }
"""


def generate(operations: tuple[str, ...], folder: Path, target: Target = Target()) -> None:
    for file in render(resolve(load(MODEL), operations, target)):
        write(folder / file.path, file.text)


def compiled(source: Path, *include: Path) -> Path:
    target = source.with_suffix(".o")
    paths = [f"-I{folder}" for folder in (*include, ROOT / "include")]
    done = subprocess.run([*COMPILE, "-c", *paths, str(source), "-o", str(target)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:3000]
    return target


def said_by(folder: Path, *objects: Path) -> str:
    write(folder / "main.cpp", MAIN)
    program = folder / "program"
    subprocess.run(["g++", *map(str, objects), str(compiled(folder / "main.cpp")), "-lsimdjson", "-o", str(program)], check=True)
    return subprocess.run([str(program)], capture_output=True, text=True, check=True).stdout


def test_overlapping_sets_of_one_model_agree_in_any_order(tmp_path: Path) -> None:
    """Files of both sets, found on either path first, included in either order, in both files of a program."""
    one, other = tmp_path / "listing", tmp_path / "registering"
    target = Target("sets", "sets")
    generate(LISTING, one, target)
    generate((*REGISTERING, "UpdateCACertificate"), other, target)
    common = {p.relative_to(one) for p in one.rglob("*.hpp")} & {p.relative_to(other) for p in other.rglob("*.hpp")}
    assert len(common) > 5
    headers = ["sets/iot/list_ca_certificates.hpp", "sets/iot/update_ca_certificate.hpp", "sets/iot/tag.hpp"]
    objects = []
    cases = zip(("one", "other"), (headers, headers[::-1]), ((one, other), (other, one)), strict=True)
    for function, order, include in cases:
        source = tmp_path / f"{function}.cpp"
        use = USE.format(function=function, namespace="sets::iot", operation="ListCACertificates")
        write(source, "".join(f"#include <{h}>\n" for h in order) + use)
        objects.append(compiled(source, *include))
    assert said_by(tmp_path, *objects) == '{"Key":"one"}{}{"Key":"other"}{}\n'


def test_one_model_under_two_roots(tmp_path: Path) -> None:
    """The shipped headers of the model are a third one. One file of the program includes them in one order, one in the other."""
    roots = ("first", "second")
    for root in roots:
        generate(("ListCACertificates", "RegisterCACertificate"), tmp_path, Target(f"{root}::api", root))
    objects = []
    for function, root, order in zip(("one", "other"), roots, (roots, roots[::-1]), strict=True):
        operations = ("register_ca_certificate", "list_ca_certificates")
        headers = [f"{folder}/iot/{o}.hpp" for folder in (*order, "cppsmith") for o in operations]
        source = tmp_path / f"{function}.cpp"
        use = USE.format(function=function, namespace=f"{root}::api::iot", operation="ListCACertificates")
        write(source, "".join(f"#include <{h}>\n" for h in headers) + use)
        objects.append(compiled(source, tmp_path))
    assert said_by(tmp_path, *objects) == '{"Key":"one"}{}{"Key":"other"}{}\n'
