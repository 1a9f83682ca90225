package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.module.Contents;
import dev.loopscope.scaffold.suite.module.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The configuration files of a project, each read and parsed once. */
public final class ConfigFiles {
  private final Path base;
  private final Contents contents;
  private final Map<Path, Content> read = new HashMap<>();
  private final Map<String, TomlDocument.Parsed> toml = new HashMap<>();
  private final Map<String, IniDocument> ini = new HashMap<>();

  /** The files below {@code base}, as {@code contents} reads them. */
  public ConfigFiles(Path base, Contents contents) {
    this.base = base;
    this.contents = contents;
  }

  /**
   * What is at a path: a file, or the reason why it could not be read.
   *
   * @param file present if it was read
   * @param error present if there is a file that could not be
   */
  public record Content(Optional<ConfigFile> file, Optional<UnreadableConfig> error) {}

  /** The content of a file; neither file nor error if there is none. */
  public Content content(Path path) {
    return read.computeIfAbsent(path, this::readContent);
  }

  /** The file, if there is one that can be read. */
  public Optional<ConfigFile> file(Path path) {
    return content(path).file();
  }

  /** The file as TOML. */
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
    if (!Files.isRegularFile(path)) {
      return new Content(Optional.empty(), Optional.empty());
    }
    String name = name(path);
    try {
      SourceText text = SourceText.decode(contents.of(path));
      return new Content(Optional.of(new ConfigFile(name, text)), Optional.empty());
    } catch (IOException e) {
      return unreadable(name, "it cannot be read");
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
