package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.MarkList;
import dev.loopscope.scaffold.suite.mark.MarkReader;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.mark.SuiteClasses;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.name.Binding;
import dev.loopscope.scaffold.suite.module.resolve.ClassRef;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the marks that classes and modules give to their tests. */
public final class OuterMarks {
  private static final String PYTESTMARK = "pytestmark";

  private final Resolver resolver;
  private final MarkReader marks;
  private final SuiteClasses classes;

  /** A reader that follows names with {@code resolver}. */
  public OuterMarks(Resolver resolver, MarkReader marks, SuiteClasses classes) {
    this.resolver = resolver;
    this.marks = marks;
    this.classes = classes;
  }

  /** The marks of a module. */
  public MarkList ofModule(SourceFile module) {
    List<Binding> bindings = module.names().bindings(PYTESTMARK);
    boolean imported = bindings.size() == 1 && bindings.get(0) instanceof Binding.ImportedName;
    if (!bindings.isEmpty() && !imported) {
      List<Statement> body = module.tree().module().body();
      return ofBody(module, body, bindings.size(), MarkLevel.MODULE, Optional.empty());
    }
    return imported || resolver.memberNames(module).contains(PYTESTMARK)
        ? marks.pytestmark(
            module, resolver.member(module, PYTESTMARK), MarkLevel.MODULE, Optional.empty())
        : MarkList.NONE;
  }

  /** The marks of a class and its bases, in pytest's order: those of the last base first. */
  public MarkList ofClass(Mro mro) {
    List<MarkList> all = new ArrayList<>();
    for (int at = mro.classes().size() - 1; at >= 0; at--) {
      all.add(ofOne(mro.classes().get(at)));
    }
    ClassCollector.unknown(mro).map(MarkList::unknown).ifPresent(all::add);
    return MarkList.joined(all);
  }

  private MarkList ofOne(ClassRef reference) {
    ClassDef definition = reference.definition();
    Optional<SuiteClass> owner = Optional.of(classes.of(reference));
    int bindings = reference.file().names().bindings(definition, PYTESTMARK).size();
    MarkList body =
        bindings == 0
            ? MarkList.NONE
            : ofBody(reference.file(), definition.body(), bindings, MarkLevel.CLASS, owner);
    MarkList all =
        body.then(
            marks.decorators(reference.file(), definition.decorators(), MarkLevel.CLASS, owner));
    return putsMarksOnSubclasses(reference)
        ? all.then(
            MarkList.unknown("`" + reference.name() + ".__init_subclass__` may put on marks"))
        : all;
  }

  private boolean putsMarksOnSubclasses(ClassRef reference) {
    return reference.definition().body().stream()
        .filter(FunctionDef.class::isInstance)
        .map(FunctionDef.class::cast)
        .anyMatch(
            it ->
                it.name().id().equals("__init_subclass__")
                    && marks.mayPutOnMarks(reference.file(), it));
  }

  /** The value that the statements of a body leave in {@code pytestmark}. */
  private MarkList ofBody(
      SourceFile file,
      List<Statement> body,
      int bindings,
      MarkLevel level,
      Optional<SuiteClass> owner) {
    List<MarkList> value = new ArrayList<>();
    int seen = 0;
    for (Statement statement : body) {
      Optional<Expression> assigned = assigned(statement);
      if (assigned.isPresent()) {
        value.clear();
        value.add(marks.marks(file, assigned.orElseThrow(), level, owner));
        seen++;
      } else if (statement instanceof AugAssign more && isPytestmark(more.target())) {
        value.add(marks.marks(file, more.value(), level, owner));
        seen++;
      } else if (changing(statement).isPresent()) {
        value.add(changed(file, changing(statement).orElseThrow(), level, owner));
      }
    }
    if (seen != bindings) {
      value.add(MarkList.unknown("`pytestmark` is set under a condition"));
    }
    return MarkList.joined(value);
  }

  private static Optional<Expression> assigned(Statement statement) {
    if (statement instanceof Assign assign
        && assign.targets().stream().anyMatch(OuterMarks::isPytestmark)) {
      return Optional.of(assign.value());
    }
    return statement instanceof AnnAssign assign && isPytestmark(assign.target())
        ? assign.value()
        : Optional.empty();
  }

  /** A call of a method of {@code pytestmark}. */
  private static Optional<Call> changing(Statement statement) {
    return statement instanceof ExpressionStatement expression
            && expression.value() instanceof Call call
            && call.function() instanceof Attribute attribute
            && isPytestmark(attribute.value())
        ? Optional.of(call)
        : Optional.empty();
  }

  private MarkList changed(
      SourceFile file, Call call, MarkLevel level, Optional<SuiteClass> owner) {
    String method = ((Attribute) call.function()).attr();
    return (method.equals("append") || method.equals("extend")) && call.arguments().size() == 1
        ? marks.marks(file, call.arguments().get(0), level, owner)
        : MarkList.unknown("`pytestmark` is changed by `" + method + "`");
  }

  private static boolean isPytestmark(Expression expression) {
    return expression instanceof Name name && name.id().equals(PYTESTMARK);
  }
}
