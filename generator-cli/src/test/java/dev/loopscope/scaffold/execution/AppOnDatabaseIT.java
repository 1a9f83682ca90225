package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites that share an app and a database: the app uses that database and no other. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class AppOnDatabaseIT {
  /** Its engine is made when it is imported, and its lifespan writes to the database. */
  private static final String SHOP =
      """
      import os
      from collections.abc import AsyncIterator
      from contextlib import asynccontextmanager
      from typing import Annotated

      from fastapi import Depends, FastAPI
      from sqlalchemy import select
      from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

      from .resources.schema import Base, Note

      url = os.environ.get("DATABASE_URL", "postgresql+psycopg://localhost/of_a_developer")
      engine = create_async_engine(url)


      @asynccontextmanager
      async def lifespan(app: FastAPI) -> AsyncIterator[None]:
          async with engine.begin() as connection:
              await connection.run_sync(Base.metadata.create_all)
          yield
          await engine.dispose()


      app = FastAPI(lifespan=lifespan)


      async def get_session() -> AsyncIterator[AsyncSession]:
          async with AsyncSession(engine, expire_on_commit=False) as session:
              yield session


      @app.post("/texts/{text}")
      async def add(text: str, session: Annotated[AsyncSession, Depends(get_session)]) -> list[str]:
          session.add(Note(text=text))
          await session.commit()
          return list(await session.scalars(select(Note.text)))
      """;

  /** As the suite's README says it. */
  private static final String SHOP_TESTS =
      """
      from collections.abc import AsyncIterator

      import pytest
      from sqlalchemy.ext.asyncio import AsyncSession

      from .resources.postgres_database import sessions_on
      from .suites import EveryResourceSuite


      class ShopSuite(EveryResourceSuite):
          async def arrange(self) -> None:
              from .shop import app, get_session

              sessions = sessions_on(await self.db.connection())

              async def session_of_the_test() -> AsyncIterator[AsyncSession]:
                  async with sessions() as session:
                      yield session

              app.dependency_overrides[get_session] = session_of_the_test


      class TestShop(ShopSuite):
          @pytest.mark.parametrize("time", [1, 2])
          async def test_what_the_app_commits_is_gone_in_the_next(self, api, time):
              assert (await api.post("/texts/once")).json() == ["once"]
      """;

  @Test
  void appThatReadsItsDatabaseWhenItIsImportedIsOnTheOneOfTheTests(Workbench bench) {
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), shop(bench)))
        .isGreen("39 passed, 3 xfailed");
  }

  @Test
  void appOnAnotherDatabaseIsRefusedBeforeItConnects(Workbench bench) {
    Suite suite = shop(bench).append("tests/test_top.py", "from . import shop\n");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "TestShop"))
        .failsEverywhere()
        .eachBecause("the app connects to the database of_a_developer, and not to that of the");
  }

  @Test
  void appThatIsNotWatchedIsCaught(Workbench bench) {
    Suite suite = shop(bench);
    suite.edit(
        "tests/resources/running_app.py",
        "        with no_other_database(running.database):\n",
        "        if running:\n");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "other_database"))
        .fails("TestAppLifespan::test_app_is_refused_any_other_database");
  }

  /** What the app connects with need not be what the tests have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "psycopg | asyncpg | await asyncpg.connect(url, database='postgres')",
        "asyncpg | psycopg | await psycopg.AsyncConnection.connect(url, dbname='postgres')",
        "psycopg | psycopg | psycopg.connect(url, dbname='postgres')"
      })
  void appOnAnotherDatabaseIsRefusedWithEachDriver(
      String client, String driver, String connecting, Workbench bench) {
    Suite suite =
        suite(bench, client)
            .append(
                "tests/shop.py",
                """
                import contextlib
                import os

                import %s


                async def app(scope, receive, send):
                    url = os.environ["DATABASE_URL"]
                    with contextlib.suppress(Exception):
                        %s
                    for stage in ("startup", "shutdown"):
                        await receive()
                        await send({"type": f"lifespan.{stage}.complete"})
                """
                    .formatted(driver, connecting));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "test_requests"))
        .failsEverywhere()
        .eachBecause("the app connects to the database postgres, and not to that of the tests");
  }

  private static Suite suite(Workbench bench, String client) {
    return bench
        .suite(
            Answers.complete(
                Questions.ALL,
                Map.of(
                    "name", "demo",
                    "backends", "asyncio",
                    "resource", "api:http,db:postgres",
                    "app", "demo.main:app",
                    "postgres", client)))
        .edit("tests/resources/app_under_test.py", "from demo.main import", "from ..shop import");
  }

  private static Suite shop(Workbench bench) {
    return suite(bench, "sqlalchemy")
        .append("tests/shop.py", SHOP)
        .append("tests/test_shop.py", SHOP_TESTS);
  }
}
