"""The app that the tests are for, and the data each test starts from: the place that is yours."""

<#if exampleApp>
from ..support.app import app
<#elseif postgres>
<#else>
from ${appModule} import ${appAttribute}

</#if>
from ..support.lifespan import ASGIApp, StartedApp


<#if postgres>
def app_under_test(database: str) -> ASGIApp:
    """Return the app. It is asked for each time that the app is opened.

    `database` is the URL of the tests' database, and so is DATABASE_URL until the app has started.
    An app that does not read it by then has to be told here.
    """
<#if !exampleApp>
    # Not at the top: many an app makes its engine when it is imported.
    from ${appModule} import ${appAttribute}  # noqa: PLC0415

</#if>
<#else>
def app_under_test() -> ASGIApp:
    """Return the app. It is asked for each time that the app is opened."""
</#if>
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
