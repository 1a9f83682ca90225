"""A pytest plugin that records on which event loop or backend each fixture and each test lived.

It changes no result: what goes wrong in here is recorded, and the run goes on without the record.
Each process writes lines of JSON, a list of objects a line, into a file beside this one, or in the directory that
LOOPSCOPE_LOOPS names: trace-<worker>.jsonl.
"""

import asyncio
import asyncio.events
import asyncio.runners
import builtins
import collections
import functools
import gc
import hashlib
import importlib
import inspect
import itertools
import json
import os
import pathlib
import re
import shutil
import sys
import threading
import traceback
import types
import weakref

import pytest

PLACE = os.path.dirname(os.path.abspath(__file__))

# Where it is installed, as the plugin of `pytest --loops`: the directory that the record is written to.
GIVEN = os.environ.get("LOOPSCOPE_LOOPS", "")
TO = GIVEN or PLACE
if not GIVEN:
    # What is compiled for this run would be written beside the project's own files.
    sys.dont_write_bytecode = True
MOST_AT_SETUP = 2000
MOST_BEFORE_A_TEST = 300
MOST_OF_A_GLOBAL = 60
MOST_ITEMS = 50
MOST_SAID = 500
# They would be words of the language without the line below them.
NOT_NAMES = ("async_", "is_")

# Frames between whoever makes a loop and the loop.
BETWEEN = {"asyncio", "trio", "uvloop", "winloop", "contextlib", "functools", "loopscope_trace", "loopscope_loops"}
RUNNERS = {
    "pytest_asyncio": "pytest-asyncio",
    "anyio": "anyio",
    "unittest": "unittest",
    "pytest_trio": "pytest-trio",
    "pytest_aiohttp": "pytest-aiohttp",
    "aiohttp": "aiohttp",
    "tornado": "tornado",
}
ANOTHER_LOOP = re.compile(
    r"attached to a different loop"
    r"|is bound to a different event loop"
    r"|Event loop is closed"
    r"|is not the running loop"
    r"|different event loop"
    r"|belongs to a different loop"
)
ON_TRIO = re.compile(
    r"no running event loop"
    r"|trio\.run received unrecognized yield message"
    r"|'NoneType' object has no attribute 'create_future'"
)
ANOTHER_TASK = re.compile(r"cancel scope in a different task|isn't the current task's current cancel scope")
NO_LOOP = re.compile(r"There is no current event loop")
NO_PLUGIN = re.compile(r"requested an async fixture '([^']+)'")
UNSUPPORTED = re.compile(
    r"async def functions are not natively supported|async def function and no async plugin"
)
NOT_AWAITED = re.compile(r"coroutine '([^']+)' was never awaited")
PLAIN = (
    str, bytes, bytearray, int, float, complex, bool, type(None), type, types.ModuleType,
    types.BuiltinFunctionType, types.CodeType, types.FrameType, re.Pattern, range, slice,
    threading.Thread, property, staticmethod, classmethod, weakref.ref,
)
FRAMES = (
    (types.GeneratorType, "gi_frame"),
    (types.CoroutineType, "cr_frame"),
    (types.AsyncGeneratorType, "ag_frame"),
)
NO_GLOBAL = PLAIN + (types.FunctionType,)
FIRST_TESTS = 3
# What code on one loop calls of another one, when it waits for something that lives there.
USES = ("call_soon", "call_at", "create_future", "create_task")
LOOP_ATTRIBUTES = ("_loop", "loop")
XUNIT = ("setup_method", "teardown_method", "setup_class", "teardown_class")
XUNIT_OF_MODULES = ("setup_module", "teardown_module", "setup_function", "teardown_function")
UNITTEST = ("setUp", "tearDown", "setUpClass", "tearDownClass")
RUNNER_FIXTURE = re.compile(r"_scoped_runner$")


def package_of(frame):
    return frame.f_globals.get("__name__", "").split(".")[0]


class Phase:
    """What pytest is doing: the innermost one is charged with the loops that run."""

    __slots__ = ("name", "scope", "when", "runs")

    def __init__(self, name, scope, when):
        self.name = name
        self.scope = scope
        self.when = when
        self.runs = []


class Run:
    """An event loop, or a run of trio."""

    __slots__ = ("number", "backend", "type_name", "fixture", "scope", "by", "closed", "first_package",
                 "elsewhere")

    def __init__(self, number, backend, type_name, fixture, scope, by):
        self.number = number
        self.backend = backend
        self.type_name = type_name
        self.fixture = fixture
        self.scope = scope
        self.by = by
        self.closed = False
        self.first_package = None
        # Whether it ran in another thread: nothing of it is in the way of the main one.
        self.elsewhere = False


class Bound:
    """An object that lives on a loop, and how it is reached: by its identity, so that it may go."""

    __slots__ = ("identity", "type_name", "path", "number")

    def __init__(self, thing, path, number):
        self.identity = id(thing)
        self.type_name = name_of(type(thing))
        self.path = path
        self.number = number


class Fixture:
    """A fixture that is set up."""

    __slots__ = ("number", "definition", "name", "scope", "runs", "running", "holds", "window", "plain",
                 "is_projects", "is_async")

    def __init__(self, number, definition, name, scope):
        self.number = number
        self.definition = definition
        self.name = name
        self.scope = scope
        self.runs = []
        self.running = []
        self.holds = []
        self.window = None
        self.plain = False
        self.is_projects = False
        self.is_async = False


class Test:
    """The test that is being run."""

    def __init__(self, item, is_async, qualname):
        self.item = item
        self.is_async = is_async
        self.qualname = qualname
        self.is_expected = False
        self.runs = []
        self.crossings = {}
        self.outcome = "passed"
        self.said = ""
        self.failed_of = ""
        self.unawaited = False
        self.error_runs = {}
        self.fixtures = []
        self.globals = []


class ByIdentity:
    """What is known of objects, which are not kept for it, nor asked whether they are equal."""

    def __init__(self):
        self.entries = {}

    def get(self, key, default=None):
        entry = self.entries.get(id(key))
        return entry[1] if entry is not None and entry[0]() is key else default

    def put(self, key, value):
        identity = id(key)
        entries = self.entries

        def gone(reference):
            if identity in entries and entries[identity][0] is reference:
                del entries[identity]

        try:
            entries[identity] = (weakref.ref(key, gone), value)
        except TypeError:
            # It is no more than forgotten at once.
            pass

    def items(self):
        for reference, value in list(self.entries.values()):
            key = reference()
            if key is not None:
                yield key, value


