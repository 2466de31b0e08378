"""Each header stands alone, without exceptions and RTTI too, and a generated one brings in no more than it has to."""

from __future__ import annotations

import platform
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, WARNINGS

INCLUDE = ROOT / "include"
PUBLIC = sorted(p for p in INCLUDE.rglob("*.hpp") if "iot" not in p.parts)
GENERATED = sorted((INCLUDE / "cppsmith/iot").glob("*.hpp"))
FORBIDDEN = ["simdjson.h", "cppsmith/client.hpp", "cppsmith/json/", "boost/system", "/regex", "/iostream", "/functional", "/chrono"]


def run(compiler: str, text: str, *options: str) -> str:
    command = [compiler, "-std=c++20", "-I", str(INCLUDE), *options, "-x", "c++", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[:2000]
    return done.stdout


def including(headers: list[Path]) -> str:
    return "".join(f"#include <{h.relative_to(INCLUDE)}>\n" for h in headers)


@pytest.mark.parametrize("header", PUBLIC, ids=lambda h: str(h.relative_to(INCLUDE)))
def test_it_compiles_alone(compiler: str, header: Path) -> None:
    run(compiler, including([header]), "-fsyntax-only", *WARNINGS)


@pytest.mark.parametrize("header", GENERATED, ids=lambda h: h.name)
def test_a_generated_header_compiles_alone(compiler: str, header: Path) -> None:
    run(compiler, including([header]), "-fsyntax-only", *WARNINGS)


def test_all_compile_without_exceptions_and_rtti(compiler: str) -> None:
    used = """
        template cppsmith::result<cppsmith::http_request> cppsmith::prepare<cppsmith::iot::RegisterCACertificate>(
            cppsmith::iot::RegisterCACertificateRequest const&, cppsmith::endpoint const&, cppsmith::prepare_options const&);
        template cppsmith::result<cppsmith::reply<cppsmith::iot::ListCACertificatesResponse>>
            cppsmith::parse<cppsmith::iot::ListCACertificates>(cppsmith::http_response&&);
        auto call(cppsmith::client<cppsmith::curl_transport, cppsmith::sigv4_signer> const& aws) {
            return aws.call<cppsmith::iot::GetRegistrationCode>({});
        }
        int walk(cppsmith::client<cppsmith::curl_transport, cppsmith::sigv4_signer> const& aws) {
            int n = 0;
            for (auto& item : aws.items<cppsmith::iot::ListCACertificates>({})) n += item.has_value();
            return n;
        }
    """
    run(compiler, including(PUBLIC + GENERATED) + used, "-fsyntax-only", "-fno-exceptions", "-fno-rtti", *WARNINGS)


def test_a_generated_header_brings_in_neither_parser_nor_client(compiler: str) -> None:
    seen = run(compiler, including(GENERATED), "-M").replace("\\\n", " ").split()
    assert any(path.endswith("boost/describe/class.hpp") for path in seen)
    project = [p for p in seen if any(word in p for word in FORBIDDEN[:4])]
    standard = [p for p in seen if any(p.endswith(word) for word in FORBIDDEN[4:])]
    assert project + standard == []


def test_the_writer_that_cannot_fail_stays_cheap(compiler: str) -> None:
    dear = ["boost/system/", "simdjson.h", "/immintrin.h", "/algorithm", "/functional", "/memory", "/chrono", "/iostream"]
    seen = run(compiler, "#include <cppsmith/json/write.hpp>\n", "-M").replace("\\\n", " ").split()
    assert any(path.endswith("cppsmith/json/writer.hpp") for path in seen)
    assert [path for path in seen if any(word in path if word.endswith("/") else path.endswith(word) for word in dear)] == []


ON_DEMAND = """
    #include <simdjson.h>
    double number(simdjson::padded_string const& text) {
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document = parser.iterate(text);
        return document.get_double();
    }
"""


@pytest.mark.skipif(platform.machine() != "x86_64", reason="only there simdjson has kernels to choose from")
@pytest.mark.parametrize(
    "flags",
    ["", "-msse4.2 -mpclmul", "-march=haswell", "-march=icelake-client", "-DSIMDJSON_BUILTIN_IMPLEMENTATION=westmere"],
)
def test_a_program_that_uses_simdjson_too_gets_the_kernel_that_it_would_have(compiler: str, flags: str) -> None:
    def kernel(text: str) -> str:
        return run(compiler, f"{text}\nSIMDJSON_BUILTIN_IMPLEMENTATION\n", *flags.split(), "-E", "-P").split()[-1]

    with_ours = "#include <cppsmith/json.hpp>\n" + ON_DEMAND
    assert kernel(with_ours) == kernel(ON_DEMAND)
    run(compiler, with_ours, *flags.split(), "-fsyntax-only", *WARNINGS)
