"""The test suite of My-Suite."""
