"""Models by the names of their services: where they are looked for, which is taken, what is said of others."""

import gzip
from pathlib import Path

import pytest
from cppsmith_codegen.botocore_models import data_folders, find_model, services
from cppsmith_codegen.diagnostics import InputError
from models import messages, model_text, structure
from test_cli import run


def model(folder: Path, service: str, version: str, ending: str = "", **metadata: object) -> Path:
    path = folder / service / version / f"service-2.json{ending}"
    path.parent.mkdir(parents=True)
    data = model_text(structure("In", ""), **metadata).encode()
    path.write_bytes(gzip.compress(data) if ending else data)
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "botocore/data"
    model(folder, "tiny", "2019-01-01")
    model(folder, "tiny", "2026-01-01", ".gz")
    model(folder, "tiny-two", "2020-01-01")
    (folder / "no-model/2020-01-01").mkdir(parents=True)
    (folder / "endpoints.json").write_text("{}")
    return folder


def test_the_newest_version_or_the_one_asked_for(data: Path) -> None:
    assert find_model("tiny", None, (data,)) == data / "tiny/2026-01-01/service-2.json.gz"
    assert find_model("tiny", "2019-01-01", (data,)) == data / "tiny/2019-01-01/service-2.json"
    assert services((data,)) == ("tiny", "tiny-two")


@pytest.mark.parametrize("below", ["", "botocore", "botocore/data"])
def test_a_botocore_or_its_data_or_what_it_is_installed_in(data: Path, tmp_path: Path, below: str) -> None:
    assert data_folders(tmp_path / below, {}) == (data,)
    assert data_folders(None, {"CPPSMITH_BOTOCORE": str(tmp_path / below)}) == (data,)


def test_folders_of_ones_own_come_first(data: Path, tmp_path: Path) -> None:
    own, home = tmp_path / "own", tmp_path / "home"
    mine = model(own, "tiny", "2026-01-01")
    model(home / ".aws/models", "tiny", "2026-01-01")
    homely = model(home / ".aws/models", "homely", "1")
    environment = {"AWS_DATA_PATH": f"$CPPSMITH_NOWHERE/x:{own}", "HOME": str(home)}
    folders = data_folders(data, environment)
    assert folders == (own, home / ".aws/models", data)
    assert find_model("tiny", None, folders) == mine
    assert find_model("homely", None, folders) == homely


def refusal(*arguments: object) -> str:
    with pytest.raises(InputError) as error:
        find_model(*arguments)  # type: ignore[arg-type]
    return messages(error.value)[0]


def test_what_there_is_not(data: Path, tmp_path: Path) -> None:
    assert refusal("tinny", None, (data,)) == f"there is no service 'tinny' in {data}; did you mean tiny or tiny-two?"
    assert refusal("Tiny_Two", None, (data,)).endswith("; did you mean tiny-two or tiny?")
    assert refusal("x", None, (data,)) == f"there is no service 'x' in {data}"
    assert refusal("../data/tiny", None, (data,)).startswith("there is no service '../data/tiny'")
    assert refusal("tiny", "2000", (data,)) == "'tiny' has no API version '2000', but 2019-01-01, 2026-01-01"
    assert "botocore is not installed" in refusal("tiny", None, ())
    with pytest.raises(InputError, match="is no botocore, nor its data"):
        data_folders(tmp_path / "no", {})


def test_the_command_line(data: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "include"
    base = ("--service", "tiny", "--botocore", data)
    assert run("generate", *base, "--operations", "all", "--output", out) == 0
    assert (out / "cppsmith/tiny/op.hpp").is_file()
    assert run("files", *base, "--api-version", "2019-01-01") == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(data / "tiny/2019-01-01/service-2.json")
    assert run("generate", "--service", "tinny", "--botocore", data, "--operations", "all", "--output", out) == 2
    assert "did you mean tiny or tiny-two?" in capsys.readouterr().err
    for wrong in ("--api-version=1", f"--botocore={data}"):
        assert run("list", "--model", data / "tiny/2019-01-01/service-2.json", wrong) == 2
        assert "goes with --service, not with --model" in capsys.readouterr().err
    assert run("list", "--model", "x.json", "--service", "tiny") == 2


def test_services_that_share_an_id_go_by_their_folders(tmp_path: Path, capsys) -> None:
    for folder in ("pinpoint-sms-voice", "sms-voice"):
        path = model(tmp_path / "data", folder, "1", serviceId="Pinpoint SMS Voice")
        assert run("generate", "--model", path, "--operations", "all", "--output", tmp_path / "out") == 0
    elsewhere = tmp_path / "mine.json"
    elsewhere.write_text(model_text(structure("In", ""), serviceId="Pinpoint SMS Voice"))
    assert run("generate", "--model", elsewhere, "--operations", "all", "--output", tmp_path / "other") == 0
    assert sorted(p.name for p in (tmp_path / "out/cppsmith").iterdir() if p.is_dir()) == ["pinpoint_sms_voice", "sms_voice"]
    assert (tmp_path / "other/cppsmith/pinpoint_sms_voice/op.hpp").is_file()
