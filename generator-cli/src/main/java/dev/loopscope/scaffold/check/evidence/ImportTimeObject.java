package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.LoopCatalogue;
import dev.loopscope.scaffold.suite.resource.MadeAtImport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a module or a class body binds to a name while it is imported, if that has to do with loops.
 *
 * @param file where it stands
 * @param name what it is bound to
 * @param call what makes it
 * @param made the qualified name of what is called
 * @param kind how it is tied to a loop
 * @param owner the class in whose body it stands; empty for the module
 */
public record ImportTimeObject(
    SourceFile file,
    String name,
    Call call,
    String made,
    MadeAtImport kind,
    Optional<ClassDef> owner) {
  private static final Set<MadeAtImport> TIED =
      EnumSet.of(
          MadeAtImport.NEEDS_RUNNING_LOOP,
          MadeAtImport.LOOP,
          MadeAtImport.FUTURE,
          MadeAtImport.BINDS_WHEN_IT_WAITS);

  /** Those of a module's top level. */
  public static List<ImportTimeObject> ofModule(SourceFile file, SuiteModel model) {
    return of(file, file.tree().module().body(), Optional.empty(), model);
  }

  /** Those of a class body. */
  public static List<ImportTimeObject> ofClass(SourceFile file, ClassDef owner, SuiteModel model) {
    return of(file, owner.body(), Optional.of(owner), model);
  }

  private static List<ImportTimeObject> of(
      SourceFile file, List<Statement> body, Optional<ClassDef> owner, SuiteModel model) {
    List<ImportTimeObject> found = new ArrayList<>();
    for (Statement statement : body) {
      Optional<Name> target = target(statement);
      Optional<Call> call = value(statement);
      if (target.isPresent() && call.isPresent()) {
        Call made = call.orElseThrow();
        model
            .resolver()
            .qualifiedName(file, made.function())
            .flatMap(name -> LoopCatalogue.lines(name).stream().findFirst())
            .filter(it -> TIED.contains(it.madeAtImport()))
            .filter(it -> !hasLoop(made))
            .ifPresent(
                it ->
                    found.add(
                        new ImportTimeObject(
                            file,
                            target.orElseThrow().id(),
                            made,
                            it.name(),
                            it.madeAtImport(),
                            owner)));
      }
    }
    return found;
  }

  private static boolean hasLoop(Call call) {
    return call.keywords().stream()
        .anyMatch(it -> it.name().filter(name -> !name.equals("loop")).isEmpty());
  }

  private static Optional<Name> target(Statement statement) {
    if (statement instanceof Assign assign
        && assign.targets().size() == 1
        && assign.targets().get(0) instanceof Name name) {
      return Optional.of(name);
    }
    return statement instanceof AnnAssign assign && assign.target() instanceof Name name
        ? Optional.of(name)
        : Optional.empty();
  }

  private static Optional<Call> value(Statement statement) {
    Optional<Expression> value =
        statement instanceof Assign assign
            ? Optional.of(assign.value())
            : statement instanceof AnnAssign assign ? assign.value() : Optional.empty();
    return value.filter(Call.class::isInstance).map(Call.class::cast);
  }
}
