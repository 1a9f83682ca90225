"""What CPython's own `tokenize` and `ast` say about files, in the words of our tokens and nodes.

Reads paths from standard input, one a line. Writes for each file:

    F <path>
    T <kind> <line> <column> <line> <column>     one for each token, or
    !T <reason>                                  if tokenize refuses the file
    N <depth> <node> <position> <fields>         one for each node, parents first, or
    !N <reason>                                  if ast refuses the file
    E

Columns of tokens count characters, those of nodes UTF-8 bytes, as in the two modules.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import warnings
import zlib

FORMATTED_POSITIONS = sys.version_info >= (3, 12)
UNPLACED = {"alias"} if sys.version_info < (3, 10) else set()

OPERATORS = {
    "Add": "ADD", "Sub": "SUBTRACT", "Mult": "MULTIPLY", "MatMult": "MATRIX_MULTIPLY",
    "Div": "DIVIDE", "FloorDiv": "FLOOR_DIVIDE", "Mod": "MODULO", "Pow": "POWER",
    "LShift": "LEFT_SHIFT", "RShift": "RIGHT_SHIFT", "BitOr": "BIT_OR", "BitXor": "BIT_XOR",
    "BitAnd": "BIT_AND", "And": "AND", "Or": "OR", "Not": "NOT", "USub": "MINUS",
    "UAdd": "PLUS", "Invert": "INVERT", "Eq": "EQUAL", "NotEq": "NOT_EQUAL", "Lt": "LESS",
    "LtE": "LESS_OR_EQUAL", "Gt": "GREATER", "GtE": "GREATER_OR_EQUAL", "Is": "IS",
    "IsNot": "IS_NOT", "In": "IN", "NotIn": "NOT_IN",
}
CONVERSIONS = {-1: "NONE", 115: "STR", 114: "REPR", 97: "ASCII"}

# For each class of ast: our node, and the fields of ast in the order of ours.
SHAPES = {
    "Expr": "ExpressionStatement value",
    "Assign": "Assign targets value",
    "AugAssign": "AugAssign target op value",
    "AnnAssign": "AnnAssign target annotation value simple",
    "TypeAlias": "TypeAlias name type_params value",
    "Return": "Return value",
    "Raise": "Raise exc cause",
    "Assert": "Assert test msg",
    "Delete": "Delete targets",
    "Pass": "Pass",
    "Break": "Break",
    "Continue": "Continue",
    "Global": "Global names",
    "Nonlocal": "Nonlocal names",
    "Import": "Import is_lazy names",
    "ImportFrom": "ImportFrom is_lazy module level names",
    "FunctionDef": "FunctionDef false decorator_list name type_params args returns body",
    "AsyncFunctionDef": "FunctionDef true decorator_list name type_params args returns body",
    "ClassDef": "ClassDef decorator_list name type_params bases keywords body",
    "If": "If test body orelse",
    "For": "For false target iter body orelse",
    "AsyncFor": "For true target iter body orelse",
    "While": "While test body orelse",
    "With": "With false items body",
    "AsyncWith": "With true items body",
    "Try": "Try false body handlers orelse finalbody",
    "TryStar": "Try true body handlers orelse finalbody",
    "Match": "Match subject cases",
    "BoolOp": "BoolOp op values",
    "NamedExpr": "NamedExpr target value",
    "BinOp": "BinOp left op right",
    "UnaryOp": "UnaryOp op operand",
    "Lambda": "Lambda args body",
    "IfExp": "IfExp test body orelse",
    "Compare": "Compare left ops comparators",
    "Tuple": "Tuple elts",
    "List": "ListDisplay elts",
    "Set": "SetDisplay elts",
    "Dict": "DictDisplay entries",
    "ListComp": "ListComp elt generators",
    "SetComp": "SetComp elt generators",
    "GeneratorExp": "GeneratorExp elt generators",
    "DictComp": "DictComp key value generators",
    "Name": "Name id",
    "Attribute": "Attribute value attr",
    "Subscript": "Subscript value slice",
    "Slice": "Slice lower upper step",
    "Call": "Call func args keywords",
    "Starred": "Starred value",
    "Await": "Await value",
    "Yield": "Yield value",
    "YieldFrom": "YieldFrom value",
    "JoinedStr": "JoinedStr values",
    "FormattedValue": "FormattedValue value conversion format_spec",
    "TemplateStr": "TemplateStr values",
    "Interpolation": "Interpolation value str conversion format_spec",
    "keyword": "Keyword arg value",
    "comprehension": "ForClause is_async target iter ifs",
    "alias": "Alias name asname",
    "withitem": "WithItem context_expr optional_vars",
    "ExceptHandler": "Handler type name body",
    "match_case": "Case pattern guard body",
    "TypeVar": "TypeVar name bound default_value",
    "TypeVarTuple": "TypeVarTuple name default_value",
    "ParamSpec": "ParamSpec name default_value",
    "MatchValue": "MatchValue value",
    "MatchSingleton": "MatchSingleton value",
    "MatchSequence": "MatchSequence patterns",
    "MatchMapping": "MatchMapping keys patterns rest",
    "MatchClass": "MatchClass cls patterns kwd_attrs kwd_patterns",
    "MatchStar": "MatchStar name",
    "MatchAs": "MatchAs pattern name",
    "MatchOr": "MatchOr patterns",
}
SHAPES = {name: (shape.split()[0], shape.split()[1:]) for name, shape in SHAPES.items()}
NAMED = {None: "NONE", True: "TRUE", False: "FALSE"}


class Part:
    """A node of ours that is no node of ast."""

    def __init__(self, word, fields, placed=None):
        self.word = word
        self.fields = fields
        self.placed = placed


def parameters(args):
    """The parameters in the order in which they are written."""
    positional = [(it, "POSITIONAL_ONLY") for it in args.posonlyargs]
    positional += [(it, "POSITIONAL_OR_KEYWORD") for it in args.args]
    missing = len(positional) - len(args.defaults)
    made = [
        parameter(arg, kind, args.defaults[at - missing] if at >= missing else None)
        for at, (arg, kind) in enumerate(positional)
    ]
    if args.vararg:
        made.append(parameter(args.vararg, "VAR_POSITIONAL", None))
    for arg, default in zip(args.kwonlyargs, args.kw_defaults):
        made.append(parameter(arg, "KEYWORD_ONLY", default))
    if args.kwarg:
        made.append(parameter(args.kwarg, "VAR_KEYWORD", None))
    return made


def parameter(arg, kind, default):
    return Part("Parameter", [kind, arg.arg, arg.annotation, default], arg)


def checksum(value):
    return f"{len(value.encode('utf-16-le', 'surrogatepass')) // 2}:{zlib.crc32(value.encode('utf-16-le', 'surrogatepass'))}"


def constant(node):
    value = node.value
    if isinstance(value, str):
        return Part("StringLiteral", [checksum(value)], node)
    if isinstance(value, bytes):
        return Part("BytesLiteral", [checksum(value.decode("latin-1"))], node)
    if isinstance(value, (bool, type(None))):
        return Part("NamedConstant", [NAMED[value]], node)
    if value is ...:
        return Part("NamedConstant", ["ELLIPSIS"], node)
    return Part("NumberLiteral", [type(value).__name__], node)


def field(node, name):
    """A field's value: a node, a list, or a word."""
    if name in ("true", "false"):
        return name
    if name == "entries":
        return [Part("DictEntry", [key, value]) for key, value in zip(node.keys, node.values)]
    value = getattr(node, name, [] if name == "type_params" else None)
    if isinstance(node, ast.JoinedStr):
        # Python 3.12 alone has empty constants behind the last field of a specification.
        return [it for it in value if not (isinstance(it, ast.Constant) and it.value == "")]
    if isinstance(value, ast.arguments):
        return parameters(value)
    if name == "ops":
        return ",".join(OPERATORS[type(it).__name__] for it in value)
    if name == "op":
        return OPERATORS[type(value).__name__]
    if name == "conversion":
        return CONVERSIONS[value]
    if name in ("is_async", "is_lazy", "simple"):
        return "true" if value else "false"
    if isinstance(node, ast.MatchSingleton if hasattr(ast, "MatchSingleton") else ()):
        return NAMED[value]
    if name in ("names", "kwd_attrs") and not (value and isinstance(value[0], ast.AST)):
        return ",".join(value) or "-"
    return value


