"""What the tests stand on: the resource and the loop contract."""
