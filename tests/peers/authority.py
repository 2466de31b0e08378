"""CA material made with the openssl command, step by step as AWS's developer guide has it."""

from __future__ import annotations

import subprocess
from pathlib import Path


class Authority:
    """A root CA in a folder of its own."""

    def __init__(
        self, folder: Path, key: tuple[str, ...] = ("rsa:2048",), subject: str = "/O=Example Corp/CN=Example Root CA"
    ) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.key = key
        self._openssl("req", "-x509", "-newkey", *key, "-nodes", "-days", "365", "-subj", subject,
                      "-keyout", "rootCA.key", "-out", "rootCA.pem")  # fmt: skip

    @property
    def pem(self) -> str:
        return (self.folder / "rootCA.pem").read_text()

    def verification_certificate(self, common_name: str) -> str:
        """A certificate with that common name, signed by the root CA."""
        self._openssl("req", "-new", "-newkey", *self.key, "-nodes", "-subj", f"/CN={common_name}",
                      "-keyout", "verification.key", "-out", "verification.csr")  # fmt: skip
        self._openssl("x509", "-req", "-in", "verification.csr", "-CA", "rootCA.pem", "-CAkey", "rootCA.key",
                      "-CAcreateserial", "-days", "365", "-sha256", "-out", "verification.pem")  # fmt: skip
        return (self.folder / "verification.pem").read_text()

    def certificate_id(self) -> str:
        """The id the service has to give to the root CA: SHA-256 of its DER encoding."""
        line = self._openssl("x509", "-in", "rootCA.pem", "-noout", "-fingerprint", "-sha256")
        return line.partition("=")[2].strip().replace(":", "").lower()

    def _openssl(self, *arguments: str) -> str:
        done = subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout
