"""Each form is installed from its file, in a directory of its own, and run."""
