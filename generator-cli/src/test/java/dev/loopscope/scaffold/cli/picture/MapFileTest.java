package dev.loopscope.scaffold.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.map.drawing.SampleMaps;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void linkThatLeadsToNothingIsToldAsOneAndLeftAsItIs() throws IOException {
    Path link = directory.resolve("loops.html");
    Files.createSymbolicLink(link, Path.of("gone.html"));
    refused("loops.html", "a symbolic link that leads to nothing is where the map would be");
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("gone.html")).doesNotExist();
  }

  @Test
  void whatWouldBeBelowAFileIsToldAsThat() throws IOException {
    Files.writeString(directory.resolve("notes"), "mine");
    refused("notes/loops.html", "the map would be below a file");
  }

  @Test
  void nameThatIsTooLongIsToldAsThat() {
    refused("x".repeat(300) + ".html", "the map's place cannot be looked at: File name too long");
  }

  @Test
  void pipesAndDevicesAreNoMaps() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused("pipe", "what is there is a pipe, a socket or a device");
    refused("/dev/null", "what is there is a pipe, a socket or a device");
  }

  private void refused(String name, String why) {
    assertThatThrownBy(() -> file(name))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "loops\0.html", "/"})
  void whatIsNoNameOfAFileIsAUsageErrorThatSaysWhere(String name) {
    assertThatThrownBy(() -> file(name))
        .isInstanceOfSatisfying(
            RefusalException.class, it -> assertThat(it.refusal().where()).isNotBlank());
  }

  @Test
  void whereTheSystemMakesNoFilesThatIsSaidInWords() {
    assumeThat(Path.of("/proc")).isDirectory();
    assertThatThrownBy(() -> file("/proc/loops.html").write(SampleMaps.of(10), Disk.real()))
        .hasMessageNotContaining("Exception")
        .satisfiesAnyOf(
            it -> assertThat(it).hasMessageContaining("nothing can be made there"),
            it -> assertThat(it).hasMessageContaining("cannot be written to"));
  }
}