# A class may have a metaclass that answers for it.
mro_of = type.__dict__["__mro__"].__get__
attributes_of_class = type.__dict__["__dict__"].__get__
module_of_class = type.__dict__["__module__"].__get__
qualname_of_class = type.__dict__["__qualname__"].__get__


def module_of(kind):
    module = module_of_class(kind)
    return module if type(module) is str else ""


def name_of(kind):
    module = module_of(kind)
    name = qualname_of_class(kind)
    return name if module == "builtins" else module + "." + name


without_slots = ByIdentity()


def members_of(kind):
    """The slots of a class and of those above it, which are read without running its code."""
    if without_slots.get(kind):
        return ()
    found = [
        (name, member)
        for above in mro_of(kind)
        for name, member in attributes_of_class(above).items()
        if type(member) is types.MemberDescriptorType and not name.startswith("__")
    ]
    if not found:
        without_slots.put(kind, True)
    return found


def contents_of(module):
    """The globals of a module, which a lazy one is not made to load for it."""
    return object.__getattribute__(module, "__dict__") if is_a(module, types.ModuleType) else {}


def attributes_of(thing):
    found = []
    try:
        held = object.__getattribute__(thing, "__dict__")
        if type(held) is dict:
            found.extend(list(held.items())[:200])
    except Exception:
        pass
    for name, member in members_of(type(thing)):
        try:
            found.append((name, member.__get__(thing)))
        except Exception:
            continue
    return found


def is_a(thing, kinds):
    """As isinstance, but a proxy or a mock that says that it is of another class is not asked."""
    return issubclass(type(thing), kinds)


def is_over(thing, held):
    """Whether an object says that it is closed: nothing is used of it any more."""
    names = dict(held)
    if is_a(thing, (asyncio.StreamReader, asyncio.StreamWriter)):
        transport = names.get("_transport")
        return is_a(transport, asyncio.BaseTransport) and (
            dict(attributes_of(transport)).get("_closing") is True
            or module_of(type(transport)).startswith("uvloop") and transport.is_closing()
        )
    return names.get("_closed") is True or names.get("_closing") is True


def loop_of(thing, held):
    """The loop that an object lives on, by an attribute or by being awaited there.

    A loop in an object of the project's own may be no more than a note of where something was made.
    """
    if is_a(thing, asyncio.Future):
        return None if asyncio.Future.done(thing) else asyncio.Future.get_loop(thing)
    for name, value in held:
        if name in LOOP_ATTRIBUTES and is_a(value, asyncio.AbstractEventLoop):
            if is_a(thing, asyncio.AbstractServer) and not dict(held).get("_sockets"):
                return None
            return None if is_of_project(type(thing)) else value
    return None


of_project = ByIdentity()


def is_of_project(kind):
    found = of_project.get(kind)
    if found is None:
        path = contents_of(sys.modules.get(module_of(kind))).get("__file__")
        found = module_of(kind) == "__main__" or type(path) is str and recorder.is_project(path)
        of_project.put(kind, found)
    return found


def is_closed(loop):
    if is_a(loop, asyncio.BaseEventLoop):
        return asyncio.BaseEventLoop.is_closed(loop)
    return loop.is_closed()


def first(items):
    """The first of many; none if they are changed by somebody else meanwhile."""
    try:
        return list(itertools.islice(items, MOST_ITEMS))
    except RuntimeError:
        return []


def inside(thing, held):
    """What an object leads to, with the words that lead there."""
    if is_a(thing, dict):
        return [("[%.40r]" % (key,) if type(key) in (str, int) else "[...]", value)
                for key, value in first(dict.items(thing))] + [
                    ("." + name, value) for name, value in held]
    for kind in (list, tuple, set, frozenset, collections.deque):
        if is_a(thing, kind):
            return [("[%d]" % at, value) for at, value in enumerate(first(kind.__iter__(thing)))] + [
                ("." + name, value) for name, value in held]
    if is_a(thing, types.FunctionType):
        cells = zip(thing.__code__.co_freevars, thing.__closure__ or ())
        found = []
        for name, cell in cells:
            try:
                found.append((" over " + name, cell.cell_contents))
            except ValueError:
                continue
        return found
    if is_a(thing, types.MethodType):
        return [(".__self__", thing.__self__)]
    if is_a(thing, functools.partial):
        return [(".func", thing.func), (".args", thing.args), (".keywords", thing.keywords)]
    for kind, name in FRAMES:
        if is_a(thing, kind):
            # The names of the locals would keep their values for as long as it lives.
            frame = getattr(thing, name)
            found = gc.get_referents(thing, frame) if frame is not None else []
            return [(" in which", value) for value in found
                    if frame is not None and value is not frame.f_globals and value is not frame.f_builtins]
    return [("." + name, value) for name, value in held]


def bound_in(value, start, most):
    """What is bound to a loop, in a value and in what it leads to; nothing if it is too odd to tell."""
    try:
        return [] if is_a(value, PLAIN) else first_bound(value, start, most)
    except Exception:
        return []


def first_bound(value, start, most):
    """The first for each loop."""
    found = {}
    seen = {id(value)}
    waiting = collections.deque([(value, start)])
    while waiting and len(seen) < most:
        thing, path = waiting.popleft()
        if is_a(thing, asyncio.AbstractEventLoop):
            # Whoever has a loop has not used it.
            continue
        held = attributes_of(thing)
        if is_over(thing, held):
            continue
        loop = loop_of(thing, held)
        if loop is not None:
            found.setdefault(id(loop), Bound(thing, path, recorder.number_of(loop)))
            continue
        if is_a(thing, asyncio.Future):
            continue
        for word, other in inside(thing, held):
            if is_a(other, PLAIN) or id(other) in seen:
                continue
            module = module_of(type(other))
            if module.startswith("_pytest") or module.startswith("loopscope_trace"):
                continue
            seen.add(id(other))
            waiting.append((other, path + word))
    return list(found.values())


