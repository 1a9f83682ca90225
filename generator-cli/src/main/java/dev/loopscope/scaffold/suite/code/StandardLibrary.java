package dev.loopscope.scaffold.suite.code;

import java.util.Set;

/** The modules of Python's standard library that tests import from, and pytest's own. */
public final class StandardLibrary {
  static final Set<String> MODULES =
      Set.of(
          ("abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar"
                  + " cmath codecs collections concurrent configparser contextlib contextvars copy"
                  + " copyreg csv ctypes dataclasses datetime decimal difflib dis email encodings enum"
                  + " errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc"
                  + " getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib"
                  + " importlib inspect io ipaddress itertools json keyword linecache locale logging"
                  + " lzma mailbox marshal math mimetypes mmap multiprocessing netrc numbers operator"
                  + " os pathlib pdb pickle pkgutil platform plistlib poplib posixpath pprint pty pwd"
                  + " queue quopri random re reprlib resource runpy sched secrets select selectors"
                  + " shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat"
                  + " statistics string stringprep struct subprocess symtable sys sysconfig syslog"
                  + " tarfile tempfile termios textwrap threading time timeit tkinter token tokenize"
                  + " tomllib trace traceback tracemalloc tty types typing typing_extensions"
                  + " unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref"
                  + " xml xmlrpc zipapp zipfile zipimport zlib zoneinfo __future__ _pytest pytest"
                  + " pytest_asyncio anyio trio hypothesis sniffio")
              .split(" ", -1));

  /** Those of them that are no part of Python. */
  private static final Set<String> OF_TESTS =
      Set.of("typing_extensions", "pytest_asyncio", "anyio", "trio", "hypothesis", "sniffio");

  private static final Set<String> OF_ONE_SYSTEM =
      Set.of("fcntl", "grp", "pty", "select", "syslog", "termios", "tkinter", "tty", "tomllib");

  private StandardLibrary() {}

  /**
   * Whether a qualified name is one of these modules or stands in one, so that it is no fixture, no
   * mark and no class with tests, unless it is said otherwise.
   */
  public static boolean holds(String qualifiedName) {
    int dot = qualifiedName.indexOf('.');
    return MODULES.contains(dot < 0 ? qualifiedName : qualifiedName.substring(0, dot));
  }

  /** Whether a module is there wherever pytest runs; not everywhere are those of one system. */
  public static boolean isAlwaysThere(String module) {
    return MODULES.contains(module)
        && !OF_TESTS.contains(module)
        && !OF_ONE_SYSTEM.contains(module);
  }
}
