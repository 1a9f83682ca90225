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
        .contains("tests/support/store.py", "tests/conftest.py", "tests/test_loop_contract.py")
        .doesNotContain("tests/support/line_service.py", "tests/test_entries.py");
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
        .contains("from .support.store import Store, open_store\n")
        .contains("async def shelf(\n")
        .contains(") -> AsyncIterator[Store]:\n")
        .contains("    async with open_store() as opened:\n");
    assertThat(text(tree, "tests/suites.py"))
        .contains("class StoreSuite:\n")
        .contains("Tests that talk to the store in memory, on the loop that the store lives on.")
        .contains("    async def arranged(cls, shelf: Store) -> AsyncIterator[None]:\n")
        .contains("        await shelf.empty()\n");
    assertThat(text(tree, "tests/test_loop_contract.py"))
        .contains("class TestStoreContract(StoreSuite):\n")
        .contains("class TestStoreWithAMarkOfItsOwn(StoreSuite):\n")
        .contains("            assert await try_store(own)");
    assertThat(text(tree, "tests/support/store.py"))
        .startsWith("\"\"\"A store in memory, for the tests of demo on explicit-scope.\"\"\"\n");
    assertThat(text(tree, "README.md"))
        .contains("| `tests/support/store.py` | opens the store in memory |\n")
        .contains("the fixture `shelf`, with its scope");
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
    added.remove("shelf");
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
