"""Smithy's models, those that AWS published and those of the suites: every operation is generated, and a few of each compile."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.load import load
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.supported import supported

from .program import COMPILE, ROOT, SHARED, write
from .suites import SMITHY

MODELS = sorted((SHARED / "models").glob("*.smithy.json"))
SUITES = sorted((SHARED / "conformance/smithy-protocol-tests/models").glob("*.json"))
SPOKEN = tuple(f'"aws.protocols#{p}"' for p in SMITHY)
COMPILED = 5  # operations of each model
if not MODELS:
    pytest.skip(f"skipped: no models in {SHARED}/models", allow_module_level=True)


def generated(path: Path, folder: Path) -> tuple[list[str], list[str]]:
    """Writes every header that can be; the headers of the operations, and the reasons for those that cannot."""
    service, target = load(path), Target("models", "models")
    found = supported(service, ["all"], target)
    for file in render(resolve(service, found.operations, target)):
        write(folder / file.path, file.text)
    model = Model(service, target)
    operations = (o for o in service.operations if o.name in found.operations)
    return sorted(model.path(o) for o in operations), [d.message for left in found.left_out for d in left.reasons]


@pytest.mark.parametrize("path", MODELS, ids=[p.name.removesuffix(".smithy.json") for p in MODELS])
def test_a_published_model_generates_and_compiles(path: Path) -> None:
    folder = ROOT / "build/protocols/published"
    operations, refused = generated(path, folder)
    assert operations
    assert all("event streams" in why for why in refused), refused
    source = folder / f"{path.name}.cpp"
    chosen = operations[:: -(-len(operations) // COMPILED)]
    write(source, "".join(f"#include <{o}>\n" for o in chosen))
    command = [*COMPILE, "-fsyntax-only", f"-I{folder}", f"-I{ROOT / 'include'}", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:3000]


@pytest.mark.parametrize("path", SUITES, ids=[p.stem for p in SUITES])
def test_a_model_of_the_suites_generates(path: Path, tmp_path: Path) -> None:
    """All of it; the replay of the cases compiles what the cases use."""
    if not any(said in path.read_text(encoding="utf-8") for said in SPOKEN):
        pytest.skip("speaks no JSON protocol that we have")
    operations, refused = generated(path, tmp_path)
    assert operations
    assert all("event streams" in why for why in refused), refused
