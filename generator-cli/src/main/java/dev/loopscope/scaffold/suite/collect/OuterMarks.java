package dev.loopscope.scaffold.suite.collect;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.code.Reach;
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
      all.add(ofOne(mro.classes(), at));
    }
    ClassCollector.unknown(mro).map(MarkList::unknown).ifPresent(all::add);
    return MarkList.joined(all);
  }

  private MarkList ofOne(List<ClassRef> classes, int place) {
    ClassRef reference = classes.get(place);
    Optional<SuiteClass> owner = Optional.of(this.classes.of(reference));
    MarkList decorators =
        marks.decorators(
            reference.file(), reference.definition().decorators(), MarkLevel.CLASS, owner);
    List<ClassRef> hooks =
        classes.subList(place + 1, classes.size()).stream()
            .filter(it -> hook(it).isPresent())
            .toList();
    if (hooks.isEmpty()) {
      return ofBody(reference, owner).then(decorators);
    }
    ClassRef nearest = hooks.get(0);
    return ofBody(reference, owner).equals(MarkList.NONE) && hooks.size() == 1
        ? assigned(nearest, owner).then(decorators)
        : MarkList.unknown("`" + nearest.name() + ".__init_subclass__` may put on marks");
  }

  private MarkList ofBody(ClassRef reference, Optional<SuiteClass> owner) {
    ClassDef definition = reference.definition();
    int bindings = reference.file().names().bindings(definition, PYTESTMARK).size();
    return bindings == 0
        ? MarkList.NONE
        : ofBody(reference.file(), definition.body(), bindings, MarkLevel.CLASS, owner);
  }

  /** The {@code __init_subclass__} of a class, if it may put marks on those that inherit it. */
  private Optional<FunctionDef> hook(ClassRef reference) {
    return reference.definition().body().stream()
        .filter(FunctionDef.class::isInstance)
        .map(FunctionDef.class::cast)
        .filter(it -> it.name().id().equals("__init_subclass__"))
        .filter(it -> marks.mayPutOnMarks(reference.file(), it))
        .findFirst();
  }

  /** What it sets {@code cls.pytestmark} to, if it does nothing else. */
  private MarkList assigned(ClassRef reference, Optional<SuiteClass> owner) {
    FunctionDef hook = hook(reference).orElseThrow();
    Optional<Expression> value = Optional.empty();
    boolean plain = hook.decorators().isEmpty() && !hook.parameters().isEmpty();
    for (Statement statement : hook.body()) {
      if (statement instanceof Assign assign
          && assign.targets().size() == 1
          && assign.targets().get(0) instanceof Attribute target
          && target.attr().equals(PYTESTMARK)
          && isNamed(target.value(), hook)) {
        plain &= value.isEmpty();
        value = Optional.of(assign.value());
      } else {
        plain &= statement instanceof ExpressionStatement other && isHarmless(other.value());
      }
    }
    return plain && value.filter(it -> isFree(it, hook)).isPresent()
        ? marks.marks(reference.file(), value.orElseThrow(), MarkLevel.CLASS, owner)
        : MarkList.unknown("`" + reference.name() + ".__init_subclass__` may put on marks");
  }

  private static boolean isNamed(Expression expression, FunctionDef hook) {
    return expression instanceof Name name && name.id().equals(hook.parameters().get(0).name());
  }

  /** A docstring, or the call of the next class's hook. */
  private static boolean isHarmless(Expression expression) {
    return expression instanceof StringLiteral
        || (expression instanceof Call call
            && call.function() instanceof Attribute attribute
            && attribute.attr().equals("__init_subclass__"));
  }

  private static boolean isFree(Expression value, FunctionDef hook) {
    boolean[] free = {true};
    Walk.preOrder(
        value,
        node ->
            free[0] &=
                !(node instanceof Name name
                    && hook.parameters().stream().anyMatch(it -> it.name().equals(name.id()))));
    return free[0];
  }

  /** The value that the statements of a body leave in {@code pytestmark}. */
  private MarkList ofBody(
      SourceFile file,
      List<Statement> body,
      int bindings,
      MarkLevel level,
      Optional<SuiteClass> owner) {
    List<MarkList> value = new ArrayList<>();
    int seen = read(file, body, level, owner, value);
    if (seen != bindings) {
      value.add(MarkList.unknown("`pytestmark` is set under a condition"));
    }
    return MarkList.joined(value);
  }

  /** Adds what statements do to {@code pytestmark}; how many of them bind it anew. */
  private int read(
      SourceFile file,
      List<Statement> body,
      MarkLevel level,
      Optional<SuiteClass> owner,
      List<MarkList> value) {
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
      } else if (statement instanceof If block && Reach.body(block.test()) != Reach.MAYBE) {
        boolean entered = Reach.body(block.test()) == Reach.ALWAYS;
        seen += read(file, entered ? block.body() : block.orElse(), level, owner, value);
      } else if (mayChange(file, statement)) {
        value.add(MarkList.unknown("`pytestmark` is changed in a way that is not followed"));
      }
    }
    return seen;
  }

  /**
   * Whether a statement may change the list behind {@code pytestmark}: in a block that may be
   * skipped, through an element, or by handing it on. What binds it anew is counted elsewhere; a
   * class and a function have a {@code pytestmark} of their own.
   */
  private static boolean mayChange(SourceFile file, Statement statement) {
    if (!file.mayHold(statement, PYTESTMARK)
        || statement instanceof ClassDef
        || statement instanceof FunctionDef
        || (statement instanceof Assign assign
            && assign.targets().stream().allMatch(Name.class::isInstance))) {
      return false;
    }
    boolean[] found = {false};
    Walk.preOrder(statement, node -> found[0] |= isPytestmark(node));
    return found[0];
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

  private static boolean isPytestmark(Node node) {
    return node instanceof Name name && name.id().equals(PYTESTMARK);
  }
}
