package dev.loopscope.scaffold.text;

import java.util.Arrays;
import java.util.Set;

/**
 * Names that mean something to Python or pytest already: the one table of them. Each constant is
 * the alternatives of a regular expression, so the same text serves {@link #lists} and an
 * archetype's descriptor.
 */
public final class TakenNames {
  /** Hard and soft keywords of Python 3.10 to 3.15. */
  public static final String KEYWORDS =
      "False|None|True|_|and|as|assert|async|await|break|case|class|continue|def|del|"
          + "elif|else|except|finally|for|from|global|if|import|in|is|lambda|lazy|match|"
          + "nonlocal|not|or|pass|raise|return|try|type|while|with|yield";

  /** What every Python 3.10 to 3.15 module sees without an import. */
  public static final String BUILTINS =
      "ArithmeticError|AssertionError|AttributeError|BaseException|BaseExceptionGroup|"
          + "BlockingIOError|BrokenPipeError|BufferError|BytesWarning|ChildProcessError|"
          + "ConnectionAbortedError|ConnectionError|ConnectionRefusedError|"
          + "ConnectionResetError|DeprecationWarning|EOFError|Ellipsis|EncodingWarning|"
          + "EnvironmentError|Exception|ExceptionGroup|False|FileExistsError|"
          + "FileNotFoundError|FloatingPointError|FutureWarning|GeneratorExit|IOError|"
          + "ImportError|ImportWarning|IndentationError|IndexError|InterruptedError|"
          + "IsADirectoryError|KeyError|KeyboardInterrupt|LookupError|MemoryError|"
          + "ModuleNotFoundError|NameError|None|NotADirectoryError|NotImplemented|"
          + "NotImplementedError|OSError|OverflowError|PendingDeprecationWarning|"
          + "PermissionError|ProcessLookupError|PythonFinalizationError|RecursionError|"
          + "ReferenceError|ResourceWarning|RuntimeError|RuntimeWarning|StopAsyncIteration|"
          + "StopIteration|SyntaxError|SyntaxWarning|SystemError|SystemExit|TabError|"
          + "TimeoutError|True|TypeError|UnboundLocalError|UnicodeDecodeError|"
          + "UnicodeEncodeError|UnicodeError|UnicodeTranslateError|UnicodeWarning|"
          + "UserWarning|ValueError|Warning|ZeroDivisionError|abs|aiter|all|anext|any|ascii|"
          + "bin|bool|breakpoint|bytearray|bytes|callable|chr|classmethod|compile|complex|"
          + "copyright|credits|delattr|dict|dir|divmod|enumerate|eval|exec|exit|filter|float|"
          + "format|frozendict|frozenset|getattr|globals|hasattr|hash|help|hex|id|input|int|"
          + "isinstance|issubclass|iter|len|license|list|locals|map|max|memoryview|min|next|"
          + "object|oct|open|ord|pow|print|property|quit|range|repr|reversed|round|sentinel|"
          + "set|setattr|slice|sorted|staticmethod|str|sum|super|tuple|type|vars|zip";

