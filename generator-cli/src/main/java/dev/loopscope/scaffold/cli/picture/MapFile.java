package dev.loopscope.scaffold.cli.picture;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that a map is written to.
 *
 * @param form what it is written as
 * @param typed as it was typed
 * @param path absolute
 */
public record MapFile(MapForm form, String typed, Path path) {
  /**
   * The file that a text names.
   *
   * @param directory absolute; what the text is relative to
   * @throws RefusalException if it is no path
   * @throws TargetRefusedException if there is no directory for it that can be written to, or if
   *     what is there is no map
   */
  public static MapFile of(MapForm form, String typed, Path directory) {
    if (typed.isBlank()) {
      throw new RefusalException(
          new Refusal(
              "the map has no name", form.option().word() + " \"" + typed + '"', "name a file"));
    }
    Path path =
        PathText.resolve(directory, typed)
            .map(Path::normalize)
            .filter(it -> it.getFileName() != null)
            .orElseThrow(
                () ->
                    new RefusalException(
                        new Refusal(
                            "the map's name cannot be a path here",
                            typed,
                            PathText.advice("name a file"))));
    MapFile file = new MapFile(form, typed, path);
    file.requirePlace();
    Optional<FileText> unused = file.before();
    return file;
  }

  /**
   * The files that are asked for, one for each form.
   *
   * @param typed what an option was given
   * @throws RefusalException if two of them are one file, or as {@link #of}
   */
  public static List<MapFile> asked(
      List<MapForm> forms, Function<Option, Optional<String>> typed, Path directory) {
    List<MapFile> files = new ArrayList<>();
    for (MapForm form : forms) {
      Optional<MapFile> file = typed.apply(form.option()).map(it -> of(form, it, directory));
      for (MapFile other : files) {
        if (file.map(MapFile::path).equals(Optional.of(other.path()))) {
          throw new RefusalException(
              new Refusal(
                  other.form().option().word() + " and " + form.option().word() + " name one file",
                  other.typed(),
                  "name another file for one of them"));
        }
      }
      file.ifPresent(files::add);
    }
    return files;
  }

  private void requirePlace() {
    if (!Files.isDirectory(parent())) {
      throw Files.exists(parent())
          ? refused("the map would be below a file", "name a file in a directory")
          : refused(
              "there is no directory for the map",
              "make the directory, or name a file in another one");
    }
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw refused(
          "a symbolic link that leads to nothing is where the map would be",
          "name another file, or delete the link");
    }
    TargetLocator.files(parent(), parent());
  }

  /**
   * Writes it, over an older one.
   *
   * @throws TargetRefusedException if what is there is no map
   * @throws WriteFailedException if the disk fails; nothing was changed
   */
  public void write(LoopMap map, Disk disk) {
    String text = form.drawing().apply(map);
    String name = parent().relativize(path).toString();
    Optional<FileText> before = before();
    if (before.map(FileText::text).filter(text::equals).isPresent()) {
      return;
    }
    Change change =
        before
            .<Change>map(it -> new Change.Replace(name, it, it.with(text)))
            .orElseGet(() -> new Change.Create(name, text));
    new PlanWriter(disk)
        .apply(new ChangePlan(List.of(change)), TargetLocator.files(parent(), parent()));
  }

  private Path parent() {
    return Optional.ofNullable(path.getParent()).orElse(path);
  }

  private Optional<FileText> before() {
    FileReading reading = Snapshot.of(List.of(path)).read(path);
    if (reading instanceof Unread unread) {
      if (unread.cause() == FileReading.Cause.ABSENT) {
        return Optional.empty();
      }
      throw unread.cause() == FileReading.Cause.FAILED
          ? refused("the map's place " + unread.reason(), "name another file, or mend that")
          : noMap("what is there " + unread.reason());
    }
    FileText text = FileText.of(((FileReading.Read) reading).file().bytes());
    if (!form.isOne(text.text())) {
      throw noMap("what is there is none");
    }
    return Optional.of(text);
  }

  private TargetRefusedException noMap(String why) {
    return refused(
        form.option().word() + " replaces nothing but a map of its kind, and " + why,
        "name another file, or move this one away");
  }

  private TargetRefusedException refused(String what, String next) {
    return new TargetRefusedException(new Refusal(what, typed, next));
  }
}
