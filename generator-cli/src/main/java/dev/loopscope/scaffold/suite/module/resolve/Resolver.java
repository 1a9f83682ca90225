package dev.loopscope.scaffold.suite.module.resolve;

import dev.loopscope.scaffold.python.tree.CompoundStatement;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.SourceTree;
import java.util.ArrayList;
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
  private final Follower follower;
  private final Constants constants;

  /** Over the files of {@code sources}. */
  public Resolver(SourceTree sources) {
    this.sources = sources;
    this.follower = new Follower(sources);
    this.constants = new Constants(follower);
  }

  /** The files that names are followed through. */
  public SourceTree sources() {
    return sources;
  }

  /**
   * Follows names, attributes and imports. A call, literal or other operation stands for itself.
   * Never fails, whatever the code: circles are unresolved.
   *
   * @param file the file that holds {@code expression}
   */
  public Resolution resolve(SourceFile file, Expression expression) {
    return follower.resolve(file, expression, new Trail());
  }

  /** What a module's attribute stands for after the whole module was run. */
  public Resolution member(SourceFile module, String name) {
    return follower.modules().member(module, name, new Trail());
  }

  /** What a class's attribute stands for: its own or, in the order of the MRO, that of a base. */
  public Resolution member(ClassRef owner, String name) {
    return follower.classes().member(owner, name, new Trail());
  }

  /**
   * The names a module has after it was run, in the order of the text, those of its star imports
   * last. Missing are those of star imports from outside the project.
   */
  public Set<String> memberNames(SourceFile module) {
    return follower.modules().stars().names(module);
  }

  /**
   * The dotted name of what an expression stands for: {@code pytest.mark.asyncio}, {@code
   * asyncio.get_event_loop}, {@code tests.conftest.pool} for functions and classes of the project.
   * Empty for values, and for what is unresolved.
   */
  public Optional<String> qualifiedName(SourceFile file, Expression expression) {
    Resolution resolution = resolve(file, expression);
    if (resolution instanceof Resolution.External external) {
      return Optional.of(external.qualifiedName());
    }
    if (resolution instanceof Resolution.Function function) {
      return Optional.of(qualifiedName(function.file(), function.definition()));
    }
    if (resolution instanceof Resolution.Class type) {
      return Optional.of(qualifiedName(type.file(), type.definition()));
    }
    return resolution instanceof Resolution.Module module
        ? Optional.of(sources.moduleName(module.file()))
        : Optional.empty();
  }

  private String qualifiedName(SourceFile file, CompoundStatement definition) {
    List<String> names = new ArrayList<>();
    Optional<CompoundStatement> at = Optional.of(definition);
    while (at.isPresent()) {
      if (at.get() instanceof ClassDef type) {
        names.add(0, type.name().id());
      } else if (at.get() instanceof FunctionDef function) {
        names.add(0, function.name().id());
      }
      at = file.names().enclosing(at.get());
    }
    names.add(0, sources.moduleName(file));
    return String.join(".", names);
  }

  /**
   * The dotted name of the function that is called, if the expression stands for a call, directly
   * or through a name: {@code pytest.mark.asyncio} for {@code mark}, after {@code mark =
   * pytest.mark.asyncio(loop_scope="session")}.
   */
  public Optional<String> calledName(SourceFile file, Expression expression) {
    return resolve(file, expression) instanceof Resolution.Value value
            && value.expression() instanceof Primary.Call call
        ? qualifiedName(value.file(), call.function())
        : Optional.empty();
  }

  /** The text that an expression evaluates to. */
  public Reading<String> string(SourceFile file, Expression expression) {
    return constants.string(file, expression, new Trail());
  }

  /** Whether an expression is {@code True} or {@code False}. */
  public Reading<Boolean> bool(SourceFile file, Expression expression) {
    return constants.bool(file, expression, new Trail());
  }

  /**
   * The elements of a list, tuple or set, those of {@code *other} and of {@code a + b} included.
   * Each is as it is written: its names are not followed.
   */
  public Reading<List<Resolution.Value>> elements(SourceFile file, Expression expression) {
    return constants.elements(file, expression, new Trail());
  }

  /** The texts that a list, tuple or set of texts holds. */
  public Reading<List<String>> strings(SourceFile file, Expression expression) {
    return elements(file, expression)
        .flatMap(
            elements -> {
              List<String> texts = new ArrayList<>();
              for (Resolution.Value element : elements) {
                Reading<String> text = string(element.file(), element.expression());
                if (text instanceof Reading.Unknown<String> unknown) {
                  return Reading.unknown(unknown.reason());
                }
                text.toOptional().ifPresent(texts::add);
              }
              return Reading.known(List.copyOf(texts));
            });
  }

  /** The order in which Python looks through a class and its bases. */
  public Mro mro(ClassRef type) {
    return follower.classes().mro(type, new Trail());
  }
}
