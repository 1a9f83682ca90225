"""The code that the suite in `tests/` tests."""