class Recorder:
    def __init__(self):
        self.pid = os.getpid()
        self.lines = []
        self.file = None
        self.over = False
        self.clock = 0
        self.root = ""
        self.paths = {}
        self.written = ByIdentity()
        self.numbers = 0
        self.fixtures = 0
        self.runs = ByIdentity()
        self.by_number = {}
        self.open = {}
        self.phases = [Phase("", "session", "session")]
        self.alive = {}
        self.known_tasks = weakref.WeakSet()
        self.functions = ByIdentity()
        self.test = None
        self.main = threading.main_thread().ident
        self.told = set()
        self.project_modules = ([], 0)
        self.candidates = {}
        self.judged = set()
        self.seen = collections.Counter()
        self.digested = set()

    # -- what is written ---------------------------------------------------------------------

    def tick(self):
        self.clock += 1
        return self.clock

    def write(self, kind, **members):
        if not self.over and os.getpid() == self.pid:
            members["kind"] = kind
            for name in NOT_NAMES:
                if name in members:
                    members[name[:-1]] = members.pop(name)
            self.lines.append(members)

    def flush(self):
        if self.file is not None and self.lines and os.getpid() == self.pid:
            # What cannot be written is not tried again: what went wrong with it has to be told.
            lines, self.lines = self.lines, []
            text = json.dumps(lines) + "\n"
            os.write(self.file, text.encode("ascii"))

    def fail(self):
        if not self.over:
            self.write("failure", text=traceback.format_exc())
            self.flush()
            self.over = True

    def relative(self, path):
        path = str(path)
        found = self.paths.get(path)
        if found is None:
            try:
                found = os.path.relpath(os.path.abspath(path), self.root).replace(os.sep, "/")
            except ValueError:
                found = path
            self.paths[path] = found
        return found

    def is_project(self, path):
        return (
            path.startswith(self.root + os.sep)
            and "site-packages" not in path
            and not path.startswith(sys.prefix + os.sep)
            and not path.startswith(TO + os.sep)
        )

    def digest(self, paths):
        """What the project's files hold that this process has read, for whoever compares them later."""
        found = {}
        modules = [contents_of(module).get("__file__") for module in list(sys.modules.values())]
        for path in itertools.chain(paths, modules):
            if type(path) is not str or path in self.digested or not self.is_project(path):
                continue
            self.digested.add(path)
            try:
                with open(path, "rb") as of:
                    found[self.relative(path)] = hashlib.sha256(of.read()).hexdigest()
            except OSError:
                # It is gone since, or has never been a file.
                continue
        if found:
            self.write("files", files=found)

    # -- loops -------------------------------------------------------------------------------

    def maker(self):
        """Who makes a loop: the nearest frame that is not the loop library's."""
        frame = sys._getframe(1)
        while frame is not None and package_of(frame) in BETWEEN:
            frame = frame.f_back
        if frame is None:
            return "", "", 0
        package = package_of(frame)
        path = frame.f_code.co_filename
        if package in RUNNERS and not self.is_project(path):
            return RUNNERS[package], "", 0
        return package, self.relative(path) if self.is_project(path) else path, frame.f_lineno

    def made(self, loop, backend="asyncio"):
        known = self.runs.get(loop)
        if known is not None:
            return known
        by, path, line = self.maker()
        phase = self.phases[-1]
        in_fixture = phase.when in ("fixture", "finish")
        self.numbers += 1
        run = Run(
            self.numbers,
            backend,
            name_of(type(loop)),
            phase.name if in_fixture else "",
            phase.scope if in_fixture else "",
            by,
        )
        self.runs.put(loop, run)
        self.by_number[run.number] = run
        self.open[run.number] = weakref.ref(loop)
        thread = threading.current_thread()
        self.write(
            "loop",
            id=run.number,
            backend=backend,
            type=run.type_name,
            at=self.tick(),
            by=by,
            path=path,
            line=line,
            fixture=run.fixture,
            scope=run.scope,
            test=self.test.item.nodeid if self.test else "",
            thread="" if thread.ident == self.main else thread.name,
        )
        return run

    def started(self, loop):
        run = self.runs.get(loop)
        if run is None:
            run = self.made(loop)
        if threading.get_ident() == self.main:
            runs = self.phases[-1].runs
            if run.number not in runs:
                runs.append(run.number)
        else:
            run.elsewhere = True

    def closed(self, loop, pending=()):
        run = self.runs.get(loop)
        if run is not None and not run.closed:
            run.closed = True
            self.open.pop(run.number, None)
            self.write("closed", id=run.number, at=self.tick(), pending=list(pending))

    def pending(self, loop):
        return sorted(self.task_name(task) for task in asyncio.all_tasks(loop) if not self.is_runner(task))

    def cancelling(self, loop):
        names = self.pending(loop)
        if names:
            run = self.made(loop)
            self.write("cancelled", id=run.number, at=self.tick(), tasks=names)

    def look_at_open_loops(self):
        for number, reference in list(self.open.items()):
            loop = reference()
            if loop is None:
                self.open.pop(number)
                self.write("closed", id=number, at=self.tick(), pending=[], lost=True)
            elif is_a(loop, asyncio.AbstractEventLoop) and is_closed(loop):
                self.closed(loop)

    def is_closed(self, number):
        loop = self.open.get(number, lambda: None)()
        return loop is None or is_a(loop, asyncio.AbstractEventLoop) and is_closed(loop)

    def task_name(self, task):
        coroutine = task.get_coro()
        code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
        name = getattr(coroutine, "__qualname__", type(coroutine).__name__)
        if code is None:
            return name
        return "%s (%s:%d)" % (name, self.relative(code.co_filename), code.co_firstlineno)

    def is_runner(self, task):
        """Whether a plugin runs tests in it, or it may stand still."""
        coroutine = task.get_coro()
        code = getattr(coroutine, "cr_code", None)
        path = code.co_filename.replace(os.sep, "/") if code is not None else ""
        # The workers of psycopg's pool were measured to do no harm on a loop that stands still.
        return any(it in path for it in ("/anyio/", "/pytest_asyncio/", "/psycopg_pool/"))

    def new_tasks(self, numbers):
        found = []
        for loop, run in self.runs.items():
            if run.number in numbers and is_a(loop, asyncio.AbstractEventLoop) and not run.closed:
                for task in asyncio.all_tasks(loop):
                    if task not in self.known_tasks and not self.is_runner(task):
                        self.known_tasks.add(task)
                        found.append({"loop": run.number, "task": self.task_name(task)})
        return sorted(found, key=lambda it: it["task"])

    # -- crossings ---------------------------------------------------------------------------

    def number_of(self, loop):
        return self.made(loop).number

    def requested(self, item):
        """The fixtures that a test asks for by name, and those that they ask for."""
        definitions = getattr(getattr(item, "_request", None), "_fixture_defs", None)
        info = getattr(item, "_fixtureinfo", None)
        if not definitions or info is None:
            return []
        names = list(info.argnames)
        for mark in item.iter_markers("usefixtures"):
            names.extend(mark.args)
        found = []
        for name in names:
            definition = definitions.get(name)
            fixture = self.alive.get(id(definition))
            if fixture is not None and fixture not in found:
                found.append(fixture)
                names.extend(it for it in definition.argnames if it not in names)
        return found

    def rescan(self, fixture):
        cached = getattr(fixture.definition, "cached_result", None)
        if not fixture.plain and cached is not None and cached[2] is None:
            fixture.holds = bound_in(cached[0], fixture.name, MOST_BEFORE_A_TEST)

    def before_call(self, test):
        if test.is_async:
            for fixture in test.fixtures:
                if fixture.scope != "function":
                    self.rescan(fixture)

    def after_call(self, test):
        if not test.is_async or not test.runs:
            return
        for fixture in test.fixtures:
            for task in fixture.running:
                if task["loop"] not in test.runs:
                    self.cross(test, task["loop"], "stands-still", fixture=fixture, thing=task["task"])

    STRENGTH = ("stands-still", "used", "raised")

    def cross(self, test, number, evidence, fixture=None, bound=None, thing="", message="", path="",
              line=0, on=None, when="call"):
        known = test.crossings.get(number)
        if known and self.STRENGTH.index(known["evidence"]) >= self.STRENGTH.index(evidence):
            return
        crossing = dict(
            what="loop",
            loop=number,
            evidence=evidence,
            on=list(test.runs if on is None else on),
            when=when,
            object=bound.type_name if bound is not None else thing,
            reached=bound.path if bound is not None else "",
            message=message,
            path=path,
            line=line,
        )
        if fixture is not None:
            crossing["fixture"] = fixture.number
        elif known and "fixture" in known:
            crossing["fixture"] = known["fixture"]
        if bound is None and evidence in ("used", "raised"):
            for module, name, held in test.globals:
                if held.number == number:
                    crossing.update(module=module, name=name, object=held.type_name, reached=held.path)
                    break
        if known and not crossing["object"]:
            crossing["object"], crossing["reached"] = known["object"], known["reached"]
        test.crossings[number] = crossing

    def holder(self, test, number, thing):
        """The fixture that what was used comes from."""
        item = test.item
        definitions = getattr(getattr(item, "_request", None), "_fixture_defs", None) or {}
        closure = [self.alive[id(it)] for it in definitions.values() if id(it) in self.alive]
        for fixture in closure:
            for bound in fixture.holds:
                if bound.identity == id(thing) and bound.type_name == name_of(type(thing)):
                    return fixture, bound
        for fixture in closure:
            for bound in fixture.holds:
                if bound.number == number:
                    return fixture, bound
        for fixture in closure:
            if number in fixture.runs and fixture.is_projects:
                return fixture, None
        return None, None

    def raised(self, test, when, error, frames):
        """An error that names loops: the loop that is meant is found in the frames it went through."""
        on = test.error_runs.get(when, test.runs)
        if ANOTHER_TASK.search(text_of(error)):
            self.cross_without(test, "task", when, on, error, frames)
            return
        if NO_LOOP.search(text_of(error)):
            self.cross_without(test, "no-loop", when, on, error, frames)
            return
        if ON_TRIO.search(text_of(error)):
            if any(self.by_number[it].backend == "trio" for it in on):
                self.cross_without(test, "backend", when, on, error, frames)
            return
        number, thing = 0, None
        for frame in reversed(frames):
            for name, value in list(frame.f_locals.items()):
                loop = None
                if is_a(value, asyncio.AbstractEventLoop):
                    loop = value if name == "self" else None
                elif not is_a(value, PLAIN):
                    loop = loop_of(value, attributes_of(value))
                if loop is None or self.number_of(loop) in on or self.made(loop).elsewhere:
                    continue
                if number in (0, self.number_of(loop)):
                    number = self.number_of(loop)
                    if thing is None or is_a(thing, asyncio.AbstractEventLoop):
                        thing = value
            if number and not is_a(thing, asyncio.AbstractEventLoop):
                break
        if not number:
            number = self.only_other(test, on)
        if not number and "different" not in text_of(error):
            return
        path, line = self.place(frames)
        fixture, bound = self.holder(test, number, thing) if number else (None, None)
        self.cross(
            test, number, "raised", fixture=fixture, bound=bound,
            thing=name_of(type(thing)) if thing is not None else "",
            message="%s: %s" % (type(error).__name__, text_of(error)), path=path, line=line, on=on, when=when,
        )

    def only_other(self, test, on):
        """The loop that globals and fixtures lead to, if it is one: 0 if not."""
        self.globals_of(test, self.modules())
        found = {bound.number for _, _, bound in test.globals}
        found.update(bound.number for it in test.fixtures for bound in it.holds)
        found.difference_update(on)
        found = {it for it in found if not self.by_number[it].elsewhere}
        return found.pop() if len(found) == 1 else 0

    def cross_without(self, test, what, when, on, error, frames):
        """A crossing of tasks, or of backends: no other loop is in it."""
        path, line = self.place(frames)
        test.crossings[what] = dict(
            what=what, loop=0, evidence="raised", on=list(on), when=when, object="", reached="",
            message="%s: %s" % (type(error).__name__, text_of(error)), path=path, line=line,
        )

    def place(self, frames):
        """The innermost line of the project."""
        for frame in reversed(frames):
            if self.is_project(frame.f_code.co_filename):
                return self.relative(frame.f_code.co_filename), frame.f_lineno
        return "", 0

    def used(self, loop, running):
        """Code on one loop calls into another: seen whether or not anything comes of it."""
        test = self.test
        if test is None or self.over or threading.get_ident() != self.main:
            return
        number = self.number_of(loop)
        if self.by_number[number].elsewhere:
            return
        if number in test.crossings and test.crossings[number]["evidence"] in ("used", "raised"):
            return
        frames = []
        frame = sys._getframe(2)
        while frame is not None:
            if frame.f_code.co_name == "__del__":
                # Collected garbage: nobody uses it.
                return
            if frame.f_code.co_filename != __file__:
                frames.append(frame)
            frame = frame.f_back
        thing = None
        for frame in frames:
            value = frame.f_locals.get("self")
            if value is not None and not is_a(value, (asyncio.AbstractEventLoop,) + PLAIN):
                if loop_of(value, attributes_of(value)) is loop:
                    thing = value
        path, line = self.place(frames[::-1])
        fixture, bound = self.holder(test, number, thing)
        self.cross(
            test, number, "used", fixture=fixture, bound=bound,
            thing=name_of(type(thing)) if thing is not None else "", path=path, line=line,
            on=[self.number_of(running)], when=self.phases[-1].when,
        )

    # -- what is not as it is said ---------------------------------------------------------------

    def lie(self, what, **members):
        key = (what, json.dumps(members, sort_keys=True))
        if key not in self.told:
            self.told.add(key)
            self.write("lie", what=what, at=self.tick(), **members)

    def declared_backend(self, item):
        """The backend in the brackets of a test's id, and the options beside it."""
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        backend = parameters.get("anyio_backend")
        if type(backend) is tuple and len(backend) == 2 and type(backend[0]) is str:
            return backend[0], backend[1] if type(backend[1]) is dict else {}
        return (backend if type(backend) is str else ""), {}

    def judge(self, test):
        item = test.item
        if not test.is_async:
            return
        declared, options = self.declared_backend(item)
        ran = [self.by_number[number] for number in test.runs]
        backends = sorted({run.backend for run in ran})
        if declared in ("asyncio", "trio") and backends and declared not in backends:
            self.lie("backend", test=item.nodeid, says=declared, is_=backends[0], on=test.runs)
        elif declared == "asyncio" and options.get("use_uvloop") and ran:
            if not any(run.type_name.startswith("uvloop.") for run in ran):
                self.lie("loop-type", test=item.nodeid, says="uvloop", is_=ran[0].type_name, on=test.runs)
        if not test.runs:
            if test.outcome != "passed" and UNSUPPORTED.search(test.said):
                self.lie("unsupported", test=item.nodeid, says="async", is_=test.outcome, on=[])
            elif test.outcome == "passed" and (test.unawaited or self.is_plain_unittest(item)):
                self.lie("never-awaited", test=item.nodeid, says="async", is_="passed", on=[])
        self.judge_marks(test, ran)

    def is_plain_unittest(self, item):
        unittest = sys.modules.get("unittest")
        kind = getattr(item, "cls", None)
        return (
            unittest is not None
            and isinstance(kind, type)
            and issubclass(kind, unittest.TestCase)
            and kind.run is unittest.TestCase.run
            and kind.__call__ is unittest.TestCase.__call__
            and kind._callTestMethod is unittest.TestCase._callTestMethod
            and kind.__getattribute__ is object.__getattribute__
        )

    def judge_marks(self, test, ran):
        """What pytest-asyncio makes of marks and overrides without a word."""
        item = test.item
        loops = [run for run in ran if run.by == "pytest-asyncio"]
        if len(loops) != 1:
            return
        scope = loops[0].scope
        says = overruled_scope(item)
        if says is not None and scope and says != scope and not is_known(item):
            self.lie("overruled-mark", test=item.nodeid, says=says, is_=scope, on=test.runs)
        if RUNNER_FIXTURE.search(loops[0].fixture) is None:
            return
        self.judge_override(item, test)
        if scope == "package":
            package = package_node(item)
            first = loops[0].first_package
            if first is None:
                loops[0].first_package = package
            elif not (package + "/").startswith(first + "/") and not (first + "/").startswith(package + "/"):
                self.lie(
                    "shared-package-loop", test=item.nodeid, says=self.relative(package),
                    is_=self.relative(first), on=test.runs,
                )

    def judge_override(self, item, test):
        """Where pytest-asyncio has runners, a fixture of this name is an ordinary one."""
        collection = getattr(item.session, "_fixturemanager", None)
        found = collection.getfixturedefs("event_loop", item) if collection is not None else None
        for definition in found or ():
            code = getattr(definition.func, "__code__", None)
            if code is not None and self.is_project(code.co_filename):
                self.lie(
                    "ignored-override", fixture="event_loop", says="event_loop", is_="pytest-asyncio",
                    path=self.relative(code.co_filename), line=code.co_firstlineno,
                )

    def judge_setup_methods(self, item):
        """An async method of the xunit kind is called, and its coroutine is dropped."""
        kind = getattr(item, "cls", None)
        key = id(kind), id(getattr(item, "module", None))
        if key in self.judged:
            return
        self.judged.add(key)
        unittest = sys.modules.get("unittest")
        if unittest is not None and isinstance(kind, type) and issubclass(kind, unittest.TestCase):
            standard = kind.run is unittest.TestCase.run or kind.run is getattr(
                getattr(unittest, "IsolatedAsyncioTestCase", None), "run", None
            )
            names = UNITTEST if standard and kind.__getattribute__ is object.__getattribute__ else ()
        else:
            names = XUNIT if isinstance(kind, type) else ()
        for owner, words in ((kind, names), (getattr(item, "module", None), XUNIT_OF_MODULES)):
            for name in words:
                method = inspect.getattr_static(owner, name, None)
                method = method.__func__ if is_a(method, (staticmethod, classmethod)) else method
                if is_a(method, types.FunctionType) and inspect.iscoroutinefunction(method):
                    code = method.__code__
                    if name.endswith("_function") and kind is not None:
                        continue
                    self.lie(
                        "never-awaited", fixture=method.__qualname__, says="async", is_="dropped",
                        path=self.relative(code.co_filename), line=code.co_firstlineno,
                    )

    def look_at_globals(self, test):
        """Objects of the project's modules that are bound to a loop, and those whose loop is gone.

        A test's own module is looked at before its first tests; all others are when few tests have
        run, and less and less often later.
        """
        if not test.is_async:
            return
        own = getattr(test.item, "module", None)
        self.seen[id(own)] += 1
        self.seen[None] += 1
        if self.seen[None] <= FIRST_TESTS or str(self.seen[None]).rstrip("0") == "1":
            self.globals_of(test, self.modules())
        elif self.seen[id(own)] <= FIRST_TESTS:
            path = contents_of(own).get("__file__") or ""
            self.globals_of(test, [(self.relative(path), own)] if self.is_project(path) else [])

    def modules(self):
        names, known = self.project_modules
        if known != len(sys.modules):
            names = [
                (self.relative(path), name)
                for name, module in list(sys.modules.items())
                for path in [contents_of(module).get("__file__")]
                if type(path) is str and self.is_project(path)
            ]
            self.project_modules = names, len(sys.modules)
        return [(path, sys.modules[name]) for path, name in names if name in sys.modules]

    def globals_of(self, test, modules):
        del test.globals[:]
        for path, module in modules:
            for name in self.names_of(path, module):
                value = contents_of(module).get(name)
                for bound in bound_in(value, name, MOST_OF_A_GLOBAL):
                    test.globals.append((path, name, bound))
                    number = bound.number
                    if self.is_closed(number) and (path, name, number) not in self.told:
                        self.told.add((path, name, number))
                        self.write(
                            "module-object", path=path, name=name, object=bound.type_name,
                            reached=bound.path, loop=number, test=test.item.nodeid, at=self.tick(),
                        )

    def names_of(self, path, module):
        """The globals that may lead to a loop: what is a function or a text now stays one."""
        size, names = self.candidates.get(path, (0, ()))
        contents = contents_of(module)
        if size != len(contents):
            names = [
                name
                for name, value in list(contents.items())
                if type(name) is str
                and not name.startswith("__")
                and (value is None or not is_a(value, NO_GLOBAL))
                and not module_of(type(value)).startswith("_pytest")
            ]
            self.candidates[path] = len(contents), names
        return names


