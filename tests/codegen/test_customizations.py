"""What is known of services beyond their models."""

from cppsmith_codegen.cpp_types import Target
from models import TEXT, generate, load_text, model_text, structure


def service_header(service_id: str, target: Target = Target()) -> str:
    service = load_text(model_text(structure("In", '"a": {"shape": "Text"}'), TEXT, serviceId=service_id, apiVersion="2012-06-01"))
    return generate(service, target=target)["service.hpp"]


def test_a_service_that_expects_a_header_says_so() -> None:
    assert 'fixed_header headers[] = {{"accept", "application/json"}};\n' in service_header("API Gateway")
    assert 'fixed_header headers[] = {{"x-amz-glacier-version", "2012-06-01"}};\n' in service_header("Glacier")
    assert " cppsmith::fixed_header headers[]" in service_header("Glacier", Target("mine", "mine"))


def test_others_have_none() -> None:
    assert "headers[]" not in service_header("Tiny")
