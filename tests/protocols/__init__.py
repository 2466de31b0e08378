"""The public conformance suites of AWS's JSON protocols, run through generated code: see `test_protocols.py`."""