def asyncio_marks(kind):
    """The marks of this name that a class itself has in its body or above its name."""
    marks = attributes_of_class(kind).get("pytestmark", ())
    marks = marks if type(marks) in (list, tuple) else [marks]
    found = [it.mark if is_a(it, pytest.MarkDecorator) else it for it in marks]
    return [it for it in found if is_a(it, pytest.Mark) and it.name == "asyncio"]


def overruled_scope(item):
    """The loop scope that a class asks for, if a mark of a class above it is taken; None if not."""
    taken = item.get_closest_marker("asyncio")
    classes = mro_of(item.cls) if is_a(getattr(item, "cls", None), type) else ()
    for at, kind in enumerate(classes):
        for mark in asyncio_marks(kind):
            scope = mark.kwargs.get("loop_scope", mark.kwargs.get("scope"))
            if scope is not None:
                above = [it for other in classes[at + 1:] for it in asyncio_marks(other)]
                return scope if any(it is taken for it in above) else None
    return None


def is_known(item):
    """Whether a class says above its name that what check finds there is meant."""
    try:
        lines = inspect.getsourcelines(item.cls)[0]
    except (OSError, TypeError):
        return False
    for line in lines:
        if "scaffold: ignore" in line:
            return True
        if line.lstrip().startswith("class "):
            return False
    return False


