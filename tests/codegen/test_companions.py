"""The files beside a model: found by name, gzipped or not, with what is added to them."""

import gzip
import json
from pathlib import Path

import pytest
from cppsmith_codegen.companions import files_of, read_companions, read_model
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.source import Node, read
from models import messages, model_text, structure
from test_source import plain


def written(path: Path, value: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (value if isinstance(value, str) else json.dumps(value)).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def said(node: Node | None) -> object:
    return None if node is None else plain(node)


def test_botocores_folder(tmp_path: Path) -> None:
    model = written(tmp_path / "service-2.json.gz", {})
    written(tmp_path / "paginators-1.json", {"pagination": {"a": 1}})
    written(tmp_path / "waiters-2.json.gz", {"waiters": {}})
    written(tmp_path / "endpoint-rule-set-1.json.gz", {"rules": []})
    found = read_companions(model)
    assert said(found.paginators) == {"pagination": {"a": 1}}
    assert said(found.waiters) == {"waiters": {}}
    assert said(found.endpoint_rules) == {"rules": []}
    assert [p.name for p in files_of(model)] == [
        "service-2.json.gz", "paginators-1.json", "waiters-2.json.gz", "endpoint-rule-set-1.json.gz"
    ]


@pytest.mark.parametrize(
    ("model", "companion"),
    [
        ("thing.json", "thing.paginators.json"),
        ("thing.json.gz", "thing.paginators.json.gz"),
        ("thing.service-2.json", "thing.paginators-1.json"),
    ],
)
def test_a_model_of_ones_own(tmp_path: Path, model: str, companion: str) -> None:
    path = written(tmp_path / model, {})
    written(tmp_path / companion, [1])
    found = read_companions(path)
    assert said(found.paginators) == [1]
    assert found.waiters is None
    assert found.endpoint_rules is None


def test_additions_go_deep_and_count(tmp_path: Path) -> None:
    model = written(tmp_path / "service-2.json", {"a": {"b": 1, "c": [1]}, "d": 1})
    written(tmp_path / "service-2.sdk-extras.json", {"version": 1.0, "merge": {"a": {"c": [2], "e": 3}, "d": {}}})
    written(tmp_path / "paginators-1.json", {"pagination": {"a": 1}})
    written(tmp_path / "paginators-1.sdk-extras.json", {"merge": {"pagination": {"b": 2}}})
    assert said(read_model(model)) == {"a": {"b": 1, "c": [2], "e": 3}, "d": {}}
    assert said(read_companions(model).paginators) == {"pagination": {"a": 1, "b": 2}}
    assert len(files_of(model)) == 4


def test_botocore_puts_the_same_together(botocore_data: Path) -> None:
    loader = pytest.importorskip("botocore.loaders").Loader()
    found = 0
    for extras in sorted(botocore_data.glob("*/*/*.sdk-extras.json")):
        name = extras.name.removesuffix(".sdk-extras.json")
        service, version = extras.parts[-3:-1]
        model = next(extras.parent.glob("service-2.json*"))
        ours = read_model(model) if name == "service-2" else read_companions(model).paginators
        assert said(ours) == loader.load_service_model(service, name, version), extras
        found += 1
    assert found > 0


RULES = {"version": "1.0", "parameters": {}, "rules": [{"conditions": [], "type": "error", "error": "nowhere"}]}


def test_a_model_is_another_one_with_other_companions(tmp_path: Path) -> None:
    model = written(tmp_path / "thing.json", model_text(structure("In", "")))
    alone = load(model).digest
    written(tmp_path / "thing.endpoint-rules.json", RULES)
    assert load(model).digest != alone


def test_a_broken_companion_is_named(tmp_path: Path) -> None:
    model = written(tmp_path / "tiny/1/service-2.json", {})
    written(tmp_path / "tiny/1/waiters-2.json", '{\n"a": }')
    with pytest.raises(InputError) as error:
        read_companions(model)
    assert messages(error.value) == ["tiny/1/waiters-2.json:2: not JSON: a value is missing before '}'"]


def test_a_gzipped_file_that_is_cut_or_damaged(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(json.dumps({"key": list(range(1000))}).encode()))
    path = tmp_path / "a.json.gz"
    path.write_bytes(data[:-20])
    with pytest.raises(InputError, match=r"a\.json\.gz: ends in the middle of its gzipped data"):
        read(path)
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.json\.gz: is damaged"):
        read(path)


def test_a_gzip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cppsmith_codegen.source._MOST_BYTES", 1 << 20)
    path = written(tmp_path / "a.json.gz", " " * (2 << 20))
    with pytest.raises(InputError, match=r"a\.json\.gz: is larger than 1 MiB"):
        read(path)
