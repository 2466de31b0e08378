"""The same service from botocore's format and from Smithy's gives the same headers, but for what the models say differently."""

from pathlib import Path

from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.shapes import Service
from two_formats import agreed


def headers(service: Service) -> dict[str, str]:
    return {f.path: f.text for f in render(resolve(service, ["all"]))}


def test_iot_is_the_same_in_both_formats(shared: Path) -> None:
    both = agreed(shared / "models/iot.service-2.json", shared / "models/iot.smithy.json")
    print("\nwhat the two models of IoT say differently, beside documentation:")
    for what, count in sorted(both.said.items()):
        print(f"  {count:4} {what}")
    ours, theirs = headers(both.c2j), headers(both.smithy)
    assert len(ours) > 700
    assert ours.keys() == theirs.keys()
    different = [path for path in ours if ours[path] != theirs[path]]
    assert not different, [(ours[p], theirs[p]) for p in different[:1]]
