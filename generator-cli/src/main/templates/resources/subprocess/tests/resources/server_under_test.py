"""The server that the tests are for, and the data they start from: the place that is yours."""

<#if exampleCommand>
from ..support.processes import ServerClient
<#else>
from ..support.processes import ServerClient, accepts
</#if>

# A word of the command each; no shell reads it. `{port}` stands for a free port of 127.0.0.1,
# `{socket}` for the path of a Unix socket, `{tests}` for the folder of the tests. Programs are
# first looked for beside the Python that runs the tests, so `python` is that one.
COMMAND = [
<#list commandWords as word>
    "${word}",
</#list>
]


async def is_ready(client: ServerClient) -> bool:
    """Return whether the server is ready for tests. It is asked until it is, or has ended.

    An `OSError` counts as no, and so does a connection that ends too early.
    """
<#if exampleCommand>
    return await client.exchange(b"GET anything\n") == b"NONE\n"
<#else>
    return await accepts(client)
</#if>


async def reset_server(client: ServerClient) -> None:
    """Bring the server's own data back to what each test starts from; runs after each of them."""
<#if exampleCommand>
    await client.exchange(b"CLEAR\n")
</#if>
