package dev.loopscope.scaffold.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableConfigTest {
  @TempDir Path base = Path.of("");

  @Test
  void configurationThatCannotBeReadIsAnUnknownOfTheSuite() throws IOException {
    Files.writeString(base.resolve("test_a.py"), "async def test_a(): pass\n");
    Files.writeString(base.resolve("pytest.ini"), "[pytest]\n  asyncio_mode = auto\n");
    List<UnknownPart> unknowns = SuiteModel.read(base, List.of(base)).get(0).unknowns();
    assertThat(unknowns)
        .extracting(it -> it.location().path() + ":" + it.location().line() + " " + it.what())
        .contains("pytest.ini:2 the configuration in `pytest.ini`");
  }
}
