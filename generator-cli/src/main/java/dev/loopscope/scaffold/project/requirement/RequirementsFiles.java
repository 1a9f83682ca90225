package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.project.requirement.RequirementList.Form;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requirements files of pip, where people keep them. */
final class RequirementsFiles {
  private static final Pattern NAMED =
      Pattern.compile(".*requirements?.*\\.(?:txt|in)|.*-deps\\.txt");
  private static final Pattern ANY = Pattern.compile(".*\\.(?:txt|in)");
  private static final List<String> OF_REQUIREMENTS = List.of("requirements", "reqs");
  private static final List<String> OF_TESTS = List.of("tests", "test", "testing");
  private static final Pattern INCLUDE = Pattern.compile("(?:-r|--requirement)[\\s=]*(\\S++).*");

  private final Path directory;
  private final ConfigFiles files;

  RequirementsFiles(Path directory, ConfigFiles files) {
    this.directory = directory;
    this.files = files;
  }

  List<RequirementList> lists() {
    List<RequirementList> lists = new ArrayList<>();
    add(directory, NAMED, lists);
    Listing here = files.list(directory);
    for (String name : OF_REQUIREMENTS) {
      if (here.isDirectory(name)) {
        add(directory.resolve(name), ANY, lists);
      }
    }
    for (String name : OF_TESTS) {
      if (here.isDirectory(name)) {
        add(directory.resolve(name), NAMED, lists);
      }
    }
    return lists;
  }

  private void add(Path place, Pattern pattern, List<RequirementList> lists) {
    Listing listing = files.list(place);
    for (String name : listing.entries().keySet()) {
      if (pattern.matcher(name).matches()) {
        boolean source = listing.isFile(name.replaceFirst("\\.txt$", ".in"));
        files.file(place.resolve(name)).ifPresent(it -> lists.add(list(it, source)));
      }
    }
  }

  private static RequirementList list(ConfigFile file, boolean hasSource) {
    SourceText text = file.text();
    List<StatedRequirement> stated = new ArrayList<>();
    List<String> includes = new ArrayList<>();
    for (int line = 1; line <= text.lines(); line++) {
      int start = text.lineStart(line);
      String written = text.text().substring(start, text.lineEnd(start));
      String content = written.replaceFirst("(^|\\s)#.*", "").split("\\s--hash|\\\\", 2)[0].strip();
      Matcher include = INCLUDE.matcher(content);
      if (include.matches()) {
        includes.add(beside(file.path(), include.group(1)));
      } else if (!content.isEmpty() && !content.startsWith("-")) {
        int from = start + written.indexOf(content);
        Location place = new Location(file.path(), text, from, from + content.length());
        Requirement.parse(content).ifPresent(it -> stated.add(StatedRequirement.of(it, place)));
      }
    }
    Location whole = new Location(file.path(), text, 0, text.text().length());
    return new RequirementList(
        Kind.FILE,
        file.path(),
        file,
        Form.LINES,
        whole,
        stated,
        includes,
        generatedBy(text.text(), file.path().endsWith(".txt") && hasSource));
  }

  private static Optional<String> generatedBy(String text, boolean hasSource) {
    Optional<String> said = GeneratedText.by(text);
    boolean hashed = text.contains("--hash=");
    return said.or(
        () -> hashed || hasSource ? Optional.of("a compiler of requirements") : Optional.empty());
  }

  private static String beside(String path, String name) {
    int slash = path.lastIndexOf('/');
    Path at = Path.of(slash < 0 ? "" : path.substring(0, slash));
    return ConfigFiles.slashed(at.resolve(name).normalize());
  }
}
