"""The examples run against the fake service, and the transport of one's own is as short as the README says."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from authority import Authority
from clients import ACCESS_KEY, SECRET_KEY
from conftest import Start
from test_our_client import call

ROOT = Path(__file__).resolve().parents[2]
CODE = "0123456789abcdef" * 4


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the built examples."""
    path = os.environ.get("CPPSMITH_EXAMPLES")
    if not path:
        pytest.skip("CPPSMITH_EXAMPLES does not name the folder of the examples")
    return Path(path)


def run(program: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.upper().startswith(("AWS_", "HTTP"))}
    clean |= {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "NO_PROXY": "*", **environment}
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, env=clean, timeout=60)


def test_quickstart_registers_a_certificate(
    examples: Path, ca_call: Path, start: Start, authority: Authority, tmp_path: Path
) -> None:
    endpoint = start("--registration-code", CODE)
    assert call(ca_call, endpoint, "get_registration_code", {})["result"] == {"registrationCode": CODE}
    ca, proof = tmp_path / "ca.pem", tmp_path / "proof.pem"
    ca.write_text(authority.pem)
    proof.write_text(authority.verification_certificate(CODE))
    done = run(examples / "example_quickstart", ca, proof, endpoint)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"arn:aws:iot:us-west-2:123456789012:cacert/[0-9a-f]{64}\n", done.stdout)
    again = run(examples / "example_quickstart", ca, proof, endpoint)
    assert again.returncode == 1
    assert "ResourceAlreadyExistsException (HTTP 409)" in again.stderr


def test_quickstart_without_credentials_says_so(examples: Path, start: Start, tmp_path: Path) -> None:
    pem = tmp_path / "a.pem"
    pem.write_text("x")
    done = run(examples / "example_quickstart", pem, pem, start(), AWS_ACCESS_KEY_ID="", AWS_SECRET_ACCESS_KEY="")
    assert done.returncode == 1
    assert "AWS_ACCESS_KEY_ID is not set" in done.stderr


def test_a_transport_over_cpp_httplib(examples: Path, start: Start) -> None:
    program = examples / "example_httplib_transport"
    if not program.exists():
        pytest.skip("cpp-httplib was not there when the examples were built")
    done = run(program, start("--registration-code", CODE))
    assert (done.returncode, done.stdout) == (0, CODE + "\n")
    assert run(program, "http://127.0.0.1:1").stderr.startswith("send: connection")


def test_that_transport_takes_at_most_thirty_lines() -> None:
    source = (ROOT / "examples/httplib_transport.cpp").read_text()
    [transport] = re.findall(r"^struct httplib_transport \{.*?^\};", source, re.MULTILINE | re.DOTALL)
    assert len(transport.splitlines()) <= 30


def test_sans_io_over_asio(examples: Path, start: Start) -> None:
    done = run(examples / "example_asio_sans_io", start())
    assert (done.returncode, done.stdout) == (0, "0 CA certificates\n")


def test_a_signer_of_ones_own(examples: Path, start: Start) -> None:
    endpoint = start("--no-auth", "--registration-code", CODE)
    assert "no_token" in run(examples / "example_own_signer", endpoint).stderr
    done = run(examples / "example_own_signer", endpoint, GATEWAY_TOKEN="token")
    assert (done.returncode, done.stdout) == (0, CODE + "\n")
