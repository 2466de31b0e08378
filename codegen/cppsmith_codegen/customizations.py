"""What services expect of each request though their models do not say so; AWS's clients have it by hand too."""

from __future__ import annotations

from collections.abc import Callable

from .shapes import Service

_Header = tuple[str, str]

# By the service's id.
_HEADERS: dict[str, Callable[[Service], _Header]] = {
    # It answers in HAL unless it is told otherwise, which its model does not describe.
    "API Gateway": lambda service: ("accept", "application/json"),
    # It refuses requests that do not name the version.
    "Glacier": lambda service: ("x-amz-glacier-version", service.api_version),
}


def fixed_headers(service: Service) -> tuple[_Header, ...]:
    """The headers that every request of the service carries."""
    made = _HEADERS.get(service.id)
    return () if made is None else (made(service),)
