"""What botocore sends for the calls of `iot_calls.cpp`: `python3 tests/showcase/record.py > tests/showcase/requests.json`.

Run in any Python that has botocore; clock, credentials and tokens stand still, and nothing is sent.
"""

from __future__ import annotations

import datetime
import json
import sys
from typing import Any

import botocore.auth
import botocore.session
from botocore.awsrequest import AWSResponse

NOW = datetime.datetime(2026, 3, 14, 15, 9, 26)
ROLE = "arn:aws:iam::123456789012:role/fleet"
CERTIFICATE = "arn:aws:iot:us-west-2:123456789012:cert/" + "0123456789abcdef" * 4
THING = "arn:aws:iot:us-west-2:123456789012:thing/truck-7"

CALLS: list[tuple[str, dict[str, Any]]] = [
    (
        "CreateThing",
        {
            "thingName": "truck:7",
            "thingTypeName": "truck",
            "attributePayload": {"attributes": {"axles": "3", "colour": "green"}, "merge": True},
        },
    ),
    ("UpdateThing", {"thingName": "truck-7", "expectedVersion": 12345678901, "removeThingType": True}),
    ("DeleteThing", {"thingName": "truck-7", "expectedVersion": 3}),
    (
        "ListThings",
        {"nextToken": "a+b/c=", "maxResults": 250, "attributeName": "axles", "attributeValue": "3/4,@:#", "usePrefixAttributeValue": False},
    ),
    ("AttachThingPrincipal", {"thingName": "truck-7", "principal": CERTIFICATE}),
    ("AttachPolicy", {"policyName": "fleet", "target": CERTIFICATE}),
    (
        "CreateJob",
        {
            "jobId": "update-7",
            "targets": [THING],
            "document": '{"do": "update"}',
            "targetSelection": "SNAPSHOT",
            "jobExecutionsRolloutConfig": {
                "maximumPerMinute": 50,
                "exponentialRate": {
                    "baseRatePerMinute": 5,
                    "incrementFactor": 1.5,
                    "rateIncreaseCriteria": {"numberOfNotifiedThings": 100},
                },
            },
            "timeoutConfig": {"inProgressTimeoutInMinutes": 90},
            "tags": [{"Key": "fleet", "Value": "north"}],
        },
    ),
    (
        "CreateTopicRule",
        {
            "ruleName": "warm",
            "topicRulePayload": {
                "sql": "SELECT * FROM 'trucks/#' WHERE t > 30",
                "ruleDisabled": False,
                "actions": [
                    {"dynamoDBv2": {"roleArn": ROLE, "putItem": {"tableName": "warm"}}},
                    {"republish": {"roleArn": ROLE, "topic": "warm", "qos": 1}},
                ],
            },
            "tags": "fleet=north&warm=yes",
        },
    ),
    (
        "ListAuditMitigationActionsTasks",
        {
            "startTime": datetime.datetime(2026, 3, 1),
            "endTime": datetime.datetime(2026, 3, 14, 15, 9, 26),
            "taskStatus": "IN_PROGRESS",
        },
    ),
    (
        "UpdateIndexingConfiguration",
        {
            "thingIndexingConfiguration": {
                "thingIndexingMode": "REGISTRY_AND_SHADOW",
                "thingConnectivityIndexingMode": "STATUS",
                "customFields": [{"name": "attributes.axles", "type": "Number"}],
            }
        },
    ),
    ("SearchIndex", {"queryString": "thingName:truck* AND attributes.axles>2", "maxResults": 10}),
    (
        "CreateDimension",
        {"name": "topics", "type": "TOPIC_FILTER", "stringValues": ["trucks/#"], "clientRequestToken": "0f0e0d0c-0b0a-4908-8706-050403020100"},
    ),
    ("ListPrincipalThings", {"principal": CERTIFICATE, "maxResults": 5}),
    ("DescribeEndpoint", {"endpointType": "iot:Data-ATS"}),
    ("GetPercentiles", {"queryString": "*", "aggregationField": "attributes.axles", "percents": [1.0, 50.0, 99.9]}),
]


class Still(datetime.datetime):
    """A clock that stands still."""

    @classmethod
    def utcnow(cls) -> datetime.datetime:
        return NOW

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
        return NOW.replace(tzinfo=tz)


def stop_the_clock() -> None:
    """Wherever this version of botocore reads it."""
    stub = type("module", (), {**vars(datetime), "datetime": Still})
    botocore.auth.datetime = stub
    if hasattr(botocore.auth, "get_current_datetime"):
        botocore.auth.get_current_datetime = lambda remove_tzinfo=True: NOW


def record() -> list[dict[str, Any]]:
    """A request for each call."""
    stop_the_clock()
    session = botocore.session.Session()
    client = session.create_client(
        "iot", region_name="us-west-2", aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    )
    sent: list[Any] = []

    def instead(request: Any, **_: Any) -> AWSResponse:
        sent.append(request)
        answer = AWSResponse(request.url, 200, {"content-type": "application/json"}, None)
        answer._content = b"{}"
        return answer

    client.meta.events.register("before-send.iot", instead)
    for operation, parameters in CALLS:
        client._make_api_call(operation, parameters)
    return [written(o, p, r) for (o, p), r in zip(CALLS, sent)]


def written(operation: str, parameters: dict[str, Any], request: Any) -> dict[str, Any]:
    body = request.body or b""
    headers = {k.lower(): v.decode() if isinstance(v, bytes) else v for k, v in request.headers.items()}
    return {
        "operation": operation,
        "parameters": parameters,
        "method": request.method,
        "url": request.url,
        "headers": {k: v for k, v in headers.items() if k not in ("user-agent", "amz-sdk-invocation-id", "amz-sdk-request")},
        "body": body.decode() if isinstance(body, bytes) else body,
    }


if __name__ == "__main__":
    json.dump(record(), sys.stdout, indent=1, sort_keys=True, default=lambda time: time.isoformat() + "Z")
    print()
