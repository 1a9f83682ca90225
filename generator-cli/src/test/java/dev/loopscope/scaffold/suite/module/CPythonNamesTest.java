package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.CPython;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CPython is right: after it has imported the modules of its standard library, their names stand
 * for what was read here, and its classes have the bases that were read here, in that order.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CPythonNamesTest {
  private static final String SCRIPT = "cpython_names.py";

  /**
   * Modules that do something when they are imported, whose import needs a display, or that
   * setuptools replaces.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "__phello__",
          "_distutils_system_mod",
          "antigravity",
          "distutils",
          "ensurepip",
          "idlelib",
          "lib2to3",
          "test",
          "this",
          "tkinter",
          "turtle",
          "turtledemo");

  /** Classes that say they are of another module than the one that makes them. */
  private static final Set<String> MOVED =
      Set.of("PatternError", "TOMLDecodeError", "ZoneInfo", "error");

  /** What is one thing on Windows and another elsewhere, or put into place by hand. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "collections/__init__.py:abc",
          "ntpath.py:abspath",
          "ntpath.py:normcase",
          "ntpath.py:realpath",
          "platform.py:_wmi_query");

  @TempDir private Path scratch;

  /** What CPython says: a kind, the module's path, the name in it, and where that was made. */
  private record Fact(String kind, String module, String name, String place) {}

  static List<CPython> pythons() {
    return CPython.all();
  }

  @ParameterizedTest
  @MethodSource("pythons")
  void namesStandForWhatTheyAreAfterTheImport(CPython python) throws Exception {
    SourceTree sources = SourceTree.at(python.library());
    Resolver resolver = new Resolver(sources);
    List<String> differences = new ArrayList<>();
    int told = 0;
    List<Fact> facts = facts(python);
    for (Fact fact : facts) {
      Optional<SourceFile> module =
          fact.module().equals("?") ? Optional.empty() : sources.file(fact.module()).toOptional();
      if (module.isPresent()) {
        Optional<String> ours =
            fact.kind().equals("mro")
                ? bases(resolver, module.get(), fact)
                : place(resolver.member(module.get(), fact.name()));
        String theirs =
            fact.kind().equals("mro") ? ownClasses(sources, fact, ours.orElse("")) : fact.place();
        told += ours.isPresent() ? 1 : 0;
        if (ours.isPresent() && !ours.get().equals(theirs) && !isKnown(fact)) {
          differences.add(fact + ": read as " + ours.get());
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(told).as("of %s", facts.size()).isGreaterThan(2_000);
  }

  private static boolean isKnown(Fact fact) {
    return MOVED.contains(fact.name()) || ELSEWHERE.contains(fact.module() + ":" + fact.name());
  }

  /** Empty for what is outside, unknown, or wrapped by a decorator when it runs. */
  private static Optional<String> place(Resolution resolution) {
    if (resolution instanceof Resolution.Function it) {
      return it.definition().decorators().isEmpty()
          ? Optional.of(it.file() + ":" + it.file().location(it.definition()).line())
          : Optional.empty();
    }
    if (resolution instanceof Resolution.Class it) {
      return Optional.of(it.file() + ":" + it.reference().name());
    }
    return resolution instanceof Resolution.Module it
        ? Optional.of(it.file().path())
        : Optional.empty();
  }

  private static Optional<String> bases(Resolver resolver, SourceFile module, Fact fact) {
    if (!(resolver.member(module, fact.name()) instanceof Resolution.Class type)) {
      return Optional.empty();
    }
    ClassDef definition = type.definition();
    Mro mro = new ClassHierarchy(resolver).mro(type.file(), definition);
    return mro.complete()
        ? Optional.of(
            mro.classes().stream()
                .map(it -> it.file() + ":" + it.name())
                .collect(Collectors.joining(" ")))
        : Optional.empty();
  }

  /** Those of the classes that are read here, and not external whatever the project holds. */
  private static String ownClasses(SourceTree sources, Fact fact, String ours) {
    List<String> read = List.of(ours.split(" ", -1));
    List<String> own = new ArrayList<>();
    for (String place : fact.place().split(" ", -1)) {
      String path = place.substring(0, place.indexOf(':'));
      Optional<SourceFile> file =
          path.equals("?") ? Optional.empty() : sources.file(path).toOptional();
      boolean found =
          file.isPresent()
              && sources.module(sources.moduleName(file.get()), file.get())
                  instanceof ModuleLookup.Found;
      if (found || read.contains(place)) {
        own.add(place);
      }
    }
    return String.join(" ", own);
  }

  private List<Fact> facts(CPython python) throws IOException, InterruptedException {
    Path script = scratch.resolve(SCRIPT);
    try (InputStream resource = CPythonNamesTest.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, resource.readAllBytes());
    }
    Path modules = scratch.resolve("modules.txt");
    Path answers = scratch.resolve("answers.txt");
    Files.write(modules, modules(python));
    Process process =
        new ProcessBuilder(
                python.executable().toString(), "-I", "-B", script.toString(), modules.toString())
            .redirectOutput(answers.toFile())
            .redirectError(scratch.resolve("errors.txt").toFile())
            .start();
    CPython.endAfter(Duration.ofMinutes(5), process);
    process.getOutputStream().close();
    assertThat(process.waitFor())
        .as(Files.readString(scratch.resolve("errors.txt"), StandardCharsets.ISO_8859_1))
        .isZero();
    return Files.readAllLines(answers).stream()
        .map(line -> line.split("\t", -1))
        .filter(parts -> parts.length == 4)
        .map(parts -> new Fact(parts[0], parts[1], parts[2], parts[3]))
        // What C makes, or is frozen into the interpreter, comes from no file.
        .filter(fact -> fact.kind().equals("mro") || !fact.place().startsWith("?"))
        .toList();
  }

  private static List<String> modules(CPython python) {
    return python.libraryFiles().stream()
        .map(file -> python.library().relativize(file).toString().replace('\\', '/'))
        .filter(path -> !path.contains("-") && !path.endsWith("__main__.py"))
        .filter(path -> !path.contains("/test/") && !path.contains("/tests/"))
        .map(path -> path.replaceFirst("(/__init__)?\\.py$", "").replace('/', '.'))
        .filter(name -> !LEFT_OUT.contains(name.split("\\.", -1)[0]))
        .toList();
  }
}