  /**
   * Top-level modules of Python 3.10 to 3.15: {@code sys.stdlib_module_names}, and {@code test}.
   */
  public static final String STANDARD_LIBRARY =
      "abc|aifc|annotationlib|antigravity|argparse|array|ast|asynchat|asyncio|asyncore|"
          + "atexit|audioop|base64|bdb|binascii|binhex|bisect|builtins|bz2|cProfile|calendar|"
          + "cgi|cgitb|chunk|cmath|cmd|code|codecs|codeop|collections|colorsys|compileall|"
          + "compression|concurrent|configparser|contextlib|contextvars|copy|copyreg|crypt|"
          + "csv|ctypes|curses|dataclasses|datetime|dbm|decimal|difflib|dis|distutils|"
          + "doctest|email|encodings|ensurepip|enum|errno|faulthandler|fcntl|filecmp|"
          + "fileinput|fnmatch|fractions|ftplib|functools|gc|genericpath|getopt|getpass|"
          + "gettext|glob|graphlib|grp|gzip|hashlib|heapq|hmac|html|http|idlelib|imaplib|"
          + "imghdr|imp|importlib|inspect|io|ipaddress|itertools|json|keyword|lib2to3|"
          + "linecache|locale|logging|lzma|mailbox|mailcap|marshal|math|mimetypes|mmap|"
          + "modulefinder|msilib|msvcrt|multiprocessing|netrc|nis|nntplib|nt|ntpath|"
          + "nturl2path|numbers|opcode|operator|optparse|os|ossaudiodev|pathlib|pdb|pickle|"
          + "pickletools|pipes|pkgutil|platform|plistlib|poplib|posix|posixpath|pprint|"
          + "profile|profiling|pstats|pty|pwd|py_compile|pyclbr|pydoc|pydoc_data|pyexpat|"
          + "queue|quopri|random|re|readline|reprlib|resource|rlcompleter|runpy|sched|"
          + "secrets|select|selectors|shelve|shlex|shutil|signal|site|smtpd|smtplib|sndhdr|"
          + "socket|socketserver|spwd|sqlite3|sre_compile|sre_constants|sre_parse|ssl|stat|"
          + "statistics|string|stringprep|struct|subprocess|sunau|symtable|sys|sysconfig|"
          + "syslog|tabnanny|tarfile|telnetlib|tempfile|termios|test|textwrap|this|threading|time|"
          + "timeit|tkinter|token|tokenize|tomllib|trace|traceback|tracemalloc|tty|turtle|"
          + "turtledemo|types|typing|unicodedata|unittest|urllib|uu|uuid|venv|warnings|wave|"
          + "weakref|webbrowser|winreg|winsound|wsgiref|xdrlib|xml|xmlrpc|zipapp|zipfile|"
          + "zipimport|zlib|zoneinfo";

  /** Top-level modules of pytest, the plugins the suites use, and what those need. */
  public static final String PLUGIN_MODULES =
      "_distutils_hack|_hypothesis_ftz_detector|_hypothesis_globals|"
          + "_hypothesis_pytestplugin|_pytest|anyio|asyncio|attr|attrs|backports|"
          + "exceptiongroup|execnet|hypothesis|idna|iniconfig|outcome|packaging|pip|"
          + "pkg_resources|pluggy|py|pygments|pytest|pytest_asyncio|setuptools|sniffio|"
          + "sortedcontainers|tomli|trio|typing_extensions|uvloop|xdist";

  /** Fixtures of pytest, pytest-asyncio, anyio and pytest-xdist. */
  public static final String FIXTURES =
      "LineMatcher|_asyncio_loop_factory|_class_scoped_runner|_config_for_test|"
          + "_function_scoped_runner|_module_scoped_runner|_package_scoped_runner|_pytest|"
          + "_session_scoped_runner|_sys_snapshot|anyio_backend|anyio_backend_name|"
          + "anyio_backend_options|cache|capfd|capfdbinary|caplog|capsys|capsysbinary|"
          + "capteesys|doctest_namespace|event_loop|event_loop_policy|free_tcp_port|"
          + "free_tcp_port_factory|free_udp_port|free_udp_port_factory|linecomp|"
          + "monkeypatch|pytestconfig|pytester|record_property|record_testsuite_property|"
          + "record_xml_attribute|recwarn|request|subtests|testdir|testrun_uid|tmp_path|"
          + "tmp_path_factory|tmpdir|tmpdir_factory|unused_tcp_port|"
          + "unused_tcp_port_factory|unused_udp_port|unused_udp_port_factory|worker_id";

  /**
   * Names that Windows gives to devices, in every case: no file or directory can have them there.
   */
  public static final String DEVICES =
      "aux|con|nul|prn|com1|com2|com3|com4|com5|com6|com7|com8|com9|lpt1|lpt2|lpt3|lpt4|lpt5|lpt6|"
          + "lpt7|lpt8|lpt9";

  private TakenNames() {}

  /** The names in {@code alternatives}, which {@code |} separates. */
  public static Set<String> all(String alternatives) {
    return Set.copyOf(Arrays.asList(alternatives.split("\\|", -1)));
  }

  /** Whether {@code name} is one of {@code alternatives}, which {@code |} separates. */
  public static boolean lists(String alternatives, String name) {
    int at = name.isEmpty() ? -1 : alternatives.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean starts = at == 0 || alternatives.charAt(at - 1) == '|';
      boolean ends = end == alternatives.length() || alternatives.charAt(end) == '|';
      if (starts && ends) {
        return true;
      }
      at = alternatives.indexOf(name, at + 1);
    }
    return false;
  }
}
