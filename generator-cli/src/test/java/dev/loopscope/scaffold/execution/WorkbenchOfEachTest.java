package dev.loopscope.scaffold.execution;

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
    Workbench shared =
        test.getRoot()
            .getStore(RUN)
            .computeIfAbsent(Workbench.class, key -> shared(), Workbench.class);
    return new Workbench(
        shared.interpreters(), shared.venvs(), shared.forks(), place(shared.place(), test));
  }

  private static Workbench shared() {
    Path basedir = Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();
    Path target = basedir.resolve("target");
    List<Interpreter> interpreters = Interpreters.found(System.getenv());
    Venvs venvs = new Venvs(target.resolve("venvs"), interpreters.get(0));
    return new Workbench(interpreters, venvs, new PytestForks(basedir), target.resolve("suites"));
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
