"""A model with its overlay, as the commands are given them."""

from __future__ import annotations

from pathlib import Path

from .companions import stem
from .load import load
from .load_overlay import load_overlay
from .overlay import apply_overlay
from .shapes import Service


def read_service(model: Path, rules: Path | None = None) -> Service:
    """The model in `model`, limited as its overlay says: that in `rules`, or NAME.rules.json
    beside NAME.json. Raises `InputError`.
    """
    service = load(model)
    if rules is None:
        beside = model.with_name(f"{stem(model)}.rules.json")
        rules = beside if beside.is_file() else None
    return service if rules is None else apply_overlay(service, load_overlay(rules, service))
