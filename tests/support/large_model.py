#!/usr/bin/env python3
"""Writes a model with a structure of 300 members and an enumeration of 1,405 values: `large_model.py FILE`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

FAMILIES = (
    "a1 c3 c4 c5 c5a c5ad c5d c5n c6a c6g c6gd c6gn c6i c6id c6in c7g c7gd c7i d2 d3 f1 g3 g4ad g4dn g5 h1 hpc6a"
    " i3 i4i im4gn inf1 inf2 m1 m2 m3 m4 m5 m5a m5ad m5d m5dn m5n m5zn m6a m6g m6gd m6i m6id m6idn m6in m7a m7g m7i"
    " p2 p3 p4d r3 r4 r5 r5a r5ad r5b r5d r5dn r5n r6a r6g r6gd r6i r6id r6idn r6in r7a r7g r7iz t1 t2 t3 t3a t4g"
    " trn1 u6 vt1"
).split()
SIZES = (
    "nano micro small medium large xlarge 2xlarge 3xlarge 4xlarge 6xlarge 8xlarge 9xlarge 12xlarge 16xlarge"
    " 18xlarge 24xlarge metal"
).split()
VALUES = [f"{family}.{size}" for family in FAMILIES for size in SIZES][:1405]
KINDS = ("Count", "Note", "Flag", "Share", "Counts", "Moment", "Notes", "Size")  # in turn

SHAPES = {
    "Note": {"type": "string", "max": 9},
    "Flag": {"type": "boolean"},
    "Share": {"type": "double"},
    "Count": {"type": "integer"},
    "Counts": {"type": "list", "member": {"shape": "Count"}},
    "Moment": {"type": "timestamp"},
    "Notes": {"type": "map", "key": {"shape": "Note"}, "value": {"shape": "Note"}},
    "TwoNotes": {"type": "map", "key": {"shape": "Note"}, "value": {"shape": "Note"}, "max": 2},
    "Size": {"type": "long"},
    "InstanceType": {"type": "string", "enum": VALUES},
}


def settings() -> dict[str, dict[str, str]]:
    """The members: one that is required, one with another name on the wire, one with a limit, one that is a keyword."""
    members = {f"member{i}": {"shape": KINDS[i % len(KINDS)]} for i in range(299)}
    members["member0"] = {"shape": "Note"}
    members["member1"] |= {"locationName": "first"}
    members["member294"] = {"shape": "TwoNotes"}
    return members | {"operator": {"shape": "InstanceType"}}


def model() -> dict[str, object]:
    names = {"serviceId": "Large", "serviceFullName": "Large", "endpointPrefix": "large", "targetPrefix": "Large"}
    put = {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Settings"}}
    return {
        "metadata": {"apiVersion": "2026-01-01", "protocol": "json", "jsonVersion": "1.0", **names},
        "operations": {"PutSettings": put},
        "shapes": {"Settings": {"type": "structure", "required": ["member0"], "members": settings()}, **SHAPES},
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(model(), indent=1), encoding="utf-8")
