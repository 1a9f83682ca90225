package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.files.Entry;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configuration files of one run, each read and parsed once. Safe for use by several threads.
 */
public final class ConfigFiles {
  private static final Content NOTHING = new Content(Optional.empty(), Optional.empty());

  private final Path base;
  private final Snapshot snapshot;
  private final Environments environments;
  private final Map<Path, Content> read = new ConcurrentHashMap<>();
  private final Map<String, TomlDocument.Parsed> toml = new ConcurrentHashMap<>();
  private final Map<String, IniDocument> ini = new ConcurrentHashMap<>();

  /**
   * As they are in a snapshot.
   *
   * @param base absolute; what the files' names are relative to
   */
  public ConfigFiles(Path base, Snapshot snapshot) {
    this(base, snapshot, Environments.NONE);
  }

  /**
   * As they are in a snapshot.
   *
   * @param base absolute; what the files' names are relative to
   * @param environments what is read beside the projects' own
   */
  public ConfigFiles(Path base, Snapshot snapshot, Environments environments) {
    this.base = base.toAbsolutePath().normalize();
    this.snapshot = snapshot;
    this.environments = environments;
  }

  /** The same, as they are in another snapshot. */
  public ConfigFiles in(Snapshot other) {
    return new ConfigFiles(base, other, environments);
  }

  /** The environments that are read beside the projects' own. */
  public Environments environments() {
    return environments;
  }

  /**
   * What is at a path: a file, or the reason why it could not be read.
   *
   * @param file present if it was read
   * @param error present if there is a file that could not be
   */
  public record Content(Optional<ConfigFile> file, Optional<UnreadableConfig> error) {}

  /** Whether a file is not read because it lies behind a link that leads out of the project. */
  public boolean leadsOut(Path path) {
    return snapshot.entry(path).kind() == Entry.Kind.OUTSIDE;
  }

  /** The files that these are among. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** The directory that names are relative to. */
  public Path base() {
    return base;
  }

  /** The content of a file; neither file nor error if there is none. */
  public Content content(Path path) {
    return read.computeIfAbsent(path, this::readContent);
  }

  /** The content of a file in a directory that was listed; neither file nor error if none. */
  public Content content(Path directory, String name) {
    return list(directory).entries().containsKey(name) ? content(directory.resolve(name)) : NOTHING;
  }

  /** What a directory holds. */
  public Listing list(Path directory) {
    return snapshot.list(directory);
  }

  /** The file, if there is one that can be read. */
  public Optional<ConfigFile> file(Path path) {
    return content(path).file();
  }

  /** A TOML file as a tree. */
  public TomlDocument.Parsed toml(ConfigFile file) {
    return toml.computeIfAbsent(file.path(), path -> TomlDocument.parse(file));
  }

  /** The root of a TOML file, if there is one that is valid. */
  public Optional<TomlValue.Table> table(Path path) {
    return file(path).flatMap(it -> toml(it).root());
  }

  /** The file as INI. */
  public IniDocument ini(ConfigFile file) {
    return ini.computeIfAbsent(file.path(), path -> IniDocument.parse(file));
  }

  /** As paths are named: relative to the base, with {@code /}; {@code .} for the base itself. */
  public String name(Path path) {
    String name = slashed(base.relativize(path));
    return name.isEmpty() ? "." : name;
  }

  /** A relative path with {@code /} on every platform. */
  public static String slashed(Path path) {
    StringBuilder name = new StringBuilder();
    for (Path part : path) {
      name.append(name.length() == 0 ? "" : "/").append(part);
    }
    return name.toString();
  }

  private Content readContent(Path path) {
    FileReading reading = snapshot.read(path);
    if (reading instanceof FileReading.Unread unread) {
      return unread.isNothing() ? NOTHING : unreadable(name(path), "it " + unread.reason());
    }
    String name = name(path);
    SnapshotFile file = ((FileReading.Read) reading).file();
    try {
      SourceText text = SourceText.decode(file.bytes());
      if (text.encodesAsDecoded()) {
        file.keepAs(text::encode);
      }
      return new Content(Optional.of(new ConfigFile(name, text)), Optional.empty());
    } catch (UndecodableSourceException e) {
      return unreadable(name, "it is not UTF-8");
    }
  }

  private static Content unreadable(String name, String why) {
    Location location = new Location(name, SourceText.of(""), 0, 0);
    return new Content(
        Optional.empty(),
        Optional.of(new UnreadableConfig(location, "the configuration in `" + name + "`", why)));
  }
}
