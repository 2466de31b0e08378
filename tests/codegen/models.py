"""Tiny models, one operation or shape a line, so that a test can say which line is wrong."""

from __future__ import annotations

import json
from pathlib import Path

from cppsmith_codegen.diagnostics import InputError, Source
from cppsmith_codegen.load import load_node
from cppsmith_codegen.load_overlay import overlay_from_node
from cppsmith_codegen.overlay import Overlay
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import Target, resolve
from cppsmith_codegen.shapes import Service
from cppsmith_codegen.source import parse

METADATA = {
    "apiVersion": "2026-01-01",
    "endpointPrefix": "tiny",
    "protocol": "rest-json",
    "serviceFullName": "Tiny",
    "serviceId": "Tiny",
}

OPERATION = '"Op": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}}'
TEXT = '"Text": {"type": "string"}'


def structure(name: str, members: str, more: str = "") -> str:
    """A structure as its line of the model: `structure("In", '"a": {"shape": "Text"}')`."""
    return f'"{name}": {{"type": "structure", "members": {{{members}}}{more}}}'


def model_text(*shapes: str, operations: tuple[str, ...] = (OPERATION,), **metadata: object) -> str:
    """Line 1 has the metadata; operations begin in line 3, shapes two lines after the last one."""
    head = {k: v for k, v in (METADATA | metadata).items() if v is not None}
    lines = [f'{{"metadata": {json.dumps(head)},', '"operations": {']
    lines += [o + ("," if o != operations[-1] else "") for o in operations]
    lines += ["},", '"shapes": {']
    lines += [s + ("," if s != shapes[-1] else "") for s in shapes]
    return "\n".join([*lines, "}}"])


def load_text(text: str) -> Service:
    return load_node(parse(Source("tiny.json", text)))


def load_model(*shapes: str, operations: tuple[str, ...] = (OPERATION,)) -> Service:
    return load_text(model_text(*shapes, operations=operations))


def generate(
    service: Service, *operations: str, target: Target = Target()
) -> dict[str, str]:
    """The text of each header by the name of its file."""
    headers = resolve(service, operations or ("all",), target)
    return {Path(f.path).name: f.text for f in render(headers)}


def header(*shapes: str, file: str = "op.hpp", operations: tuple[str, ...] = (OPERATION,)) -> str:
    """One header of a tiny model."""
    return generate(load_model(*shapes, operations=operations))[file]


def overlay_text(text: str, service: Service) -> Overlay:
    return overlay_from_node(parse(Source("tiny.rules.json", text)), service)


def messages(error: InputError) -> list[str]:
    """What a run would print, without the quoted lines."""
    return [str(d).split("\n")[0] for d in error.diagnostics]