def package_node(item):
    """The directory of the package that a test is in."""
    return os.path.dirname(str(getattr(item, "path", None) or item.fspath))


def function_of(item):
    function = getattr(item, "obj", None)
    function = function.__func__ if is_a(function, types.MethodType) else function
    if not is_a(function, types.FunctionType):
        return None
    inner = getattr(function.__dict__.get("hypothesis"), "inner_test", None)
    return inner if is_a(inner, types.FunctionType) else function


def what_of(function):
    """Whether a function is async, and its name."""
    if function is None:
        return False, ""
    return (
        inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function),
        function.__qualname__,
    )


recorder = Recorder()
looked_at = []


def guarded(part):
    """What goes wrong in a part of the record ends the record, and nothing else."""

    @functools.wraps(part)
    def wrapper(*arguments, **keywords):
        if recorder.over:
            return None
        try:
            return part(*arguments, **keywords)
        except Exception:
            recorder.fail()
            return None

    return wrapper


# -- what is looked at below pytest ------------------------------------------------------------


def look_at_asyncio():
    base = asyncio.base_events.BaseEventLoop
    set_running = asyncio.events._set_running_loop
    started = guarded(recorder.started)

    def set_running_loop(loop):
        set_running(loop)
        if loop is not None:
            started(loop)

    asyncio.events._set_running_loop = asyncio._set_running_loop = set_running_loop

    def around(name, before):
        real = getattr(base, name)

        @functools.wraps(real)
        def method(self, *arguments, **keywords):
            before(self)
            made = real(self, *arguments, **keywords)
            if self._debug:
                without_this_file(made)
            return made

        setattr(base, name, method)

    real_init = base.__init__
    made = guarded(recorder.made)

    @functools.wraps(real_init)
    def __init__(self, *arguments, **keywords):
        real_init(self, *arguments, **keywords)
        made(self)

    base.__init__ = __init__

    @guarded
    def closing(loop):
        if not loop.is_closed():
            recorder.closed(loop, recorder.pending(loop))

    around("close", closing)
    for name in USES:
        around(name, using)

    cancel = getattr(asyncio.runners, "_cancel_all_tasks", None)
    if cancel is not None:
        cancelling = guarded(recorder.cancelling)

        @functools.wraps(cancel)
        def cancel_all_tasks(loop, *arguments):
            cancelling(loop)
            return cancel(loop, *arguments)

        asyncio.runners._cancel_all_tasks = cancel_all_tasks


