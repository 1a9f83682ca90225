"""What the tests stand on: the example resource and the loop contract."""
