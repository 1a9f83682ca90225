"""The app that the tests are for, and the data each test starts from: the place that is yours."""

<#if exampleApp>
from ..support.app import app
<#else>
from ${appModule} import ${appAttribute}

</#if>
from ..support.lifespan import ASGIApp, StartedApp


def app_under_test() -> ASGIApp:
    """Return the app. It is asked for each time that the app is opened."""
<#if appFactory>
    return ${appAttribute}()
<#else>
    return ${appAttribute}
</#if>


async def reset_app(started: StartedApp) -> None:
    """Bring the app's own data back to what each test starts from; runs after each of them.

    `started.app` is the app, `started.state` what its lifespan has put into the state.
    """
<#if exampleApp>
    started.state["notes"].clear()
</#if>
