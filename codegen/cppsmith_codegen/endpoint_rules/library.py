"""The functions of the rules, the types of their values, and what both are called in C++.

Sources: the Smithy rules engine's standard library (1.1) and AWS's additions to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a value is, in words for messages."""

    TEXT = "a string"
    FLAG = "a boolean"
    NUMBER = "a number"
    TEXTS = "an array of strings"
    PARTITION = "a partition"
    URL = "a URL"
    ARN = "an ARN"


@dataclass(frozen=True)
class Function:
    """A function that takes set values of these kinds. `optional`: it may give nothing."""

    name: str
    takes: tuple[Kind, ...]
    gives: Kind
    optional: bool = False


_TEXT, _FLAG, _NUMBER = Kind.TEXT, Kind.FLAG, Kind.NUMBER

# `isSet`, `not`, `getAttr`, the two that compare, `coalesce` and `ite` take more than one kind.
FUNCTIONS = {
    "aws.isVirtualHostableS3Bucket": Function("is_virtual_hostable_s3_bucket", (_TEXT, _FLAG), _FLAG),
    "aws.parseArn": Function("parse_arn", (_TEXT,), Kind.ARN, optional=True),
    "aws.partition": Function("partition", (_TEXT,), Kind.PARTITION),
    "isValidHostLabel": Function("is_valid_host_label", (_TEXT, _FLAG), _FLAG),
    "parseURL": Function("parse_url", (_TEXT,), Kind.URL, optional=True),
    "split": Function("split", (_TEXT, _TEXT, _NUMBER), Kind.TEXTS),
    "substring": Function("substring", (_TEXT, _NUMBER, _NUMBER, _FLAG), _TEXT, optional=True),
    "uriEncode": Function("uri_encode", (_TEXT,), _TEXT),
}

ATTRIBUTES = {
    Kind.PARTITION: {
        "name": ("name", _TEXT),
        "dnsSuffix": ("dns_suffix", _TEXT),
        "dualStackDnsSuffix": ("dual_stack_dns_suffix", _TEXT),
        "implicitGlobalRegion": ("implicit_global_region", _TEXT),
        "supportsFIPS": ("supports_fips", _FLAG),
        "supportsDualStack": ("supports_dual_stack", _FLAG),
    },
    Kind.URL: {
        "scheme": ("scheme", _TEXT),
        "authority": ("authority", _TEXT),
        "path": ("path", _TEXT),
        "normalizedPath": ("normalized_path", _TEXT),
        "isIp": ("is_ip", _FLAG),
    },
    Kind.ARN: {
        "partition": ("partition", _TEXT),
        "service": ("service", _TEXT),
        "region": ("region", _TEXT),
        "accountId": ("account_id", _TEXT),
        "resourceId": ("resource_id", Kind.TEXTS),
    },
}

_STEP = re.compile(r"(?P<key>[A-Za-z_][A-Za-z0-9_]*)?(?:\[(?P<index>-?[0-9]{1,4})\])?")


def path_steps(path: str) -> tuple[str | int, ...] | None:
    """The keys and indexes of a path such as `resourceId[1]`; nothing where it is malformed."""
    steps: list[str | int] = []
    for part in path.split("."):
        match = _STEP.fullmatch(part)
        if match is None or not part:
            return None
        if match["key"] is not None:
            steps.append(match["key"])
        if match["index"] is not None:
            steps.append(int(match["index"]))
    return tuple(steps)