def without_this_file(made):
    """In debug mode a task knows where it was made, and tells it where nobody awaits it."""
    stack = getattr(made, "_source_traceback", None)
    if type(stack) is traceback.StackSummary:
        stack[:] = [it for it in stack if it.filename != __file__]


used = guarded(recorder.used)


def using(loop):
    running = asyncio.events._get_running_loop()
    if running is not loop and running is not None:
        used(loop, running)


def look_at_uvloop():
    """Once it is imported, which is not done for it: what goes by its methods from outside is seen."""
    kind = getattr(sys.modules.get("uvloop"), "Loop", None)
    if kind is None or kind in looked_at:
        return
    looked_at.append(kind)
    for name in USES:
        put_around(kind, name)


def put_around(kind, name):
    real = getattr(kind, name, None)
    if real is None:
        return

    @functools.wraps(real)
    def method(self, *arguments, **keywords):
        using(self)
        made = real(self, *arguments, **keywords)
        if self.get_debug():
            without_this_file(made)
        return made

    try:
        setattr(kind, name, method)
    except TypeError:
        # It is a class that cannot be changed.
        pass


def look_at_trio():
    """Once it is imported, which is not done for it."""
    module = sys.modules.get("trio._core._run")
    real = getattr(module, "setup_runner", None)
    if real is None or hasattr(real, "loopscope"):
        return
    started = guarded(recorder.started)

    class Steps(module.Instrument if hasattr(module, "Instrument") else object):
        def __init__(self, runner):
            self.runner = runner

        def before_task_step(self, task):
            started(self.runner)

        def after_run(self):
            guarded(recorder.closed)(self.runner)

    @functools.wraps(real)
    def setup_runner(*arguments, **keywords):
        runner = real(*arguments, **keywords)
        if not recorder.over:
            guarded(recorder.made)(runner, "trio")
            guarded(lambda: runner.instruments.add_instrument(Steps(runner)))()
        return runner

    setup_runner.loopscope = True
    module.setup_runner = setup_runner


