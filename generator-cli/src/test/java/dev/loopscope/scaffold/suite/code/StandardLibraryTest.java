package dev.loopscope.scaffold.suite.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.text.TakenNames;
import org.junit.jupiter.api.Test;

/** Which modules hold no fixture and no mark. */
class StandardLibraryTest {
  @Test
  void itsModulesAreTakenNames() {
    assertThat(StandardLibrary.MODULES)
        .filteredOn(name -> !name.equals("__future__"))
        .allMatch(
            name ->
                TakenNames.lists(TakenNames.STANDARD_LIBRARY, name)
                    || TakenNames.lists(TakenNames.PLUGIN_MODULES, name));
  }

  @Test
  void whatStandsInAModuleIsOfIt() {
    assertThat(StandardLibrary.holds("asyncio.tasks.Task")).isTrue();
    assertThat(StandardLibrary.holds("asyncio")).isTrue();
    assertThat(StandardLibrary.holds("asynciolike.Task")).isFalse();
  }
}
