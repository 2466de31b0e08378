"""`--skip-unsupported`: what can be generated is, and what cannot is listed with its place."""

import json
from pathlib import Path

import pytest
from models import TEXT, model_text, structure
from test_cli import run

SHAPES = (
    structure("In", '"a": {"shape": "Text"}'),
    structure("Odd", '"b": {"shape": "Inner"}, "d": {"shape": "Inner"}'),
    structure("Inner", '"c": {"shape": "Text", "hovering": true}'),
    TEXT,
)
OPERATIONS = tuple(
    f'"{name}": {{"http": {{"method": "POST", "requestUri": "/{name}"}}, "input": {{"shape": "{shape}"}}{more}}}'
    for name, shape, more in (("Good", "In", ""), ("Bad", "Odd", ""), ("Worse", "Odd", ', "hovering": 1'))
)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.json"
    path.write_text(model_text(*SHAPES, operations=OPERATIONS))
    return path


def generate(model: Path, operations: str, *more: object) -> int:
    out = model.parent / "include"
    return run("generate", "--model", model, "--operations", operations, "--output", out, *more)


def written(model: Path) -> set[str]:
    out = model.parent / "include/cppsmith"
    return {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}


def test_without_it_everything_that_is_reached_is_refused(model: Path, capsys) -> None:
    assert generate(model, "all") == 2
    assert written(model) == set()
    assert "Inner.c: the key 'hovering' is not known" in capsys.readouterr().err
    assert generate(model, "Good") == 0


def test_the_rest_is_generated_and_what_is_left_out_is_listed(model: Path, capsys) -> None:
    assert generate(model, "all", "--skip-unsupported") == 0
    assert written(model) == {"tiny.hpp", "tiny/service.hpp", "tiny/good.hpp"}
    assert "bad.hpp" not in (model.parent / "include/cppsmith/tiny.hpp").read_text()
    assert capsys.readouterr().err.splitlines() == [
        "left out: Bad: tiny.json:10: Inner.c: the key 'hovering' is not known",
        "left out: Worse: tiny.json:5: Worse: the key 'hovering' is not known (and 1 more)",
        "2 operations were left out",
    ]


def test_nothing_is_said_where_all_is_supported(model: Path, capsys) -> None:
    assert generate(model, "Good", "--skip-unsupported") == 0
    assert capsys.readouterr().err == ""


def test_nothing_left_is_an_error(model: Path, capsys) -> None:
    assert generate(model, "Bad,Worse", "--skip-unsupported") == 2
    assert "tiny.json: no operation is left to generate" in capsys.readouterr().err


def test_an_operation_that_is_not_there_is_an_error(model: Path, capsys) -> None:
    assert generate(model, "Good,Godo", "--skip-unsupported") == 2
    assert "there is no operation 'Godo'; did you mean Good?" in capsys.readouterr().err


def test_what_the_endpoint_rules_do_not_know_is_left_out(model: Path, capsys) -> None:
    said = json.loads(model.read_text())
    said["operations"]["Bad"] |= {"input": {"shape": "In"}, "staticContextParams": {"Nobody": {"value": True}}}
    model.write_text(json.dumps(said))
    rules = {
        "version": "1.0",
        "parameters": {"Region": {"type": "String"}},
        "rules": [{"type": "error", "conditions": [], "error": "nowhere"}],
    }
    (model.parent / "tiny.endpoint-rules.json").write_text(json.dumps(rules))
    assert generate(model, "all", "--skip-unsupported") == 0
    assert "left out: Bad: tiny.json:1: Bad: the endpoint rules have no parameter 'Nobody'" in capsys.readouterr().err


def test_what_is_malformed_is_never_skipped(model: Path, capsys) -> None:
    said = json.loads(model.read_text())
    said["shapes"]["Odd"]["members"]["b"]["shape"] = "Nowhere"
    model.write_text(json.dumps(said))
    assert generate(model, "all", "--skip-unsupported") == 2
    assert "Odd.b: there is no shape 'Nowhere'" in capsys.readouterr().err
