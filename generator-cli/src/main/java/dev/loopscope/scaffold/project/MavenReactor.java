package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.PomText.Element;
import dev.loopscope.scaffold.project.requirement.TextChange;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Maven reactor: a pom of packaging {@code pom} at a repository's top, and its modules. */
public final class MavenReactor {
  private static final String POM = "pom.xml";
  private static final String MODULES = "project/modules";
  private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?:<!--[^\\n]*?-->[ \\t]*)?");

  private final ConfigFile file;
  private final PomText pom;
  private final String text;

  private MavenReactor(ConfigFile file, PomText pom) {
    this.file = file;
    this.pom = pom;
    this.text = file.text().text();
  }

  /** The one of a directory; empty where there is none, or its pom is none that can be read. */
  public static Optional<MavenReactor> in(Path directory, ConfigFiles files) {
    return files
        .content(directory, POM)
        .file()
        .map(it -> new MavenReactor(it, new PomText(it.text().text())))
        .filter(it -> it.pom.value("project/packaging").orElse("jar").equals("pom"));
  }

  /** Where its modules are listed, else where its packaging is said. */
  public Location place() {
    Element at = pom.at(MODULES).stream().findFirst().orElse(packaging());
    return new Location(file.path(), file.text(), at.start(), at.open());
  }

  private Element packaging() {
    return pom.at("project/packaging").get(0);
  }

  /** The group of its pom, or of that one's parent. */
  public Optional<String> groupId() {
    return pom.value("project/groupId").or(() -> pom.value("project/parent/groupId"));
  }

  /** The version of its pom, or of that one's parent. */
  public Optional<String> version() {
    return pom.value("project/version").or(() -> pom.value("project/parent/version"));
  }

  /** The file. */
  public ConfigFile file() {
    return file;
  }

  /** Whether it lists a module. */
  public boolean lists(String module) {
    return modules().stream()
        .map(it -> text.substring(it.open(), it.close()).strip().replaceFirst("^\\./", ""))
        .anyMatch(it -> it.equals(module) || it.equals(module + "/" + POM));
  }

  private List<Element> modules() {
    return pom.at(MODULES + "/module");
  }

  /** The change that lists one more module: behind the last one, as that is written. */
  public TextChange adding(String module) {
    String element = "<module>" + module + "</module>";
    List<Element> there = modules();
    if (!there.isEmpty()) {
      return behind(there.get(there.size() - 1), element);
    }
    Optional<Element> list = pom.at(MODULES).stream().findFirst();
    String indent = indent(packaging().start());
    String unit = indent.isEmpty() ? "  " : indent;
    String lines = indent + "<modules>" + lineEnd() + indent + unit + element + lineEnd();
    if (list.isEmpty()) {
      int close = pom.at("project").get(0).close();
      boolean own = text.substring(lineStart(close), close).isBlank();
      String modules = lines + indent + "</modules>" + lineEnd();
      return own ? insert(lineStart(close), modules) : insert(close, lineEnd() + modules);
    }
    Element empty = list.orElseThrow();
    if (empty.isOneTag()) {
      String whole = lines.strip() + lineEnd() + indent(empty.start()) + "</modules>";
      return new TextChange(file.path(), empty.start(), empty.end(), whole);
    }
    boolean own = text.substring(lineStart(empty.close()), empty.close()).isBlank();
    return own
        ? insert(lineStart(empty.close()), indent(empty.close()) + unit + element + lineEnd())
        : insert(empty.close(), element);
  }

  private TextChange behind(Element last, String element) {
    boolean own = text.substring(lineStart(last.start()), last.start()).isBlank();
    int lineEnd = lineEnd(last.end());
    boolean ends = REST_OF_LINE.matcher(text.substring(last.end(), lineEnd)).matches();
    String line = lineEnd() + indent(last.start()) + element;
    return own ? insert(ends ? lineEnd : last.end(), line) : insert(last.end(), element);
  }

  private TextChange insert(int at, String inserted) {
    return new TextChange(file.path(), at, at, inserted);
  }

  private String lineEnd() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    int at = end < 0 ? text.length() : end;
    return at > offset && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  private String indent(int offset) {
    int end = lineStart(offset);
    while (end < offset && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(lineStart(offset), end);
  }
}
