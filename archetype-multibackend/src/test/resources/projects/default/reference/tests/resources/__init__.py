"""What the tests share: how it is opened, lent to a test and brought back to where it began."""
