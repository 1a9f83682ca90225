"""The test suite of Order-Book.tests."""
