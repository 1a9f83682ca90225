package dev.loopscope.scaffold.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says it does not know. */
class UnknownPartsTest {
  @TempDir Path directory;

  @Test
  void eachPartHasItsPlaceAndItsReason() {
    WrittenSuite suite =
        WrittenSuite.in(
            directory,
            "test_a.py",
            """
            import pytest
            import elsewhere
            @pytest.fixture(scope=elsewhere.SCOPE)
            def db(): ...
            @pytest.mark.asyncio(loop_scope=elsewhere.SCOPE)
            async def test_one(db, missing): ...
            @pytest.mark.asyncio
            async def test_two(request, missing): request.getfixturevalue(request.param)
            def test_sync(gone): ...
            """);
    assertThat(suite.model().unknowns())
        .extracting(it -> it.location().line() + " " + it.what())
        .containsExactly(
            "3 the scope of `db`",
            "6 the fixture `missing` that `test_one` requests",
            "6 the loop scope of `test_one`",
            "8 what `test_two` requests by `getfixturevalue`");
  }

  @Test
  void aSuiteThatIsReadAsAWholeHasNone() {
    WrittenSuite suite =
        WrittenSuite.in(
            directory,
            "test_a.py",
            """
            import pytest, pytest_asyncio
            @pytest_asyncio.fixture(scope="module", loop_scope="module")
            async def db(tmp_path_factory): yield
            @pytest.mark.asyncio(loop_scope="module")
            async def test_it(db): ...
            """);
    assertThat(suite.model().unknowns()).isEmpty();
  }
}
