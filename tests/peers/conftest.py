"""The peers of the fake service: the program itself, the real AWS clients on this machine, and the openssl command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from authority import Authority
from clients import Client, available_clients

Start = Callable[..., str]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "client_kind" in metafunc.fixturenames:
        found = available_clients()
        missing = pytest.param(None, marks=pytest.mark.skip(reason="no AWS client on this machine"))
        cases = [pytest.param(kind, id=kind.name) for kind in found] or [missing]
        metafunc.parametrize("client_kind", cases, scope="session")


@pytest.fixture(scope="session")
def fake_iot() -> Path:
    """The program under test."""
    path = os.environ.get("CPPSMITH_FAKE_IOT")
    if not path:
        pytest.skip("CPPSMITH_FAKE_IOT does not name the fake_iot program")
    return Path(path)


@pytest.fixture(scope="session")
def ca_call() -> Path:
    """A program that makes one call with our client."""
    path = os.environ.get("CPPSMITH_CA_CALL")
    if not path:
        pytest.skip("CPPSMITH_CA_CALL does not name the ca_call program")
    return Path(path)


@pytest.fixture
def start(fake_iot: Path) -> Iterator[Start]:
    """Starts the program with options and gives its endpoint; at the end, it has to go in peace when it is asked to."""
    running: list[subprocess.Popen[str]] = []

    def start(*options: str) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        process = subprocess.Popen([fake_iot, *options], stdout=subprocess.PIPE, text=True, env=clean)
        running.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("listening on http://127.0.0.1:"), line
        return line.removeprefix("listening on ").strip()

    yield start
    for process in running:
        process.terminate()
        assert process.wait(timeout=10) == 0


@pytest.fixture
def client(client_kind: Callable[..., Client], start: Start, tmp_path: Path) -> Client:
    """A client of a fresh service."""
    return client_kind(start(), tmp_path)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """A certificate authority run with the openssl command, as the developer guide does it."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl command on this machine")
    return Authority(tmp_path / "authority")
