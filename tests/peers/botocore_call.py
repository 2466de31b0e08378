"""One call with botocore: reads it from stdin as JSON, writes what came of it to stdout.

Run by the tests in any Python that has botocore.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import botocore
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError, ParamValidationError


def main() -> None:
    call = json.load(sys.stdin)
    session = botocore.session.Session()
    config = Config(signature_version=botocore.UNSIGNED if call["unsigned"] else None, retries={"max_attempts": 3})
    answer: dict[str, Any]
    client = session.create_client("iot", region_name=call["region"], endpoint_url=call["endpoint"], config=config)
    try:
        if call["operation"] == "ListCACertificates":
            pages = client.get_paginator("list_ca_certificates").paginate(**call["parameters"])
            result = {"certificates": [entry for page in pages for entry in page["certificates"]]}
        else:
            result = client._make_api_call(call["operation"], call["parameters"])
            result.pop("ResponseMetadata")
        answer = {"result": result}
    except ClientError as error:
        answer = {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}
    except ParamValidationError as error:
        answer = {"refused": str(error)}
    json.dump(answer, sys.stdout, default=lambda time: time.timestamp())


main()
