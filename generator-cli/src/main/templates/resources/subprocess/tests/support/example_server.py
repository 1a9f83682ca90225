"""A server to start with: it keeps values. The README says how to put your own in its place."""

import argparse
import signal
import socketserver
import sys

values: dict[str, str] = {}


class Conversation(socketserver.StreamRequestHandler):
    """One request on a connection of its own."""

    def handle(self) -> None:
        """Answer a line, and print it."""
        request = self.rfile.readline().decode().strip()
        if request:
            sys.stdout.write(f"{request}\n")
            self.wfile.write(f"{respond(request)}\n".encode())


class Server(socketserver.ThreadingTCPServer):
    """Lets clients wait for each other as little as it can."""

    allow_reuse_address = True
    daemon_threads = True


def respond(request: str) -> str:
    """Keep a value, return one, or forget all."""
    match request.split(" ", 2):
        case ["SET", key, value]:
            values[key] = value
            return "OK"
        case ["GET", key] if key in values:
            return f"VALUE {values[key]}"
        case ["GET", _]:
            return "NONE"
        case ["CLEAR"]:
            values.clear()
            return "OK"
        case _:
            return "ERROR"


def main() -> None:
    """Serve until the process is terminated."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    port = parser.parse_args().port
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with Server(("127.0.0.1", port), Conversation) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()
