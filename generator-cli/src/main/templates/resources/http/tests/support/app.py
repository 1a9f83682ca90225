"""An ASGI app to start with: it keeps notes. The README says how to put your own in its place."""

from .lifespan import Message, Receive, Send


async def app(scope: Message, receive: Receive, send: Send) -> None:
    """Live as long as the tests that share it, or answer one request."""
    if scope["type"] == "lifespan":
        await live(scope["state"], receive, send)
    elif scope["type"] == "http":
        body = await read_body(receive)
        status, answer = respond(scope["state"]["notes"], scope["method"], scope["path"], body)
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": answer.encode()})


async def live(state: Message, receive: Receive, send: Send) -> None:
    """Give each request the same notes, none at first."""
    await receive()
    state["notes"] = {}
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def read_body(receive: Receive) -> str:
    """Read the whole body of a request."""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body.decode()


def respond(notes: dict[str, str], method: str, path: str, body: str) -> tuple[int, str]:
    """Keep a note or return one: the status and the body of the answer."""
    match [method, *path.removeprefix("/").split("/")]:
        case ["GET", ""]:
            return 200, f"{len(notes)} notes"
        case ["PUT", "notes", name]:
            notes[name] = body
            return 201, body
        case ["GET", "notes", name] if name in notes:
            return 200, notes[name]
        case _:
            return 404, "there is no such note"
