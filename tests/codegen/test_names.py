"""From the model's spelling to identifiers, files and namespaces."""

import json

import pytest
from cppsmith_codegen import names


@pytest.mark.parametrize(
    ("name", "snake"),
    [
        ("RegisterCACertificate", "register_ca_certificate"),
        ("ListCACertificates", "list_ca_certificates"),
        ("Tag", "tag"),
        ("errorMessage", "error_message"),
        ("ListARNs", "list_arns"),
        ("VPCs", "_vpcs"),
        ("S3Uri", "s3_uri"),
        ("CreateCachediSCSIVolume", "create_cached_iscsi_volume"),
        ("DescribeEC2Instances", "describe_ec2_instances"),
        ("already_Snake", "already_Snake"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_xform_name(name: str, snake: str) -> None:
    assert names.xform_name(name) == snake


def test_xform_name_is_botocores(botocore_data) -> None:
    from botocore import xform_name

    checked = 0
    for service in ("iot/2015-05-28", "s3/2006-03-01", "storagegateway/2013-06-30", "mturk/2017-01-17"):
        model = json.loads((botocore_data / service / "service-2.json").read_text())
        for name in (*model["operations"], *model["shapes"]):
            assert names.xform_name(name) == xform_name(name)
            checked += 1
    assert checked > 1000


def test_file_names_avoid_what_is_taken() -> None:
    assert names.file_name("Service") == "service_"
    assert names.file_name("Aux") == "aux_"
    assert names.file_name("COM1") == "com1_"
    assert names.file_name("Some_Name") == "some_name"


@pytest.mark.parametrize(
    "name",
    "namespace operator and_eq not xor co_await requires concept errno stdin EOF NULL NAN INFINITY assert"
    " signbit linux unix major minor ERROR IN OUT DOMAIN min max GetObject interface OPTIONAL".split(),
)
def test_keywords_and_macros_get_an_underscore(name: str) -> None:
    assert names.escaped(name) == f"{name}_"
    assert names.type_name(name, "iot", ()) == f"{name}_"


@pytest.mark.parametrize("name", ["Tag", "caCertificate", "DEFAULT", "SNI_ONLY", "message", "name"])
def test_other_names_stay(name: str) -> None:
    assert names.escaped(name) == name


def test_shapes_make_way() -> None:
    assert names.type_name("text", "iot", ()) == "text_"
    assert names.type_name("iot", "iot", ()) == "iot_"
    assert names.type_name("ListThings", "iot", ("ListThings",)) == "ListThings_"
    assert names.type_name("ListThings", "iot", ()) == "ListThings"


@pytest.mark.parametrize(
    ("service_id", "namespace"),
    [
        ("IoT", "iot"),
        ("IoT Data Plane", "iot_data_plane"),
        ("signer", "signer_"),
        ("Client", "client_"),
        ("JSON", "json_"),
        ("export", "export_"),
        ("3D-Things", "_3d_things"),
        ("A4B", "a4b"),
    ],
)
def test_namespaces(service_id: str, namespace: str) -> None:
    assert names.namespace(service_id) == namespace


def test_no_real_service_is_renamed_without_need(botocore_data) -> None:
    renamed = set()
    for path in botocore_data.glob("*/*/service-2.json"):
        head = path.read_text(encoding="utf-8")
        service_id = head[head.index('"serviceId"') :].split('"')[3]
        if names.namespace(service_id).endswith("_"):
            renamed.add(service_id)
    assert renamed == {"signer"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("DEFAULT", "SNI_ONLY"), ("DEFAULT", "SNI_ONLY")),
        (("dark-red", "RED"), ("dark_red", "RED")),
        (("a-b", "a.b", "c"), ("a_x2d_b", "a_x2e_b", "c")),
        (("a-b", "a_b"), ("a_x2d_b", "a_b")),
        (("1.0", "2"), ("_1_0", "_2")),
        (("-1", "1"), ("x2d_1", "_1")),
        (("*", "", "<="), ("x2a", "empty", "x3c_x3d")),
        (("(none)", "a--b"), ("none", "a_b")),
        (("default", "min", "not-null"), ("default_", "min_", "not_null")),
        (("ERROR", "ERROR_"), ("ERROR_1", "ERROR_")),
        (("ERROR", "ERROR_", "ERROR_1"), ("ERROR_2", "ERROR_", "ERROR_1")),
        (("A ", "A", " A"), ("A_x20", "A", "x20_A")),
        (("aws:s3", "é"), ("aws_s3", "xe9")),
    ],
)
def test_identifiers(values: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert names.identifiers(values) == expected


def test_identifiers_do_not_depend_on_the_order() -> None:
    values = ("a-b", "a.b", "a_b", "1", "-1", "*", "x2a", "default", "default_", "min", "min_", "min_1")
    forward = dict(zip(values, names.identifiers(values)))
    assert dict(zip(values[::-1], names.identifiers(values[::-1]))) == forward
    assert len(set(forward.values())) == len(values)


def test_distinct_names() -> None:
    assert names.distinct({1: "a", 2: "a", 3: "a_", 4: "b", 5: "a"}) == {1: "a", 2: "a__", 3: "a_", 4: "b", 5: "a___"}
    assert names.avoiding(("at", "at_", "b"), {"at", "c"}) == ("at__", "at_", "b")


def test_macros() -> None:
    assert names.guard("cppsmith", "iot", "tag") == "CPPSMITH_IOT_TAG_HPP"
    assert names.guard("cppsmith", "iot", "service") != names.guard("cppsmith", "iot", "service_")
    assert names.guard("a/b-c", "iot", "") == "A_B_C_IOT_HPP"
    assert names.guard("cppsmith", "acm", "pca_arn") != names.guard("cppsmith", "acm_pca", "arn")
    assert names.guard("cppsmith", "acm", "pca") != names.guard("cppsmith", "acm_pca", "")
    assert names.guard("cppsmith", "signer_", "job") == "CPPSMITH_SIGNER__JOB_HPP"
    assert names.macro("cppsmith::iot") == "CPPSMITH_IOT"


def test_a_long_name_of_a_file_ends_in_a_sum() -> None:
    long = "A" + "b" * 300
    made = names.file_name(long)
    assert len(made) == 120 and made.startswith("abbb") and made != names.file_name(long + "c")
    assert names.file_name("A" + "b" * 119) == "a" + "b" * 119
