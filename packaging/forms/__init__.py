"""The forms that scaffold is installed in, each made by `packaging/build`."""
