"""Projects outside of the tree, against the installed package and against the source."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def run(*command: object, **environment: str) -> str:
    done = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, timeout=900, env={**os.environ, **environment}
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="session")
def prefix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed from a copy of what a clone holds, and the build folder gone."""
    folder = tmp_path_factory.mktemp("package")
    build, installed = folder / "build", folder / "installed"
    options = ["-DCPPSMITH_BUILD_TESTS=OFF", "-DCPPSMITH_BUILD_EXAMPLES=OFF", f"-DCMAKE_INSTALL_PREFIX={installed}"]
    run("cmake", "-G", "Ninja", "-S", ROOT, "-B", build, "-DCMAKE_CXX_COMPILER=g++", *options)
    run("cmake", "--build", build)
    run("cmake", "--install", build)
    shutil.rmtree(build)
    return installed


def consume(project: str, folder: Path, *options: str) -> str:
    run("cmake", "-G", "Ninja", "-S", HERE / project, "-B", folder, f"-DPython3_EXECUTABLE={sys.executable}", *options)
    run("cmake", "--build", folder, "-j2")
    return run(folder / "consumer")


@pytest.mark.parametrize("compiler", [c for c in ("g++", "clang++-19") if shutil.which(c)])
def test_find_package(prefix: Path, tmp_path: Path, compiler: str) -> None:
    options = (f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}")
    assert '"Key":"fleet"' in consume("find_package", tmp_path / "build", *options)


def test_add_subdirectory(tmp_path: Path) -> None:
    assert '"Key":"fleet"' in consume("add_subdirectory", tmp_path / "build", f"-DCPPSMITH_SOURCE={ROOT}")


def test_cppsmith_generate_from_the_package(prefix: Path, tmp_path: Path) -> None:
    assert "to you too" in consume("generate", tmp_path / "build", f"-DCMAKE_PREFIX_PATH={prefix}")


def test_a_changed_model_is_generated_again(prefix: Path, tmp_path: Path) -> None:
    project = tmp_path / "generate"
    shutil.copytree(HERE / "generate", project)
    build = tmp_path / "build"
    run("cmake", "-G", "Ninja", "-S", project, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DPython3_EXECUTABLE={sys.executable}")
    run("cmake", "--build", build)
    model = project / "greeter.json"
    model.write_text(model.read_text().replace("/greetings/{name}", "/salutations/{name}"))
    run("cmake", "--build", build)
    assert subprocess.run([build / "consumer"], capture_output=True, text=True).stdout.startswith("PUT https://example.com/salutations/")


def test_a_service_is_found_in_botocores_folders_and_its_newest_model_is_taken(prefix: Path, tmp_path: Path) -> None:
    project, data = tmp_path / "project", tmp_path / "botocore/data/greeter"
    shutil.copytree(HERE / "generate", project)
    text = (project / "greeter.json").read_text()
    (project / "greeter.json").unlink()
    lists = project / "CMakeLists.txt"
    arguments = f"TARGET consumer SERVICE greeter BOTOCORE {tmp_path}/botocore OPERATIONS Greet UMBRELLA"
    lists.write_text(lists.read_text().replace("TARGET consumer MODEL greeter.json OPERATIONS Greet", arguments))

    def publish(version: str, route: str) -> None:
        (data / version).mkdir(parents=True)
        (data / version / "service-2.json.gz").write_bytes(gzip.compress(text.replace("/greetings/", route).encode()))

    publish("2026-01-01", "/greetings/")
    build = tmp_path / "build"
    run("cmake", "-G", "Ninja", "-S", project, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DPython3_EXECUTABLE={sys.executable}")
    run("cmake", "--build", build)
    assert run(build / "consumer").startswith("PUT https://example.com/greetings/")
    assert len(list(build.glob("cppsmith-generated/*/cppsmith/greeter.hpp"))) == 1
    publish("2026-02-01", "/salutations/")
    run("cmake", "--build", build)
    done = subprocess.run([build / "consumer"], capture_output=True, text=True)
    assert done.stdout.startswith("PUT https://example.com/salutations/")


def test_pkg_config(prefix: Path, tmp_path: Path) -> None:
    [folder] = prefix.glob("**/pkgconfig")
    parts = ["cppsmith-json", "cppsmith-sigv4", "cppsmith-curl"]
    flags = run("pkg-config", "--cflags", "--libs", *parts, PKG_CONFIG_PATH=str(folder)).split()
    run("g++", "-std=c++20", HERE / "main.cpp", "-o", tmp_path / "consumer", *flags)
    assert '"Key":"fleet"' in run(tmp_path / "consumer")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("TARGET nobody MODEL m.json OPERATIONS A", "there is no target nobody"),
        ("TARGET somebody OPERATIONS A", "either MODEL or SERVICE is needed"),
        ("TARGET somebody SERVICE tiny BOTOCORE . OPERATIONS A", "is no botocore, nor its data"),
    ],
)
def test_a_wrong_call_of_cppsmith_generate_is_refused(prefix: Path, tmp_path: Path, arguments: str, message: str) -> None:
    (tmp_path / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(consumer LANGUAGES CXX)\nfind_package(cppsmith REQUIRED)\n"
        f"add_library(somebody INTERFACE)\ncppsmith_generate({arguments})\n"
    )
    options = [f"-DCMAKE_PREFIX_PATH={prefix}", f"-DPython3_EXECUTABLE={sys.executable}"]
    done = subprocess.run(["cmake", "-S", tmp_path, "-B", tmp_path / "build", *options], capture_output=True, text=True)
    assert done.returncode != 0
    assert message in " ".join(done.stderr.split())
