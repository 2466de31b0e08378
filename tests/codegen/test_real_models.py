"""Models that AWS published: each operation is generated, or refused with a reason; never a traceback."""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cppsmith_codegen.cpp_types import Target
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.render import File, render
from cppsmith_codegen.resolve import resolve

# Services whose models hold what others do not; CPPSMITH_ALL_MODELS=1 takes every one there is.
SAMPLE = (
    "accessanalyzer amplifybackend apigatewayv2 appmesh backup backupstorage braket chime-sdk-voice"
    " codecatalyst connectparticipant dataexchange fis gamesparks glacier greengrass imagebuilder iot"
    " iot-data lambda lex-runtime lexv2-runtime mediaconnect mq pinpoint savingsplans signer sso-oidc"
    " workdocs xray"
).split()

KNOWN = re.compile(
    r".* (is|are) not supported yet( \(.*\))?"
    r"|.*not supported yet; rest-json and json are"
)


def rest_json_models(botocore_data: Path) -> Iterator[Path]:
    everything = os.environ.get("CPPSMITH_ALL_MODELS")
    names = sorted(p.name for p in botocore_data.iterdir() if p.is_dir())
    for name in names if everything else [n for n in names if n in SAMPLE]:
        for path in sorted((botocore_data / name).glob("*/service-2.json")):
            if re.search(r'"protocol" *: *"rest-json"', path.read_text(encoding="utf-8")):
                yield path


def well_formed(file: File) -> None:
    assert file.text.endswith("\n")
    assert file.text.count("{") == file.text.count("}") or "{" in "".join(comments(file))
    assert all(not line.endswith(("\\", " ")) for line in file.text.splitlines())
    assert file.text.isascii() or all(c.isprintable() or c == "\n" for c in file.text)


def comments(file: File) -> list[str]:
    return [line for line in file.text.splitlines() if "///" in line]


def test_every_operation_is_generated_or_refused_by_name(botocore_data: Path, clang_format: str, root: Path, tmp_path: Path) -> None:
    generated, refused = 0, Counter[str]()
    for path in rest_json_models(botocore_data):
        try:
            service = load(path)
        except InputError as error:
            refused.update(f"the whole model: {d.message}" for d in error.diagnostics)
            assert all(KNOWN.fullmatch(d.message) for d in error.diagnostics), str(error)
            continue
        good = []
        for operation in service.operations:
            try:
                resolve(service, [operation.name])
                good.append(operation.name)
            except InputError as error:
                assert all(KNOWN.fullmatch(d.message) for d in error.diagnostics), str(error)
                refused.update({re.sub(r" \([^()]* -> .*\)| \(\d+\)", "", d.message) for d in error.diagnostics})
        generated += len(good)
        for file in render(resolve(service, good, Target(include_prefix=path.parent.parent.name))) if good else ():
            well_formed(file)
            (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file.path).write_text(file.text, encoding="utf-8")
    print(f"\n{generated} operations generated; refused:")
    for reason, count in refused.most_common():
        print(f"  {count:4} {reason}")
    assert generated > 500
    assert any("event streams" in r for r in refused)
    files = sorted(str(p) for p in tmp_path.rglob("*.hpp"))
    for begin in range(0, len(files), 500):
        style = f"--style=file:{root / '.clang-format'}"
        command = [clang_format, style, "--dry-run", "-Werror", *files[begin : begin + 500]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[:3000]


def test_two_closures_of_a_real_model_agree(botocore_data: Path) -> None:
    service = load(botocore_data / "iot/2015-05-28/service-2.json")
    one = {f.path: f.text for f in render(resolve(service, ["RegisterCACertificate"]))}
    two = {f.path: f.text for f in render(resolve(service, ["TagResource", "DescribeCACertificate"]))}
    common = one.keys() & two.keys()
    assert "cppsmith/iot/tag.hpp" in common
    assert "cppsmith/iot/service.hpp" in common
    assert all(one[path] == two[path] for path in common)


def test_register_ca_certificate_needs_14_structures(shared: Path) -> None:
    service = load(shared / "models/iot.service-2.json")
    files = {f.path: f.text for f in render(resolve(service, ["RegisterCACertificate"]))}
    structures = sum(t.count("BOOST_DESCRIBE_STRUCT(") for t in files.values())
    assert structures == 14
    assert len(service.shapes) > 1000


def test_shipped_model_says_what_the_reference_says(shared: Path, root: Path) -> None:
    """Everything but the documentation."""
    reference = json.loads((shared / "wire/reference/ca_operations_model.json").read_text())
    model = json.loads((root / "model/iot-2015-05-28.json").read_text())
    shapes = model["shapes"]

    def expanded(name: str) -> dict[str, object]:
        shape = shapes[name]
        kept = {k: v for k, v in shape.items() if k in ("type", "required", "max", "min", "pattern", "enum")}
        if "members" in shape:
            kept["members"] = {
                n: {k: v for k, v in m.items() if k != "documentation"} | {"type_": expanded(m["shape"])}
                for n, m in shape["members"].items()
            }
        if "member" in shape:
            kept["member"] = expanded(shape["member"]["shape"])
        return kept

    assert model["operations"].keys() == reference.keys()
    for name, said in reference.items():
        operation = model["operations"][name]
        assert operation["http"] == said["http"]
        assert {e["shape"]: shapes[e["shape"]]["error"]["httpStatusCode"] for e in operation["errors"]} == said["errors"]
        for side in ("input", "output"):
            found = expanded(operation[side]["shape"]) if side in operation else None
            assert found == said[side], (name, side)


def test_shipped_documentation_is_our_own(shared: Path, root: Path) -> None:
    def sentences(path: Path) -> set[str]:
        text = re.sub("<[^>]+>", " ", path.read_text(encoding="utf-8"))
        found = re.findall(r'"documentation": ?"((?:[^"\\]|\\.)*)"', text)
        parts = {s.strip() for d in found for s in re.split(r"(?<=[.!?]) ", re.sub(" +", " ", d))}
        return {s for s in parts if len(s.split()) > 4}

    ours = sentences(root / "model/iot-2015-05-28.json")
    theirs = sentences(shared / "models/iot.service-2.json")
    assert len(ours) > 40
    assert len(theirs) > 500
    assert not ours & theirs
