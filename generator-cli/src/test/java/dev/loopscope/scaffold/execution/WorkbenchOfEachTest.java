package dev.loopscope.scaffold.execution;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its workbench. Interpreters are looked for once in a run. */
final class WorkbenchOfEachTest implements ParameterResolver {
  private static final ExtensionContext.Namespace RUN =
      ExtensionContext.Namespace.create(WorkbenchOfEachTest.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Workbench.class;
  }

  @Override
  public Workbench resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Shared shared =
        test.getRoot().getStore(RUN).computeIfAbsent(Shared.class, key -> shared(), Shared.class);
    Workbench bench = shared.bench();
    return new Workbench(
        bench.interpreters(), bench.venvs(), bench.forks(), place(bench.place(), test));
  }

  /** What all tests of a run share. JUnit closes it behind the last one. */
  private record Shared(Workbench bench) implements AutoCloseable {
    @Override
    public void close() {
      try {
        Directories.delete(bench.place());
      } catch (UncheckedIOException e) {
        // Its test has failed already: something that it started is writing there still.
        System.err.println("left: " + bench.place());
      }
    }
  }

  /** Suites stand outside of the project: its pyproject.toml is none of theirs. */
  private static Shared shared() {
    Path basedir = Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    Path target = basedir.resolve("target");
    List<Interpreter> interpreters = Interpreters.found(System.getenv());
    Venvs venvs = new Venvs(target.resolve("venvs"), interpreters.get(0));
    Path suites = Directories.ofAllSuites();
    return new Shared(new Workbench(interpreters, venvs, new PytestForks(basedir), suites));
  }

  /** {@code suites/TestClass/testMethod}, followed by the number of a parameterized test's case. */
  private static Path place(Path suites, ExtensionContext test) {
    String id = test.getUniqueId();
    int number = id.indexOf("test-template-invocation:#");
    String suffix = number < 0 ? "" : "-" + id.substring(id.indexOf('#') + 1, id.length() - 1);
    return suites
        .resolve(test.getRequiredTestClass().getSimpleName())
        .resolve(test.getRequiredTestMethod().getName() + suffix);
  }
}
