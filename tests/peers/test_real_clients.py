"""The fake service as the real AWS clients see it: the flow of the developer guide, and every error on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from authority import Authority
from clients import SECRET_KEY, Client, NotSupported, ServiceError

Start = Callable[..., str]

ROLE = "arn:aws:iam::123456789012:role/provisioning"
UNKNOWN = "0" * 64


def code_of(client: Client) -> str:
    code: str = client.call("GetRegistrationCode")["registrationCode"]
    return code


def refusal(client: Client, operation: str, **parameters: object) -> str:
    """The name of the error that the call ends with."""
    with pytest.raises(ServiceError) as caught:
        client.call(operation, **parameters)
    return caught.value.code


def register(client: Client, authority: Authority, **parameters: object) -> str:
    """Registers with the proof of possession; the id."""
    proof = authority.verification_certificate(code_of(client))
    answer = client.call("RegisterCACertificate", caCertificate=authority.pem, verificationCertificate=proof, **parameters)
    assert answer["certificateId"] == authority.certificate_id()
    assert answer["certificateArn"] == f"arn:aws:iot:us-west-2:123456789012:cacert/{authority.certificate_id()}"
    return authority.certificate_id()


@pytest.mark.parametrize("key", [("rsa:2048",), ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")], ids=["rsa", "ec"])
def test_the_whole_flow(client: Client, tmp_path: Path, key: tuple[str, ...]) -> None:
    authority = Authority(tmp_path / "ca", key)
    code = code_of(client)
    assert len(code) == 64
    assert code_of(client) == code

    config = {"templateBody": '{"Parameters": {}}', "roleArn": ROLE}
    identity = register(client, authority, registrationConfig=config, setAsActive=True, allowAutoRegistration=True)
    answer = client.call("DescribeCACertificate", certificateId=identity)
    described = answer["certificateDescription"]
    assert described["certificatePem"] == authority.pem
    assert described["status"] == "ACTIVE"
    assert described["autoRegistrationStatus"] == "ENABLE"
    assert described["ownedBy"] == "123456789012"
    assert answer["registrationConfig"] == config
    [entry] = client.call("ListCACertificates")["certificates"]
    assert entry["certificateId"] == identity
    assert entry["status"] == "ACTIVE"

    proof = authority.verification_certificate(code)
    again = refusal(client, "RegisterCACertificate", caCertificate=authority.pem, verificationCertificate=proof)
    assert again == "ResourceAlreadyExistsException"
    assert refusal(client, "DeleteCACertificate", certificateId=identity) == "CertificateStateException"
    client.call("UpdateCACertificate", certificateId=identity, newStatus="INACTIVE", newAutoRegistrationStatus="DISABLE")
    described = client.call("DescribeCACertificate", certificateId=identity)["certificateDescription"]
    assert described["status"] == "INACTIVE"
    assert described["autoRegistrationStatus"] == "DISABLE"
    assert described["customerVersion"] == 2
    client.call("UpdateCACertificate", certificateId=identity, removeAutoRegistration=True)
    assert "registrationConfig" not in client.call("DescribeCACertificate", certificateId=identity)

    client.call("DeleteCACertificate", certificateId=identity)
    assert refusal(client, "DescribeCACertificate", certificateId=identity) == "ResourceNotFoundException"
    assert client.call("ListCACertificates")["certificates"] == []
    client.call("DeleteRegistrationCode")
    assert code_of(client) != code


def test_tags_and_templates(client: Client, authority: Authority) -> None:
    proof = authority.verification_certificate(code_of(client))

    def attempt(**more: object) -> str:
        try:
            client.call("RegisterCACertificate", caCertificate=authority.pem, verificationCertificate=proof, **more)
        except NotSupported as old:
            pytest.skip(f"the client is too old: {old}")
        except ServiceError as error:
            return error.code
        return "registered"

    assert attempt(tags=[{"Key": "a*b", "Value": "v"}]) == "InvalidRequestException"
    assert attempt(tags=[{"Key": "a"}, {"Key": "a"}]) == "InvalidRequestException"
    assert attempt(registrationConfig={"templateName": "has blanks"}) == "InvalidRequestException"
    assert attempt(tags=[{"Key": "größe", "Value": "日本"}], registrationConfig={"templateName": "fleet"}) == "registered"


def test_sni_only(client: Client, authority: Authority) -> None:
    code = code_of(client)
    try:
        client.call("RegisterCACertificate", caCertificate=authority.pem, certificateMode="SNI_ONLY")
    except NotSupported as old:
        pytest.skip(f"the client is too old: {old}")
    described = client.call("DescribeCACertificate", certificateId=authority.certificate_id())["certificateDescription"]
    assert described["certificateMode"] == "SNI_ONLY"
    assert described["status"] == "INACTIVE"
    assert described["validity"]["notAfter"]
    client.call("DeleteCACertificate", certificateId=authority.certificate_id())

    proof = authority.verification_certificate(code)
    both = {"caCertificate": authority.pem, "verificationCertificate": proof, "certificateMode": "SNI_ONLY"}
    assert refusal(client, "RegisterCACertificate", **both) == "InvalidRequestException"
    assert refusal(client, "RegisterCACertificate", caCertificate=authority.pem) == "InvalidRequestException"
    other = {"caCertificate": authority.pem, "certificateMode": "OTHER"}
    assert refusal(client, "RegisterCACertificate", **other) == "InvalidRequestException"


def test_what_is_refused(client: Client, authority: Authority, tmp_path: Path) -> None:
    def attempt(ca: str, proof: str) -> str:
        return refusal(client, "RegisterCACertificate", caCertificate=ca, verificationCertificate=proof)

    early = authority.verification_certificate(UNKNOWN)
    assert attempt(authority.pem, early) == "RegistrationCodeValidationException"
    code = code_of(client)
    assert attempt(authority.pem, authority.verification_certificate(code.upper())) == "RegistrationCodeValidationException"
    other = Authority(tmp_path / "other")
    assert attempt(authority.pem, other.verification_certificate(code)) == "CertificateValidationException"
    assert attempt("no certificate", early) == "CertificateValidationException"
    assert attempt(authority.pem, authority.pem) == "RegistrationCodeValidationException"  # it did sign itself
    leaf = authority.verification_certificate(code)
    assert attempt(leaf, leaf) == "CertificateValidationException"
    assert attempt("x" * 65537, early) == "InvalidRequestException"

    assert refusal(client, "DescribeCACertificate", certificateId=UNKNOWN) == "ResourceNotFoundException"
    assert refusal(client, "UpdateCACertificate", certificateId=UNKNOWN, newStatus="ACTIVE") == "ResourceNotFoundException"
    assert refusal(client, "DeleteCACertificate", certificateId=UNKNOWN) == "ResourceNotFoundException"
    assert refusal(client, "DescribeCACertificate", certificateId="g" * 64) == "InvalidRequestException"
    assert refusal(client, "UpdateCACertificate", certificateId=UNKNOWN, newStatus="PENDING") == "InvalidRequestException"


def test_lists_in_pages(client: Client, tmp_path: Path) -> None:
    identities = []
    for number in range(5):
        authority = Authority(tmp_path / f"ca{number}", ("ec", "-pkeyopt", "ec_paramgen_curve:P-256"), f"/CN=Number {number}")
        identities.append(register(client, authority))
    for size in (2, 5):
        entries = client.call("ListCACertificates", pageSize=size)["certificates"]
        assert [entry["certificateId"] for entry in entries] == identities[::-1]
    entries = client.call("ListCACertificates", pageSize=3, ascendingOrder=True)["certificates"]
    assert [entry["certificateId"] for entry in entries] == identities


def test_roles_that_may_not_be_passed_on(
    client_kind: Callable[..., Client], start: Start, authority: Authority, tmp_path: Path
) -> None:
    client = client_kind(start("--deny-role", ROLE), tmp_path)
    proof = authority.verification_certificate(code_of(client))
    with pytest.raises(ServiceError) as caught:
        client.call(
            "RegisterCACertificate",
            caCertificate=authority.pem,
            verificationCertificate=proof,
            registrationConfig={"roleArn": ROLE},
        )
    assert caught.value.code == "AccessDeniedException"
    assert f"iam:PassRole on resource: {ROLE}" in caught.value.message


def test_signatures_are_verified(client: Client) -> None:
    assert code_of(client)
    client.environment = {"AWS_SECRET_ACCESS_KEY": SECRET_KEY[::-1]}
    assert refusal(client, "GetRegistrationCode") == "InvalidSignatureException"
    client.environment = {"AWS_ACCESS_KEY_ID": "AKIDUNKNOWN"}
    assert refusal(client, "GetRegistrationCode") == "UnrecognizedClientException"
    client.environment = {"AWS_SESSION_TOKEN": "unexpected"}
    assert refusal(client, "GetRegistrationCode") == "UnrecognizedClientException"
    client.environment = {}
    client.unsigned = True
    assert refusal(client, "GetRegistrationCode") == "MissingAuthenticationTokenException"


def test_each_region_has_its_own_state(client: Client) -> None:
    code = code_of(client)
    client.region = "eu-central-1"
    assert code_of(client) != code
    client.region = "us-west-2"
    assert code_of(client) == code


def test_without_verification_anybody_may_come(client_kind: Callable[..., Client], start: Start, tmp_path: Path) -> None:
    client = client_kind(start("--no-auth"), tmp_path)
    client.environment = {"AWS_SECRET_ACCESS_KEY": "wrong"}
    assert code_of(client)


@pytest.mark.parametrize("spelling", ["colon", "hash", "type", "code"])
def test_clients_read_each_spelling_of_an_error(
    client_kind: Callable[..., Client], start: Start, tmp_path: Path, spelling: str
) -> None:
    client = client_kind(start("--fault", f"error-type={spelling},always"), tmp_path)
    with pytest.raises(ServiceError) as caught:
        client.call("DescribeCACertificate", certificateId=UNKNOWN)
    # A few old clients do not cut the name out of the long forms.
    assert "ResourceNotFoundException" in caught.value.code
    assert UNKNOWN in caught.value.message


@pytest.mark.parametrize(
    "fault", ["status=503", "status=429:ThrottlingException", "status=500", "reset", "close", "garbage", "delay=200ms"]
)
def test_clients_survive_a_fault_that_passes(
    client_kind: Callable[..., Client], start: Start, tmp_path: Path, fault: str
) -> None:
    client = client_kind(start("--fault", fault), tmp_path)
    assert len(code_of(client)) == 64


def test_a_lost_answer_shows_as_a_duplicate(
    client_kind: Callable[..., Client], start: Start, authority: Authority, tmp_path: Path
) -> None:
    """What the client's own first attempt did is all that its second one meets."""
    client = client_kind(start("--fault", "delay=0ms", "--fault", "reset,processed"), tmp_path)
    proof = authority.verification_certificate(code_of(client))
    code = refusal(client, "RegisterCACertificate", caCertificate=authority.pem, verificationCertificate=proof)
    assert code == "ResourceAlreadyExistsException"
