package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kind of resource is a folder of templates and its names: the suite follows. */
class ResourceKindTest {
  @ParameterizedTest
  @EnumSource
  void suiteOfANewKindHasItsModuleAndNothingOfTheExample(Archetype archetype) {
    FileTree tree = StoreKind.renderer().render(answers(archetype));

    assertThat(tree.files())
        .extracting(RenderedFile::path)
        .contains("tests/resources/store.py", "tests/conftest.py", "tests/test_loop_contract.py")
        .doesNotContain("tests/resources/line_service.py", "tests/test_entries.py");
    assertThat(tree.files())
        .allSatisfy(
            file ->
                assertThat(file.text())
                    .as(file.path())
                    .doesNotContain("LineService", "LineClient", "line_service", "line service")
                    .doesNotContain("open_client", "try_client", "test_entries", "<#", "${"));
  }

  @Test
  void namesOfAKindStandInTheFilesOfAllSuites() {
    FileTree tree = StoreKind.renderer().render(answers(Archetype.EXPLICIT_SCOPE));

    assertThat(text(tree, "tests/conftest.py"))
        .contains(
            """
            from .resources.store import (
                Store,
                StoreRoom,
                isolate_store,
                open_store,
            )
            """)
        .contains("async def shared_shelf(\n")
        .contains(") -> AsyncIterator[StoreRoom]:\n")
        .contains("    async with open_store() as opened:\n")
        .contains("    shared_shelf: StoreRoom,\n) -> AsyncIterator[Store]:\n")
        .contains("    openings.check_lent(shared_shelf)\n")
        .contains("    async with isolate_store(shared_shelf) as isolated:\n");
    assertThat(text(tree, "tests/suites.py"))
        .contains("class StoreSuite:\n")
        .contains("    session; what a test puts in is thrown away after it.\n")
        .contains("    async def arranged(self, shelf: Store) -> None:\n")
        .contains("        self.shelf = shelf\n        await self.arrange()\n");
    assertThat(text(tree, "tests/test_loop_contract.py"))
        .contains("class TestStoreContract(StoreSuite):\n")
        .contains("            assert await try_store(own)")
        .contains("            await leave_in_store(first)\n");
    assertThat(text(tree, "tests/test_refusals.py"))
        .contains("class TestStoreWithAMarkOfItsOwn(StoreSuite):\n");
    assertThat(text(tree, "tests/resources/store.py"))
        .startsWith("\"\"\"A store in memory, for the tests of demo on explicit-scope.\"\"\"\n");
    assertThat(text(tree, "README.md"))
        .contains("| `tests/resources/store.py` | opens the store in memory, lends it to a test, ")
        .contains("    async def test_something(self, shelf: Store) -> None: ...");
    assertThat(text(tree, ".scaffold/answers.toml")).contains("resource = \"shelf\"\n");
  }

  @ParameterizedTest
  @EnumSource
  void identifiersOfAKindAreThoseThatItsFilesAdd(Archetype archetype) {
    Set<String> added = new TreeSet<>();
    for (RenderedFile file : StoreKind.renderer().render(answers(archetype)).files()) {
      if (file.path().endsWith(".py")) {
        added.addAll(PythonCode.names(file.text()));
      }
    }
    added.removeAll(Set.of("shelf", "shared_shelf"));
    added.removeIf(name -> isRefused(name, ResourceKind.ALL));

    assertThat(added)
        .contains("open_store", "StoreSuite")
        .allMatch(name -> isRefused(name, List.of(StoreKind.KIND)));
  }

  private static boolean isRefused(String name, List<ResourceKind> kinds) {
    try {
      assertThat(ResourceName.of(name, kinds).text()).isEqualTo(name);
      assertThat(name).matches(ResourceName.regex(kinds));
      return false;
    } catch (RefusalException e) {
      return true;
    }
  }

  private static Answers answers(Archetype archetype) {
    return Answers.complete(
        Questions.ALL,
        Map.of("name", "demo", "archetype", archetype.word(), "backends", "asyncio"));
  }

  private static String text(FileTree tree, String path) {
    return tree.file(path).orElseThrow().text();
  }
}
