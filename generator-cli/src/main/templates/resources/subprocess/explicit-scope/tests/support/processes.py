"""Servers that a command starts, each in a process of its own, and connections to them."""

import asyncio
import os
import secrets
import shutil
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

HOST = "127.0.0.1"
LONGEST_START = 60.0
LONGEST_STOP = 10.0
LONGEST_SHOWN = 20_000
# So long does it take at most until it is known of a process that it has just ended.
MOMENT = 1.0
PAUSE = 0.02
# Below those that systems give to whoever asks for any: until the server listens, nobody gets one.
PORTS = range(20_000, 32_000)
TESTS = Path(__file__).parent.parent

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class ServerProcessError(Exception):
    """A server does not start, or has ended. The message shows what it has printed."""


class ServerClient:
    """What one test has of a server: where it is, and connections that end with the test."""

    def __init__(self, server: "ServerProcess") -> None:
        """Connect to nothing yet."""
        self.host = HOST
        self.port = server.port
        self.socket = server.socket
        self.address = server.address
        self._server = server
        self._connections: list[Connection] = []

    async def connect(self) -> Connection:
        """Open a connection, which is closed after the test if the test does not close it."""
        connection = await self._server.connect()
        self._connections.append(connection)
        return connection

    async def exchange(self, message: bytes) -> bytes:
        """Send a message on a connection of its own; return what comes until that is closed."""
        reader, writer = await self.connect()
        writer.write(message)
        await writer.drain()
        return await reader.read()

    def is_connected(self) -> bool:
        """Return whether a connection was opened through this client."""
        return bool(self._connections)

    async def close(self) -> None:
        """Close all connections."""
        for _, writer in self._connections:
            await close(writer)


Probe = Callable[[ServerClient], Awaitable[bool]]


class ServerProcess:
    """What the tests share: a server that runs, and the file that it prints to."""

    def __init__(self, command: Sequence[str], directory: Path, port: int) -> None:
        """Put the places into the command; start nothing yet."""
        self.output = directory / "output.txt"
        self.output.touch()
        self.port = port
        self.socket = str(directory / "server.sock")
        self.is_on_socket = any("{socket}" in word for word in command)
        self.address = self.socket if self.is_on_socket else f"{HOST}:{port}"
        places = {"{port}": str(port), "{socket}": self.socket, "{tests}": str(TESTS)}
        self.command = list(command)
        for place, text in places.items():
            self.command = [word.replace(place, text) for word in self.command]
        self._keeper: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the server, below a process that stops it when pytest ends in any way."""
        with self.output.open("ab") as output:
            self._keeper = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", str(Path(__file__).with_name("process_keeper.py"))),
                *(str(self.output.parent), str(LONGEST_STOP), *self.command),
                stdin=asyncio.subprocess.PIPE,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
                cwd=TESTS.parent,
                env=environment(),
                # An interrupt from the terminal is for pytest alone.
                start_new_session=True,
            )

    async def stop(self) -> None:
        """Have the server stopped, and wait until it has ended."""
        if self._keeper is not None and self._keeper.stdin is not None:
            # The end of its input is what the keeper waits for.
            await close(self._keeper.stdin)
            await self._keeper.wait()

    async def wait_until_ready(self, is_ready: Probe) -> None:
        """Ask the server until it says that it is ready; raise at once if it ends."""
        asking = asyncio.ensure_future(self._ask_until_ready(is_ready))
        try:
            await asyncio.wait([asking], timeout=LONGEST_START)
        finally:
            asking.cancel()
            await asyncio.wait([asking])
        if asking.cancelled():
            problem = f"is not ready at {self.address} after {LONGEST_START} seconds"
            raise self._error(problem)
        asking.result()

    async def _ask_until_ready(self, is_ready: Probe) -> None:
        while not await self._is_ready(is_ready):
            self.require_running()
            await asyncio.sleep(PAUSE)
        self.require_running()

    async def _is_ready(self, is_ready: Probe) -> bool:
        if await self.can_be_reached():
            with suppress(OSError, EOFError):
                async with self.client() as client:
                    return await is_ready(client)
        return False

    async def can_be_reached(self) -> bool:
        """Return whether a connection can be opened."""
        with suppress(OSError):
            _, writer = await self._open()
            await close(writer)
            return True
        return False

    async def connect(self) -> Connection:
        """Open a connection, for the caller to close. If the server has ended, say so."""
        try:
            return await self._open()
        except OSError:
            await self._wait_a_moment()
            self.require_running()
            raise

    async def _open(self) -> Connection:
        if self.is_on_socket:
            return await asyncio.open_unix_connection(self.socket)
        return await asyncio.open_connection(HOST, self.port)

    async def _wait_a_moment(self) -> None:
        if self._keeper is not None:
            ending = asyncio.ensure_future(self._keeper.wait())
            await asyncio.wait([ending], timeout=MOMENT)
            ending.cancel()

    def is_running(self) -> bool:
        """Return whether the server was started, and is not known to have ended."""
        return self._keeper is not None and self._keeper.returncode is None

    def require_running(self) -> None:
        """Raise an error that shows what the server has printed, if it has ended."""
        if self._keeper is not None and self._keeper.returncode is not None:
            problem = f"has ended, with the status {self._keeper.returncode}"
            raise self._error(problem)

    def _error(self, problem: str) -> ServerProcessError:
        message = f"{' '.join(self.command)} {problem}; it has printed:\n{self._printed_from(0)}"
        return ServerProcessError(message)

    @asynccontextmanager
    async def client(self) -> AsyncIterator[ServerClient]:
        """Make a client, if the server runs; close its connections on the way out."""
        self.require_running()
        client = ServerClient(self)
        try:
            yield client
        finally:
            await client.close()

    @contextmanager
    def printing(self) -> Iterator[None]:
        """Print what the server prints meanwhile."""
        before = self.output.stat().st_size
        try:
            yield
        finally:
            printed = self._printed_from(before)
            if printed:
                sys.stdout.write(f"The server has printed:\n{printed}")

    def _printed_from(self, start: int) -> str:
        with self.output.open("rb") as output:
            output.seek(max(start, self.output.stat().st_size - LONGEST_SHOWN))
            return output.read().decode(errors="replace")


@asynccontextmanager
async def run(command: Sequence[str], is_ready: Probe) -> AsyncIterator[ServerProcess]:
    """Start a server and wait until it is ready; stop it on the way out."""
    # A socket's path may have some 100 bytes.
    directory = Path(tempfile.mkdtemp(prefix="pytest-server-", dir="/tmp"))
    with hold_free_port() as held:
        server = ServerProcess(command, directory, held.getsockname()[1])
        try:
            await server.start()
            await server.wait_until_ready(is_ready)
            held.close()
            yield server
        finally:
            await server.stop()
            shutil.rmtree(directory, ignore_errors=True)


async def accepts(client: ServerClient) -> bool:
    """Connect, which is all that some servers can be asked for."""
    await client.connect()
    return True


async def close(writer: asyncio.StreamWriter) -> None:
    """Close a connection, whatever the other end has done."""
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def hold_free_port() -> socket.socket:
    """Find a port that nobody listens on, and keep others who ask here from finding it too.

    The returned socket holds the UDP port of that number, which leaves the TCP port to the server.
    """
    while True:
        place = (HOST, secrets.choice(PORTS))
        held = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(place)
            held.bind(place)
            return held
        held.close()


def environment() -> dict[str, str]:
    """Return that of the tests, with the programs that are installed beside this Python first."""
    programs = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    return {**os.environ, "PATH": os.pathsep.join(programs), "PYTHONUNBUFFERED": "1"}