# -- what pytest tells -------------------------------------------------------------------------


@guarded
def begin(config):
    recorder.root = os.path.abspath(str(config.rootpath))
    worker = getattr(config, "workerinput", {}).get("workerid", "main")
    path = os.path.join(TO, "trace-%s.jsonl" % worker)
    recorder.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    plugins = {}
    for _, distribution in config.pluginmanager.list_plugin_distinfo():
        plugins[distribution.project_name] = str(distribution.version)
    for name in ("anyio", "trio", "uvloop"):
        module = sys.modules.get(name)
        if module is not None and hasattr(module, "__version__"):
            plugins.setdefault(name, module.__version__)
    recorder.write(
        "session", schema=1, worker=worker, root=recorder.root, pytest=pytest.__version__,
        python=".".join(map(str, sys.version_info[:3])), plugins=plugins,
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests():
    # Until pytest-xdist is loaded, which takes what its workers find this plugin by.
    if not GIVEN and PLACE in sys.path:
        sys.path.remove(PLACE)


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    begin(config)
    if not GIVEN:
        keep_cache(config)


@guarded
def keep_cache(config):
    """What was kept of earlier runs is read where it is, and what this one keeps is not written there."""
    cache = getattr(config, "cache", None)
    if cache is None:
        return
    values = {}
    read = cache.get
    place = os.path.join(PLACE, "cache")

    def get(key, default):
        return json.loads(values[key]) if key in values else read(key, default)

    def put(key, value):
        values[key] = json.dumps(value)

    def mkdir(name):
        to = os.path.join(place, name)
        if not os.path.isdir(to):
            there = os.path.join(str(cache._cachedir), "d", name)
            if os.path.isdir(there):
                shutil.copytree(there, to)
            else:
                os.makedirs(to)
        return pathlib.Path(to)

    cache.get, cache.set, cache.mkdir = get, put, mkdir


def pytest_unconfigure(config):
    finish()


@guarded
def collected(session):
    config = session.config
    paths = {str(getattr(item, "path", None) or item.fspath) for item in session.items}
    for plugin in list(config.pluginmanager.get_plugins()):
        path = contents_of(plugin).get("__file__")
        if type(path) is str:
            paths.add(path)
    configuration = getattr(config, "inipath", None)
    if configuration is not None:
        paths.add(str(configuration))
    recorder.digest(paths)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    collected(session)


@guarded
def finish():
    recorder.digest(())
    recorder.look_at_open_loops()
    for number in list(recorder.open):
        recorder.write("open", id=number, at=recorder.tick())
    recorder.write("end", at=recorder.tick())
    recorder.flush()


@guarded
def fixture_begins(fixturedef):
    look_at_trio()
    look_at_uvloop()
    recorder.phases.append(Phase(fixturedef.argname, fixturedef.scope, "fixture"))
    definition_of(fixturedef)


def import_trio(backend):
    """As anyio's plugin does in a moment, but before it makes its first run."""
    name = backend[0] if type(backend) is tuple and backend else backend
    if type(name) is str and name == "trio":
        try:
            importlib.import_module("trio")
        except Exception:
            # It is anyio that tells so.
            return
        look_at_trio()


def definition_of(fixturedef):
    """Whether a fixture is async, whether it is the project's, its file and its line."""
    found = recorder.written.get(fixturedef)
    if found is None:
        function = inspect.unwrap(fixturedef.func)
        code = getattr(function, "__code__", None)
        path = code.co_filename if code is not None else ""
        found = (
            inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function),
            recorder.is_project(path),
            path,
            code.co_firstlineno if code is not None else 0,
        )
        recorder.written.put(fixturedef, found)
    return found


@guarded
def fixture_ends(fixturedef, request):
    phase = recorder.phases.pop()
    recorder.fixtures += 1
    record = Fixture(recorder.fixtures, fixturedef, fixturedef.argname, fixturedef.scope)
    record.runs = phase.runs
    record.is_async, record.is_projects, path, line = definition_of(fixturedef)
    cached = getattr(fixturedef, "cached_result", None)
    error = cached is None or cached[2] is not None
    if error:
        if recorder.test is not None:
            recorder.test.error_runs["setup"] = phase.runs
    else:
        value = cached[0]
        record.plain = is_a(value, PLAIN)
        record.holds = bound_in(value, record.name, MOST_AT_SETUP) if record.is_projects else []
        record.running = recorder.new_tasks(phase.runs)
        if fixturedef.argname == "anyio_backend":
            import_trio(value)
        recorder.alive[id(fixturedef)] = record
        fixturedef.addfinalizer(lambda: fixture_leaves(record))
    if not record.is_projects and not phase.runs:
        return
    recorder.write(
        "fixture", id=record.number, name=record.name, scope=record.scope, async_=record.is_async,
        path=recorder.relative(path) if record.is_projects else "", line=line,
        at=recorder.tick(), on=phase.runs, failed=error,
        holds=[
            {"loop": it.number, "object": it.type_name, "reached": it.path}
            for it in record.holds
        ],
        running=record.running, test=recorder.test.item.nodeid if recorder.test else "",
    )


# The first, for anyio puts a function of its own in the place of the fixture's until it is set up.
@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    fixture_begins(fixturedef)
    yield
    fixture_ends(fixturedef, request)


@guarded
def fixture_leaves(record):
    record.window = Phase(record.name, record.scope, "finish")
    recorder.phases.append(record.window)


@guarded
def fixture_left(fixturedef):
    record = recorder.alive.get(id(fixturedef))
    if record is None or record.window is None:
        return
    while recorder.phases[-1] is not record.window and len(recorder.phases) > 1:
        recorder.phases.pop()
    recorder.phases.pop()
    del recorder.alive[id(fixturedef)]
    cached = getattr(fixturedef, "cached_result", None)
    if cached is not None and cached[2] is None and record.is_async:
        value, code = cached[0], getattr(inspect.unwrap(fixturedef.func), "__code__", None)
        if is_unstarted(value, code):
            recorder.lie(
                "never-awaited", fixture=record.name, says="async",
                is_="a coroutine" if type(value) is types.CoroutineType else "an async generator",
                path=recorder.relative(code.co_filename), line=code.co_firstlineno,
            )
    if record.is_projects or record.window.runs or record.runs:
        recorder.write("torn-down", fixture=record.number, at=recorder.tick(), on=record.window.runs)


