package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.placing.PlacedSuite;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Counterpart;
import dev.loopscope.scaffold.template.release.Succession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has become of the files of a suite that {@code add} put into the tests of a project: only
 * those of its tests are there, and they stand where the suite does.
 *
 * @param counterparts as they stand in the suite's directory
 * @param requirements what the suite needs today and did not before; they stand in a list of the
 *     project's
 */
record PlacedSuccession(List<Counterpart> counterparts, List<String> requirements) {
  private static final String TESTS = "tests/";
  private static final String SUITES = "suites.py";
  private static final String INI = "pytest.ini";
  private static final String README = "README.md";

  /** Stands for the suite's directory while files are placed. */
  private static final String HERE = "suite";

  private static final Pattern RUN = Pattern.compile("## Run it\r?\n\r?\n```sh\r?\n(.*?)\r?\n");

  PlacedSuccession {
    counterparts = List.copyOf(counterparts);
    requirements = List.copyOf(requirements);
  }

  /** Whether a suite stands in the tests of a project, and is no project of its own. */
  static boolean isPlaced(SuiteOnDisk files) {
    return files.read(TESTS + SUITES).isEmpty() && files.read(SUITES).isPresent();
  }

  static PlacedSuccession of(Succession own, SuiteOnDisk files) {
    boolean isolated = files.read(INI).isPresent();
    String run =
        files
            .read(README)
            .map(FileText::text)
            .map(RUN::matcher)
            .filter(Matcher::find)
            .map(it -> it.group(1))
            .orElse("pytest");
    PlacedSuite before = new PlacedSuite(own.before(), HERE);
    PlacedSuite today = new PlacedSuite(own.today(), HERE);
    FileTree old = before.tree(run, isolated);
    FileTree now = today.tree(run, isolated);
    List<Counterpart> all = new ArrayList<>();
    for (Counterpart it : own.counterparts()) {
      Optional<RenderedFile> was = it.before().flatMap(file -> placed(file.path(), old));
      Optional<RenderedFile> is = it.today().flatMap(file -> placed(file.path(), now));
      if (was.isPresent() || is.isPresent()) {
        all.add(new Counterpart(was, is));
      }
    }
    if (isolated) {
      all.add(new Counterpart(at(INI, old), at(INI, now)));
    }
    List<String> requirements = new ArrayList<>();
    List<String> had = texts(before);
    texts(today).stream().filter(it -> !had.contains(it)).forEach(requirements::add);
    return new PlacedSuccession(all, requirements);
  }

  private static List<String> texts(PlacedSuite suite) {
    return suite.requirements().stream().map(WrittenRequirement::text).toList();
  }

  /** What has become of a file of a project of its own. */
  private static Optional<RenderedFile> placed(String path, FileTree tree) {
    if (path.startsWith(TESTS)) {
      return at(path.substring(TESTS.length()), tree);
    }
    return path.equals(AnswersFile.PATH) || path.equals(README) ? at(path, tree) : Optional.empty();
  }

  private static Optional<RenderedFile> at(String path, FileTree tree) {
    return tree.file(HERE + "/" + path).map(file -> new RenderedFile(path, file.text()));
  }
}
