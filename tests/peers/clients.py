"""The real AWS clients, under one interface: every AWS CLI and every botocore that this machine has."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


@dataclass(frozen=True)
class ServiceError(Exception):
    """An error that the service answered with, as the client understood it."""

    code: str
    message: str


class NotSupported(Exception):
    """The client's model of the service is too old for what was asked of it."""


@dataclass
class Client:
    """A client of one endpoint; `folder` is its home and its working directory."""

    endpoint: str
    folder: Path
    region: str = "us-west-2"
    environment: dict[str, str] = field(default_factory=dict)
    unsigned: bool = False

    def call(self, operation: str, **parameters: Any) -> dict[str, Any]:
        """The members of the answer; raises ServiceError or NotSupported. ListCACertificates gives all pages as one."""
        raise NotImplementedError

    def _run(self, command: list[str], text: str = "") -> subprocess.CompletedProcess[str]:
        others = ("AWS_", "HTTP", "http", "PYTHONPATH")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
        environment = {
            **kept,
            "HOME": str(self.folder),
            # The shims of pyenv look for their versions at home, which is elsewhere here.
            "PYENV_ROOT": os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv")),
            "LC_ALL": "C.UTF-8",
            "NO_PROXY": "*",
            "AWS_PAGER": "",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            **self.environment,
        }
        return subprocess.run(
            command, input=text, capture_output=True, text=True, cwd=self.folder, env=environment, timeout=60, check=False
        )


@dataclass
class CommandLine(Client):
    """The AWS CLI. Certificates go through files, as everybody does it."""

    program: str = "aws"

    def call(self, operation: str, **parameters: Any) -> dict[str, Any]:
        command = [self.program, "iot", _kebab_case(operation)]
        command += ["--endpoint-url", self.endpoint, "--region", self.region, "--output", "json"]
        if self.unsigned:
            command.append("--no-sign-request")
        for name, value in parameters.items():
            option = "--" + _kebab_case(name)
            if name.endswith("Certificate") and isinstance(value, str):
                file = self.folder / f"{name}.pem"
                file.write_text(value)
                command += [option, f"file://{file}"]
            elif isinstance(value, bool):
                command.append(option if value else option.replace("--", "--no-", 1))
            else:
                command += [option, value if isinstance(value, str) else json.dumps(value)]
        done = self._run(command)
        if done.returncode == 0:
            answer: dict[str, Any] = json.loads(done.stdout) if done.stdout.strip() else {}
            # With --page-size, the CLI leaves the paging of this operation to its user.
            if marker := answer.pop("nextMarker", None):
                answer["certificates"] += self.call(operation, **{**parameters, "marker": marker})["certificates"]
            return answer
        found = re.search(r"An error occurred \((.*?)\) when calling the (\w+) operation.*?: (.*)", done.stderr, re.DOTALL)
        if found:
            assert found[2] == operation
            raise ServiceError(found[1], found[3].strip())
        if "Unknown options" in done.stderr or "Unknown parameter" in done.stderr or "are required" in done.stderr:
            raise NotSupported(done.stderr.strip().splitlines()[-1])
        raise AssertionError(f"{command}: {done.returncode}\n{done.stderr}")


@dataclass
class Botocore(Client):
    """botocore, in whatever Python has it."""

    python: str = sys.executable

    def call(self, operation: str, **parameters: Any) -> dict[str, Any]:
        if "pageSize" in parameters:
            parameters["PaginationConfig"] = {"PageSize": parameters.pop("pageSize")}
        call = {
            "operation": operation,
            "parameters": parameters,
            "endpoint": self.endpoint,
            "region": self.region,
            "unsigned": self.unsigned,
        }
        done = self._run([self.python, str(Path(__file__).with_name("botocore_call.py"))], json.dumps(call))
        assert done.returncode == 0, done.stderr
        answer = json.loads(done.stdout)
        if "refused" in answer:
            raise NotSupported(answer["refused"].splitlines()[-1])
        if "code" in answer:
            raise ServiceError(answer["code"], answer["message"])
        result: dict[str, Any] = answer["result"]
        return result


@dataclass(frozen=True)
class Kind:
    """A client that can be made, and its name."""

    name: str
    make: Callable[..., Client]

    def __call__(self, endpoint: str, folder: Path) -> Client:
        return self.make(endpoint, folder)


@lru_cache
def available_clients() -> list[Kind]:
    """One of each version that this machine has."""
    found: dict[str, Kind] = {}
    for program in (shutil.which("aws"), "/usr/bin/aws"):
        version = program and _first_words([program, "--version"], 1)
        if version:
            name = version.replace("/", "-")
            found.setdefault(name, Kind(name, lambda e, f, p=program: CommandLine(e, f, program=p)))
    for python in (sys.executable, shutil.which("python3"), "/usr/bin/python3"):
        version = python and _first_words([python, "-c", "import botocore; print(botocore.__version__)"], 1)
        if version:
            name = f"botocore-{version}"
            found.setdefault(name, Kind(name, lambda e, f, p=python: Botocore(e, f, python=p)))
    return list(found.values())


def _first_words(command: list[str], count: int) -> str:
    """The first words of what a command prints; empty where it fails or is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return ""
    return " ".join(done.stdout.split()[:count]) if done.returncode == 0 else ""


def _kebab_case(name: str) -> str:
    """RegisterCACertificate -> register-ca-certificate, caCertificate -> ca-certificate."""
    name = name.replace("CACertificate", "CaCertificate")
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
