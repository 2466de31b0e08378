"""Our client against what others wrote: botocore's signer recomputes its signatures, and moto answers it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from clients import ACCESS_KEY, SECRET_KEY

PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
ID = "0123456789abcdef" * 4

CALLS: list[tuple[str, dict[str, Any]]] = [
    (
        "register_ca_certificate",
        {
            "caCertificate": PEM,
            "setAsActive": True,
            "allowAutoRegistration": False,
            "tags": [{"Key": "flotte", "Value": "n\u00f6rdlich \U0001f600 \"quoted\" \\ \t"}],
        },
    ),
    ("get_registration_code", {}),
    ("describe_ca_certificate", {"certificateId": "a b/c+d%e=~\u00e9" + "0" * 53}),
    ("list_ca_certificates", {"pageSize": 10, "marker": "a+b/c= \u00e9&x=y", "ascendingOrder": True, "templateName": "t"}),
    ("update_ca_certificate", {"certificateId": ID, "newStatus": "INACTIVE", "registrationConfig": {"templateName": "t"}}),
    ("delete_ca_certificate", {"certificateId": ID}),
]


def call(program: Path, endpoint: str, operation: str, request: dict[str, Any], **environment: str) -> dict[str, Any]:
    clean = {name: value for name, value in os.environ.items() if not name.upper().startswith(("AWS_", "HTTP"))}
    clean |= {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "NO_PROXY": "*", **environment}
    done = subprocess.run(
        [program, endpoint, operation], input=json.dumps(request), text=True, capture_output=True, env=clean, timeout=60
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


class Recorder(BaseHTTPRequestHandler):
    """Answers everything with {} and keeps what it was asked."""

    seen: list[tuple[str, str, dict[str, str], bytes]] = []

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def recorder() -> Iterator[str]:
    Recorder.seen.clear()
    server = HTTPServer(("127.0.0.1", 0), Recorder)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("token", ["", "AQoD+token/with=signs=="], ids=["long-term key", "session token"])
@pytest.mark.parametrize("operation, request_", CALLS, ids=[name for name, _ in CALLS])
def test_botocore_recomputes_our_signature(
    ca_call: Path, recorder: str, operation: str, request_: dict[str, Any], token: str
) -> None:
    auth = pytest.importorskip("botocore.auth")
    awsrequest = pytest.importorskip("botocore.awsrequest")
    credentials = pytest.importorskip("botocore.credentials")

    answer = call(ca_call, recorder, operation, request_, AWS_SESSION_TOKEN=token)
    assert answer.get("status") == 200, answer
    [(method, target, headers, body)] = Recorder.seen
    scheme, _, fields = headers["authorization"].partition(" ")
    assert scheme == "AWS4-HMAC-SHA256"
    parts = dict(field.strip().split("=", 1) for field in fields.split(","))
    assert parts["Credential"].split("/")[2:] == ["us-west-2", "iot", "aws4_request"]

    signed = {name: headers[name] for name in parts["SignedHeaders"].split(";")}
    assert {"host", "x-amz-date"} <= signed.keys()
    assert ("x-amz-security-token" in signed) == bool(token)
    again = awsrequest.AWSRequest(method=method, url=recorder + target, data=body, headers=signed)
    again.context["timestamp"] = headers["x-amz-date"]
    signer = auth.SigV4Auth(credentials.Credentials(ACCESS_KEY, SECRET_KEY, token or None), "iot", "us-west-2")
    expected = signer.signature(signer.string_to_sign(again, signer.canonical_request(again)), again)
    assert parts["Signature"] == expected


def python_with_moto() -> str | None:
    for candidate in dict.fromkeys([sys.executable, shutil.which("python3")]):
        if candidate and subprocess.run([candidate, "-c", "import moto.server"], capture_output=True).returncode == 0:
            return candidate
    return None


@pytest.fixture(scope="session")
def moto() -> Iterator[str]:
    """A moto server; its home is where nothing of the user's is."""
    python = python_with_moto()
    if not python:
        pytest.skip("no Python with moto's server on this machine")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [python, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert server.poll() is None, "moto's server ended"
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=20)


def test_our_client_runs_against_moto(ca_call: Path, moto: str) -> None:
    code = call(ca_call, moto, "get_registration_code", {})
    assert code["result"]["registrationCode"]
    registered = call(
        ca_call,
        moto,
        "register_ca_certificate",
        {"caCertificate": PEM, "verificationCertificate": PEM, "setAsActive": True, "registrationConfig": {"templateName": "t"}},
    )
    certificate = registered["result"]["certificateId"]
    described = call(ca_call, moto, "describe_ca_certificate", {"certificateId": certificate})
    assert described["result"]["certificateDescription"]["status"] == "ACTIVE"
    assert described["result"]["certificateDescription"]["certificatePem"] == PEM
    assert described["result"]["registrationConfig"] == {"templateName": "t"}
    refused = call(ca_call, moto, "delete_ca_certificate", {"certificateId": certificate})
    assert (refused["code"], refused["status"]) == ("CertificateStateException", 406)
    assert call(ca_call, moto, "update_ca_certificate", {"certificateId": certificate, "newStatus": "INACTIVE"})["status"] == 200
    assert call(ca_call, moto, "delete_ca_certificate", {"certificateId": certificate})["status"] == 200
    gone = call(ca_call, moto, "describe_ca_certificate", {"certificateId": certificate})
    assert (gone["stage"], gone["code"]) == ("service", "ResourceNotFoundException")
