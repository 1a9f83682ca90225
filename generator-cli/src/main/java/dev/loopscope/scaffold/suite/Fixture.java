package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A fixture that the project defines. Each definition has one object, however many modules import
 * it, and only the same object is equal to it.
 *
 * @param name the name that tests request it by
 * @param file the file that holds the function
 * @param function its function
 * @param owner the class it is a method of
 * @param maker the decorator's plugin
 * @param decorator what makes the fixture: the decorator as it stands, or the call in {@code pool =
 *     pytest.fixture(make_pool)}
 * @param decoratorFile the file that {@code decorator} stands in
 * @param scope its fixture scope; unknown if it is computed
 * @param declaredLoopScope the {@code loop_scope} that it states
 * @param autouse whether it is set up without being requested
 * @param params the expression of {@code params}
 * @param kind what the function gives when it is called; unknown if a decorator below the fixture's
 *     own may change that
 * @param requested the names it requests, in order, {@code self} and parameters with a default left
 *     out
 * @param marks marks that were put on the fixture, which pytest ignores or refuses
 */
public record Fixture(
    String name,
    SourceFile file,
    FunctionDef function,
    Optional<SuiteClass> owner,
    Maker maker,
    Expression decorator,
    SourceFile decoratorFile,
    Reading<Scope> scope,
    Optional<Reading<Scope>> declaredLoopScope,
    Reading<Boolean> autouse,
    Optional<Expression> params,
    Reading<FunctionKind> kind,
    List<String> requested,
    List<Mark> marks) {
  /** Keeps unmodifiable copies. */
  public Fixture {
    requested = List.copyOf(requested);
    marks = List.copyOf(marks);
  }

  /** Whether it is known to be a coroutine function or an async generator function. */
  public boolean isAsync() {
    return kind.toOptional().filter(FunctionKind::isAsync).isPresent();
  }

  /** Whether it is known to have a {@code yield}, and so a teardown. */
  public boolean yields() {
    return kind.toOptional().filter(FunctionKind::yields).isPresent();
  }

  /** Whether it is known to be autouse. */
  public boolean isAutouse() {
    return autouse.is(true);
  }

  /** Where the function's name stands. */
  public Location location() {
    return file.location(function.name());
  }

  /** Where the decorator stands. */
  public Location decoratorLocation() {
    return decoratorFile.location(decorator);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name + " in " + file.path();
  }
}
