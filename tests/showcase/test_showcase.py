"""The whole of IoT, generated when the program is built: a dozen calls become the requests that botocore makes."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "codegen"))

from cppsmith_codegen.botocore_models import data_folders, find_model
from cppsmith_codegen.diagnostics import InputError

ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")} | {"AWS_CONFIG_FILE": os.devnull}
RECORDED = json.loads((HERE / "requests.json").read_text())
OTHERS = ("authorization", "content-length", "host", "user-agent")
NAMES = [r["operation"] for r in RECORDED]


def run(*command: object) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=900, env=ENVIRONMENT)
    assert done.returncode == 0, f"{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the whole of IoT: beside this project, or botocore's."""
    beside = ROOT.parent / "shared/models/iot.service-2.json"
    if beside.is_file():
        return beside
    try:
        return find_model("iot", None, data_folders())
    except InputError:
        pytest.skip("skipped: there is no model of the whole of IoT here")


@pytest.fixture(scope="session")
def build(model: Path) -> Path:
    """The folder that the program is built in."""
    folder = ROOT / "build/showcase"
    python = f"-DPython3_EXECUTABLE={sys.executable}"
    options = ["-DCMAKE_CXX_COMPILER=g++", f"-DCPPSMITH_SOURCE={ROOT}", f"-DIOT_MODEL={model}", python]
    if shutil.which("ccache"):
        options.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    run("cmake", "-G", "Ninja", "-S", HERE, "-B", folder, *options)
    run("cmake", "--build", folder)
    return folder


@pytest.fixture(scope="session")
def ours(build: Path) -> dict[str, Any]:
    return {r["operation"]: r for r in json.loads(run(build / "iot_calls"))}


def botocores() -> str | None:
    """A Python that has botocore."""
    for candidate in dict.fromkeys([sys.executable, shutil.which("python3")]):
        if candidate and subprocess.run([candidate, "-c", "import botocore"], capture_output=True).returncode == 0:
            return candidate
    return None


def in_seconds(value: Any) -> Any:
    """Parameters as JSON has them, timestamps as seconds."""
    if isinstance(value, dict):
        return {k: in_seconds(v) for k, v in value.items()}
    if isinstance(value, list):
        return [in_seconds(v) for v in value]
    if isinstance(value, str) and value.endswith("Z") and value[4:5] == "-":
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).timestamp()
    return value


def parts(request: dict[str, Any]) -> dict[str, Any]:
    """What a request says, whatever its spelling."""
    url = urlsplit(request["url"])
    return {
        "method": request["method"],
        "host": url.netloc,
        "path": url.path,
        "query": sorted(parse_qsl(url.query, keep_blank_values=True)),
        "body": json.loads(request["body"]) if request["body"] else None,
        "headers": {k: v for k, v in request["headers"].items() if k not in OTHERS},
    }


def test_a_dozen_operations_and_more_of_every_one_that_there_is(build: Path, model: Path) -> None:
    assert len(NAMES) == len(set(NAMES)) >= 12
    [umbrella] = build.glob("cppsmith-generated/*/cppsmith/iot.hpp")
    included = re.findall("<cppsmith/iot/([a-z0-9_]+)[.]hpp>", umbrella.read_text())
    data = model.read_bytes()
    operations = json.loads(gzip.decompress(data) if model.suffix == ".gz" else data)["operations"]
    assert len(set(included) - {"service"}) == len(operations) > 200


@pytest.mark.parametrize("recorded", RECORDED, ids=NAMES)
def test_the_same_parameters_make_the_same_request(recorded: dict[str, Any], ours: dict[str, Any]) -> None:
    made = ours[recorded["operation"]]
    assert made["parameters"] == in_seconds(recorded["parameters"])
    assert parts(made) == parts(recorded)


@pytest.mark.parametrize("recorded", RECORDED, ids=NAMES)
def test_the_same_headers_are_signed_and_what_has_no_body_has_the_same_signature(recorded: dict[str, Any], ours: dict[str, Any]) -> None:
    made = ours[recorded["operation"]]
    ending = None if not recorded["body"] else -64  # bodies have other blanks
    assert made["headers"]["authorization"][:ending] == recorded["headers"]["authorization"][:ending]


def test_the_recording_is_what_botocore_sends() -> None:
    python = botocores()
    if python is None:
        pytest.skip("skipped: no Python has botocore")
    recorded = json.loads(run(python, HERE / "record.py"))

    def said(request: dict[str, Any]) -> dict[str, Any]:
        """Without what depends on the version: the clock of another signer, and the name that one signed for."""
        made = parts(request)
        made["headers"].pop("x-amz-date")
        return made

    assert [said(r) for r in recorded] == [said(r) for r in RECORDED]
