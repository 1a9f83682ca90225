"""What the tests of a server rely on: its start, its end, and that nothing of it is left. Keep."""

<#if archetype == "explicit-scope">
import asyncio

<#else>
import anyio
</#if>
import pytest

from .resources.server_process import (
    ServerProcess,
    find_in_server,
    isolate_server,
    leave_in_server,
)
from .suites import (
<#list resources as resource>
<#if resource.kind == "subprocess">
    ${resource.suite},
</#if>
</#list>
)
from .support import processes
from .support.processes import ServerProcessError, accepts, run

LISTENING = """
import signal, socket, sys, time
if sys.argv[2] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    connection, _ = listener.accept()
    if connection.recv(3) == b"end":
        sys.exit(4)
"""
ON_A_UNIX_SOCKET = """
import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
while True:
    listener.accept()
"""
STARTS_ANOTHER = """
import subprocess, sys
subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=False)
"""
ENDS_AT_ONCE = """
import sys
sys.exit("there is no database")
"""
NEVER_LISTENS = """
import time
time.sleep(600)
"""


async def fail_after_leaving_a_trace(shared: ServerProcess) -> float:
    """Do what a test does that fails in the middle."""
    async with isolate_server(shared) as lent:
        await leave_in_server(lent)
        return 1 / 0


async def has_ended(running: ServerProcess) -> bool:
    """Return whether nobody listens any more. It may take a moment until who is killed ends."""
    for _ in range(100):
        if not await running.can_be_reached():
            return True
<#if archetype == "explicit-scope">
        await asyncio.sleep(0.05)
<#else>
        await anyio.sleep(0.05)
</#if>
    return False
<#list resources as resource>
<#if resource.kind == "subprocess">


class Test${resource.stem}Process(${resource.suite}):
    """Tests of how a server is started and stopped."""

    async def test_what_a_failing_test_leaves_is_gone_in_the_next(
        self,
        ${resource.shared}: ServerProcess,
    ) -> None:
        """Fails when only a test that passes is cleaned up after."""
        with pytest.raises(ZeroDivisionError):
            await fail_after_leaving_a_trace(${resource.shared})
        async with isolate_server(${resource.shared}) as second:
            assert not await find_in_server(second), "the next test sees it too"

    async def test_what_the_server_prints_during_a_test_is_shown_with_it(
        self,
        ${resource.shared}: ServerProcess,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Fails when it is not there for pytest to show, if the test fails."""
        with ${resource.shared}.output.open("a") as output:
            async with isolate_server(${resource.shared}):
                output.write("out of stock\n")
                output.flush()
        assert "out of stock" in capsys.readouterr().out

    async def test_server_that_does_not_stop_is_ended(
        self,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Fails when a process or a directory is left, or the run waits for ever."""
        monkeypatch.setattr(processes, "LONGEST_STOP", 0.1)
        async with run(["python", "-c", LISTENING, "{port}", "stubborn"], accepts) as running:
            assert running.output.exists()
        assert await has_ended(running), "the server still runs"
        assert not running.output.parent.exists(), "its directory is left"

    async def test_what_the_server_has_started_ends_with_it(self) -> None:
        """Fails when only the first process of a server is stopped."""
        command = ["python", "-c", STARTS_ANOTHER, LISTENING, "{port}", "stubborn"]
        async with run(command, accepts) as running:
            assert await running.can_be_reached()
        assert await has_ended(running), "a process that the server has started still runs"

    async def test_server_may_listen_on_a_unix_socket(self) -> None:
        """It is told the path of one by the command."""
        async with run(["python", "-c", ON_A_UNIX_SOCKET, "{socket}"], accepts) as running:
            assert running.address == running.socket
            assert await running.can_be_reached()

    async def test_server_that_ends_instead_of_starting_is_shown(self) -> None:
        """Fails when its end is waited for in vain, or nobody is told why it has ended."""
        with pytest.raises(ServerProcessError, match=r"status 1; .*\nthere is no database"):
            async with run(["python", "-c", ENDS_AT_ONCE, "{port}"], accepts):
                pytest.fail("a server that has ended is lent")

    async def test_program_that_is_missing_is_named(self) -> None:
        """The message says which one cannot be started."""
        with pytest.raises(ServerProcessError, match="no-such-program cannot be started"):
            async with run(["no-such-program", "{port}"], accepts):
                pytest.fail("a server that was not started is lent")

    async def test_server_that_never_listens_is_given_up(
        self,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """Fails when a start that does not end holds up the run for ever."""
        monkeypatch.setattr(processes, "LONGEST_START", 0.1)
        with pytest.raises(ServerProcessError, match=r"is not ready at .* after 0\.1 seconds"):
            async with run(["python", "-c", NEVER_LISTENS, "{port}"], accepts):
                pytest.fail("a server that does not listen is lent")

    async def test_server_that_ends_during_a_test_is_missed(self) -> None:
        """Fails when a test is told that nobody listens, and not that the server has ended."""
        async with run(["python", "-c", LISTENING, "{port}", ""], accepts) as running:
            async with running.client() as client:
                assert await client.exchange(b"end") == b""
            with pytest.raises(ServerProcessError, match="has ended, with the status 4"):
                await running.connect()
</#if>
</#list>
