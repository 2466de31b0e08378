"""A model with its overlay, as the commands are given them: by its file, or by the name of its service."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from .botocore_models import data_folders, find_model
from .companions import files_of, stem
from .diagnostics import Diagnostic, InputError
from .load import load
from .load_overlay import load_overlay
from .overlay import apply_overlay
from .shapes import Service


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the arguments that name a model."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="the service model: botocore's service-2.json, plain or gzipped, or Smithy's JSON AST",
    )
    which.add_argument(
        "--service",
        metavar="NAME",
        help="the service, as botocore calls it; its model is that of AWS_DATA_PATH, ~/.aws/models, or botocore",
    )
    parser.add_argument(
        "--api-version",
        metavar="VERSION",
        help="that of --service (default: the newest)",
    )
    parser.add_argument(
        "--botocore",
        type=Path,
        metavar="FOLDER",
        help="where botocore is (default: $CPPSMITH_BOTOCORE, or where this Python finds it, or where Debian has it)",
    )
    parser.add_argument(
        "--service-shape",
        metavar="ID",
        help="the service of a Smithy model that has several: com.example#Weather, or Weather",
    )
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="FILE",
        help="the model's overlay (default: NAME.rules.json beside NAME.json, if it is there)",
    )


def read_given(options: argparse.Namespace) -> Service:
    """The model that the arguments name. Raises `InputError`."""
    return read_service(_model(options), options.rules, options.service_shape)


def files_given(options: argparse.Namespace) -> tuple[Path, ...]:
    """Every file that is read for it. Raises `InputError`."""
    model = _model(options)
    return (*files_of(model), *_overlay(model, options.rules))


def read_service(model: Path, rules: Path | None = None, service_shape: str | None = None) -> Service:
    """The model in `model`, limited as its overlay says: that in `rules`, or NAME.rules.json
    beside NAME.json. Raises `InputError`.
    """
    service = load(model, service_shape)
    for overlay in _overlay(model, rules):
        service = apply_overlay(service, load_overlay(overlay, service))
    return service


def _model(options: argparse.Namespace) -> Path:
    if options.service is not None:
        return find_model(options.service, options.api_version, data_folders(options.botocore))
    for name in ("api_version", "botocore"):
        if getattr(options, name) is not None:
            said = "goes with --service, not with --model"
            raise InputError([Diagnostic(f"--{name.replace('_', '-')}", said)])
    model: Path = options.model
    return model


def _overlay(model: Path, rules: Path | None) -> Iterator[Path]:
    beside = model.with_name(f"{stem(model)}.rules.json")
    if rules is not None:
        yield rules
    elif beside.is_file():
        yield beside
