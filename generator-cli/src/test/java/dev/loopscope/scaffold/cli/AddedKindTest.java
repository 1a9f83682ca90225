package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.AddedKind;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of resource that is added to the list is written, and its names are taken. */
class AddedKindTest {
  private static final Questions ADDED = AddedKind.questions(StoreKind.KIND);

  @TempDir private Path disk = Path.of("");

  @Test
  void suiteHasItsFilesAndNoneOfAnotherKind() throws IOException {
    Run run = Run.asking(ADDED, disk, "new", "demo", "--resource", "shelf", "--backends=asyncio");

    assertThat(run.err()).isEmpty();
    Path tests = disk.resolve("demo/tests");
    assertThat(tests.resolve("resources/store.py")).exists();
    assertThat(tests.resolve("resources/line_service.py")).doesNotExist();
    assertThat(tests.resolve("test_entries.py")).doesNotExist();
    assertThat(Files.readString(tests.resolve("conftest.py")))
        .contains("from .resources.store import (\n    Store,\n    StoreRoom,\n")
        .contains("async def shelf(\n");
  }

  @Test
  void namesOfItsFilesAreTaken() {
    for (String taken : new String[] {"open_store", "StoreSuite", "is_open"}) {
      assertThat(Run.asking(ADDED, disk, "new", "demo", "--resource", taken).err())
          .contains("`" + taken + "` is a name that the suite itself uses");
      assertThat(Run.in(disk, "new", "demo", "--dry-run", "--resource", taken).err()).isEmpty();
    }
    assertThat(disk).isEmptyDirectory();
  }
}
