"""Endpoint rule sets (Smithy's `endpointRuleSet`): read, typed, and compiled to C++ statements."""
