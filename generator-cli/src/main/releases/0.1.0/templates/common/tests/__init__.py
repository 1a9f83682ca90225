"""The test suite of ${name}."""
