"""How requests may be authenticated, by the names of both formats."""

from __future__ import annotations

NO_AUTH = "smithy.api#noAuth"

# How requests may be authenticated. Which signer does it is the user's choice, so none is refused.
AUTH_SCHEMES = frozenset(
    (NO_AUTH, "aws.auth#sigv4", "aws.auth#sigv4a", "aws.auth#cognitoUserPools")
    + tuple(f"smithy.api#http{name}Auth" for name in ("Basic", "Digest", "Bearer", "ApiKey"))
)