def place(node, hidden):
    if hidden or node is None or type(node).__name__ in UNPLACED or not hasattr(node, "lineno"):
        return "-"
    return f"{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"


def lines(node, depth, hidden, out):
    """One line for the node, then those of its children."""
    if isinstance(node, ast.Constant):
        node = constant(node)
    if isinstance(node, Part):
        word, fields, placed = node.word, node.fields, node.placed
    else:
        word, names = SHAPES[type(node).__name__]
        fields, placed = [field(node, name) for name in names], node
    line = [f"N {depth} {word} {place(placed, hidden)}"]
    children = []
    for value in fields:
        if value is None:
            line.append("-")
        elif isinstance(value, list):
            line.append(f"[{len(value)}]")
            children += value
        elif isinstance(value, (ast.AST, Part)):
            line.append("*")
            children.append(value)
        else:
            line.append(str(value))
    out.append(" ".join(line))
    hidden = hidden or (word == "JoinedStr" and not FORMATTED_POSITIONS)
    for child in children:
        lines(child, depth + 1, hidden, out)


def nodes(source):
    out = []
    for statement in ast.parse(source).body:
        lines(statement, 0, False, out)
    return out


def tokens(source):
    out = []
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "ENCODING":
            rows = re.split("\r\n|\r|\n", source.decode(token.string))
            continue
        (line, column), (end_line, end_column) = token.start, token.end
        if kind in ("NEWLINE", "NL", "DEDENT", "ENDMARKER"):
            end_line, end_column = line, column
        if kind in ("DEDENT", "ENDMARKER"):
            line = column = end_line = end_column = 0
        if kind.endswith("STRING_MIDDLE"):
            if not token.string:
                continue
            if out and out[-1].startswith("T " + kind):
                start = out.pop().split()[2:4]
                line, column = int(start[0]), int(start[1])
            # CPython leaves the second of two braces out of the text before it.
            brace = token.string[-1]
            if brace in "{}" and rows[end_line - 1][end_column - 1 : end_column + 1] == brace * 2:
                end_column += 1
        out.append(f"T {kind} {line} {column} {end_line} {end_column}")
    return out


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    stdout = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)
    for path in open(sys.stdin.fileno(), encoding="utf-8"):
        path = path.rstrip("\n")
        with open(path, "rb") as file:
            source = file.read()
        out = [f"F {path}"]
        for marker, read in (("T", tokens), ("N", nodes)):
            try:
                out += read(source)
            except (SyntaxError, tokenize.TokenError, ValueError, LookupError) as error:
                out.append(f"!{marker} {type(error).__name__} {' '.join(str(error).split())}")
        out.append("E")
        stdout.write("\n".join(out).encode("utf-8", "replace").decode("utf-8") + "\n")
    stdout.flush()


main()
