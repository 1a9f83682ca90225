package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what expressions stand for. A name means what it means where the expression stands: local
 * imports, assignments, parameters and the class body around it come first, and of several bindings
 * in a row the last one before it counts. Safe for use by several threads.
 */
public final class Resolver {
  private final SourceTree sources;

  /** Over the files of {@code sources}. */
  public Resolver(SourceTree sources) {
    this.sources = sources;
  }

  /** The files that names are followed through. */
  public SourceTree sources() {
    return sources;
  }

  /**
   * Follows names, attributes and imports. A call, literal or other operation stands for itself.
   * Never fails, whatever the code: cycles are unresolved.
   *
   * @param file the file that holds {@code expression}
   */
  public Resolution resolve(SourceFile file, Expression expression) {
    return new Resolution.Unresolved("`" + file.text(expression) + "` is not followed");
  }

  /** What a module's attribute stands for after the whole module was run. */
  public Resolution member(SourceFile module, String name) {
    return new Resolution.Unresolved("`" + name + "` is not followed");
  }

  /** What a class's attribute stands for: its own or, in the order of the MRO, that of a base. */
  public Resolution member(ClassRef owner, String name) {
    return new Resolution.Unresolved("`" + name + "` is not followed");
  }

  /**
   * The names a module has after it was run, in the order of the text, those of its star imports
   * last. Missing are those of star imports from outside the project.
   */
  public Set<String> memberNames(SourceFile module) {
    return module.names().bound();
  }

  /**
   * The dotted name of what an expression stands for: {@code pytest.mark.asyncio}, {@code
   * asyncio.get_event_loop}, {@code tests.conftest.pool} for functions and classes of the project.
   * Empty for values, and for what is unresolved.
   */
  public Optional<String> qualifiedName(SourceFile file, Expression expression) {
    return resolve(file, expression) instanceof Resolution.External external
        ? Optional.of(external.qualifiedName())
        : Optional.empty();
  }

  /**
   * The dotted name of the function that is called, if the expression stands for a call, directly
   * or through a name: {@code pytest.mark.asyncio} for {@code mark}, after {@code mark =
   * pytest.mark.asyncio(loop_scope="session")}.
   */
  public Optional<String> calledName(SourceFile file, Expression expression) {
    return Optional.empty();
  }

  /** The text that an expression evaluates to. */
  public Reading<String> string(SourceFile file, Expression expression) {
    return Reading.unknown("`" + file.text(expression) + "` is computed");
  }

  /** Whether an expression is {@code True} or {@code False}. */
  public Reading<Boolean> bool(SourceFile file, Expression expression) {
    return Reading.unknown("`" + file.text(expression) + "` is computed");
  }

  /**
   * The elements of a list, tuple or set, those of {@code *other} and of {@code a + b} included.
   * Each is as it is written: its names are not followed.
   */
  public Reading<List<Resolution.Value>> elements(SourceFile file, Expression expression) {
    return Reading.unknown("`" + file.text(expression) + "` is computed");
  }

  /** The texts that a list, tuple or set of texts holds. */
  public Reading<List<String>> strings(SourceFile file, Expression expression) {
    return Reading.unknown("`" + file.text(expression) + "` is computed");
  }
}