def is_unstarted(value, code):
    """Whether a fixture's value is what calling its async function gives, and nobody began it."""
    if type(value) is types.CoroutineType:
        return value.cr_code is code and inspect.getcoroutinestate(value) == inspect.CORO_CREATED
    if type(value) is types.AsyncGeneratorType and value.ag_code is code:
        # The locals of one that has begun, or is over, are more than its arguments, or the line is
        # another; one that has not begun stands on the line of its def.
        frame = value.ag_frame
        return frame is not None and not value.ag_running and frame.f_lineno == code.co_firstlineno
    return False


def pytest_fixture_post_finalizer(fixturedef, request):
    fixture_left(fixturedef)


@guarded
def test_begins(item):
    look_at_trio()
    look_at_uvloop()
    known = recorder.functions.get(item)
    if known is None:
        # Plugins put another function in its place when they run it, for one of its items or for all.
        written = getattr(item, "obj", None)
        written = getattr(written, "__func__", None) if is_a(written, types.MethodType) else written
        kept = type(written) is types.FunctionType
        known = recorder.functions.get(written) if kept else None
        known = known or what_of(function_of(item))
        recorder.functions.put(item, known)
        if kept:
            recorder.functions.put(written, known)
    recorder.test = Test(item, *known)
    recorder.judge_setup_methods(item)


@guarded
def test_ends(item):
    test = recorder.test
    if test is None:
        return
    recorder.judge(test)
    path, line, _ = item.location
    recorder.look_at_open_loops()
    running = asyncio.events._get_running_loop()
    if running is not None:
        recorder.write("left-running", loop=recorder.number_of(running), test=item.nodeid, at=recorder.tick())
    recorder.write(
        "test", id=item.nodeid, path=recorder.relative(str(getattr(item, "path", None) or item.fspath)),
        line=(line or 0) + 1, async_=test.is_async, declared=recorder.declared_backend(item)[0],
        on=test.runs, outcome=test.outcome, at=recorder.tick(),
        fixtures=[it.number for it in test.fixtures], said=test.failed_of,
    )
    # What a test is expected to fail of is no news.
    for crossing in () if test.is_expected else test.crossings.values():
        recorder.write("crossing", test=item.nodeid, **crossing)
    recorder.test = None
    recorder.flush()


@guarded
def interrupted(error):
    if recorder.test is not None and not is_a(error, Exception):
        recorder.test.outcome = "error"
        recorder.test.failed_of = type(error).__name__


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    test_begins(item)
    outcome = yield
    if outcome.excinfo is not None:
        interrupted(outcome.excinfo[1])
    test_ends(item)


@guarded
def phase_begins(item, when):
    recorder.phases.append(Phase(item.nodeid, "", when))
    if when == "call" and recorder.test is not None:
        recorder.test.fixtures = recorder.requested(item)
        recorder.look_at_globals(recorder.test)
        recorder.before_call(recorder.test)


@guarded
def phase_ends(item, when):
    while recorder.phases[-1].when != when and len(recorder.phases) > 1:
        recorder.phases.pop()
    phase = recorder.phases.pop()
    test = recorder.test
    if test is None:
        return
    if when == "call":
        test.runs = phase.runs
        recorder.after_call(test)
    test.error_runs.setdefault(when, phase.runs)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_setup(item):
    phase_begins(item, "setup")
    yield
    phase_ends(item, "setup")


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_call(item):
    phase_begins(item, "call")
    yield
    phase_ends(item, "call")


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown(item, nextitem):
    phase_begins(item, "teardown")
    yield
    phase_ends(item, "teardown")


def errors_in(error, seen):
    """An exception with those that it holds and is raised from: what was handled before is not."""
    waiting = [error]
    while waiting:
        it = waiting.pop()
        if it is None or id(it) in seen:
            continue
        seen.add(id(it))
        yield it
        waiting.append(it.__cause__)
        group = sys.modules.get("exceptiongroup")
        kinds = getattr(builtins, "BaseExceptionGroup", None) or getattr(group, "BaseExceptionGroup", ())
        waiting.extend(it.exceptions if is_a(it, kinds) else ())


def text_of(error):
    try:
        return str(error)
    except Exception:
        return ""


def frames_of(error):
    frames, at = [], error.__traceback__
    while at is not None:
        frames.append(at.tb_frame)
        at = at.tb_next
    return frames


def place_of_fixture(item, name):
    """Where the fixture stands that a test gets by a name."""
    found = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {}).get(name)
    code = getattr(found[-1].func, "__code__", None) if found else None
    if code is None or not recorder.is_project(code.co_filename):
        return "", 0
    return recorder.relative(code.co_filename), code.co_firstlineno


@guarded
def reported(item, call, report):
    test = recorder.test
    if test is None:
        return
    if report.outcome == "skipped" and hasattr(report, "wasxfail"):
        test.is_expected = True
    if report.outcome != "passed":
        test.outcome = report.outcome if report.when == "call" or report.outcome == "skipped" else "error"
        if report.outcome == "failed" and call.excinfo is not None and not test.failed_of:
            error = call.excinfo.value
            test.failed_of = ("%s: %s" % (type(error).__name__, text_of(error)))[:MOST_SAID]
        said = report.longrepr
        test.said = str(said[2]) if isinstance(said, tuple) else (
            text_of(call.excinfo.value) if call.excinfo is not None else "")
    missing = NO_PLUGIN.search(test.said)
    if missing is not None and report.when == "setup" and report.outcome == "failed":
        path, line = place_of_fixture(item, missing.group(1))
        recorder.lie(
            "unsupported", fixture=missing.group(1), says="async", is_="failed", path=path, line=line
        )
    if call.excinfo is not None:
        for error in errors_in(call.excinfo.value, set()):
            if any(it.search(text_of(error)) for it in (ANOTHER_LOOP, ON_TRIO, ANOTHER_TASK, NO_LOOP)):
                recorder.raised(test, report.when, error, frames_of(error))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    if recorder.over:
        return
    try:
        report = outcome.get_result()
    except BaseException:
        return
    reported(item, call, report)


@guarded
def warned(message):
    test = recorder.test
    matched = NOT_AWAITED.search(str(message))
    if test is not None and matched is not None:
        test.unawaited = test.unawaited or matched.group(1) == test.qualname


def pytest_warning_recorded(warning_message, when, nodeid, location):
    warned(warning_message.message)


guarded(look_at_asyncio)()
