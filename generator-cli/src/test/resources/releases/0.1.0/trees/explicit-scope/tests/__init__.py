"""The test suite of demo."""
