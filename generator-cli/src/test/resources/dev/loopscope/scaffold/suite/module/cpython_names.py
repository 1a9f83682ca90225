"""Tell what the names of the standard library's modules stand for, after importing them.

The names of the modules are read from the first argument's lines. For each function, class and
module that one of them holds, a line tells where it was made, and for each class its bases.
"""

import importlib
import os
import sys
import types

LIBRARY = os.path.realpath(os.path.dirname(os.__file__))


def path(file):
    real = os.path.realpath(file) if file else ""
    inside = real.startswith(LIBRARY + os.sep) and real.endswith(".py")
    return os.path.relpath(real, LIBRARY).replace(os.sep, "/") if inside else "?"


def module_path(name):
    return path(getattr(sys.modules.get(name), "__file__", None))


# Modules whose classes say that they are of another one.
MADE_IN = {"collections.abc": "_collections_abc", "decimal": "_pydecimal"}


def place(kind):
    module = MADE_IN.get(kind.__module__, kind.__module__)
    return f"{module_path(module)}:{kind.__qualname__}"


def tell(*parts):
    sys.stdout.write("\t".join(parts) + "\n")


def tell_module(name):
    try:
        module = importlib.import_module(name)
    except Exception:
        return
    here = path(getattr(module, "__file__", None))
    for attribute, value in sorted(vars(module).items()):
        if isinstance(value, types.FunctionType):
            code = value.__code__
            tell("function", here, attribute, f"{path(code.co_filename)}:{code.co_firstlineno}")
        elif isinstance(value, types.ModuleType):
            tell("module", here, attribute, path(getattr(value, "__file__", None)))
        elif isinstance(value, type):
            tell("class", here, attribute, place(value))
            if value.__module__ == name and value.__qualname__ == attribute:
                bases = [place(kind) for kind in value.__mro__ if kind is not object]
                tell("mro", here, attribute, " ".join(bases))


def main():
    with open(sys.argv[1], encoding="utf-8") as names:
        modules = names.read().split()
    for name in modules:
        tell_module(name)


if __name__ == "__main__":
    main()
