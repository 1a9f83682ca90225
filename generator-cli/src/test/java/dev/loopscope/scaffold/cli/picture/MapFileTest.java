package dev.loopscope.scaffold.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.map.drawing.SampleMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps are written over maps, and over nothing else. */
class MapFileTest {
  @TempDir Path directory;

  private MapFile file(String name) {
    return MapFile.of(MapForm.PAGE, name, directory.toAbsolutePath());
  }

  @Test
  void aMapIsWrittenOverAnOlderOne() throws IOException {
    file("loops.html").write(SampleMaps.of(10), Disk.real());
    String older = Files.readString(directory.resolve("loops.html"));
    file("loops.html").write(SampleMaps.of(11), Disk.real());
    assertThat(directory.resolve("loops.html"))
        .content()
        .startsWith("<!doctype html>\n")
        .isNotEqualTo(older);
  }

  @Test
  void whatIsNoMapIsLeftAsItIs() throws IOException {
    Files.writeString(directory.resolve("index.html"), "<!doctype html>\n<p>mine");
    assertThatThrownBy(() -> file("index.html"))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining(
            "--map replaces nothing but a map of its kind, and what is there is none");
    assertThat(directory.resolve("index.html")).content().isEqualTo("<!doctype html>\n<p>mine");
  }

  @Test
  void aDirectoryIsNoMap() throws IOException {
    Files.createDirectory(directory.resolve("loops"));
    assertThatThrownBy(() -> file("loops")).isInstanceOf(TargetRefusedException.class);
  }

  @Test
  void whereThereIsNoDirectoryNoneIsMade() {
    assertThatThrownBy(() -> file("none/loops.html"))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining("there is no directory for the map");
    assertThat(directory).isEmptyDirectory();
  }
}
