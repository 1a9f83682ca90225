package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.Display.ListDisplay;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads marks from decorators and from {@code pytestmark}. */
public final class MarkReader {
  private static final String MARK = "pytest.mark.";

  private final Resolver resolver;
  private final LoopMarks loopMarks;

  /** A reader that follows names with {@code resolver}. */
  public MarkReader(Resolver resolver) {
    this.resolver = resolver;
    this.loopMarks = new LoopMarks(resolver);
  }

  /**
   * The marks of decorators, in the order in which they are applied: from the last to the first.
   */
  public MarkList decorators(
      SourceFile file, List<Expression> decorators, MarkLevel level, Optional<SuiteClass> owner) {
    List<MarkList> marks = new ArrayList<>();
    for (int at = decorators.size() - 1; at >= 0; at--) {
      Expression decorator = decorators.get(at);
      Optional<Mark> mark = mark(file, decorator, level, owner);
      if (mark.isPresent()) {
        marks.add(MarkList.of(mark.orElseThrow()));
      } else if (putsOnMarks(file, decorator)) {
        marks.add(
            plain(file, decorator, level, owner)
                .orElseGet(
                    () ->
                        MarkList.unknown(
                            "the decorator `" + file.text(decorator) + "` puts on marks")));
      }
    }
    return MarkList.joined(marks);
  }

  /** The marks that a function of the project plainly puts on. */
  private Optional<MarkList> plain(
      SourceFile file, Expression decorator, MarkLevel level, Optional<SuiteClass> owner) {
    Resolution resolution = resolver.resolve(file, decorator);
    Optional<List<Expression>> applied =
        resolution instanceof Resolution.Function function
            ? MarkingFunction.applied(function.definition())
            : projectFunction(file, decorator).flatMap(it -> MarkingFunction.made(it.definition()));
    SourceFile defined =
        projectFunction(file, decorator).map(Resolution.Function::file).orElse(file);
    List<MarkList> marks = new ArrayList<>();
    for (Expression expression : applied.orElse(List.of())) {
      Optional<Mark> mark =
          mark(defined, expression, level, owner).map(it -> it.usedAt(file, decorator));
      if (mark.isEmpty()) {
        return Optional.empty();
      }
      marks.add(MarkList.of(mark.orElseThrow()));
    }
    return marks.isEmpty() ? Optional.empty() : Optional.of(MarkList.joined(marks));
  }

  /** The marks of the value of {@code pytestmark}: a single one or a list. */
  public MarkList pytestmark(
      SourceFile file, Resolution value, MarkLevel level, Optional<SuiteClass> owner) {
    if (value instanceof Resolution.External external) {
      return MarkList.unknown("`pytestmark` is `" + external.qualifiedName() + "`");
    }
    if (!(value instanceof Resolution.Value known)) {
      return MarkList.unknown(
          value instanceof Resolution.Unresolved unresolved
              ? unresolved.reason()
              : "`pytestmark` is no mark");
    }
    return marks(known.file(), known.expression(), level, owner);
  }

  /** The marks of an expression that {@code pytestmark} is set to. */
  public MarkList marks(
      SourceFile file, Expression expression, MarkLevel level, Optional<SuiteClass> owner) {
    Resolution resolution = resolver.resolve(file, expression);
    if (resolution instanceof Resolution.Value value
        && (value.expression() instanceof ListDisplay || value.expression() instanceof BinOp)) {
      return list(value, level, owner);
    }
    return element(file, expression, level, owner);
  }

  private MarkList list(Resolution.Value value, MarkLevel level, Optional<SuiteClass> owner) {
    Reading<List<Resolution.Value>> elements = resolver.elements(value.file(), value.expression());
    if (elements instanceof Reading.Unknown<List<Resolution.Value>> unknown) {
      return MarkList.unknown(unknown.reason());
    }
    List<MarkList> marks = new ArrayList<>();
    for (Resolution.Value element : elements.toOptional().orElseThrow()) {
      marks.add(element(element.file(), element.expression(), level, owner));
    }
    return MarkList.joined(marks);
  }

  private MarkList element(
      SourceFile file, Expression expression, MarkLevel level, Optional<SuiteClass> owner) {
    Optional<Mark> mark = mark(file, expression, level, owner);
    if (mark.isPresent()) {
      return MarkList.of(mark.orElseThrow());
    }
    boolean harmless =
        projectFunction(file, expression).isPresent() && !putsOnMarks(file, expression);
    return harmless
        ? MarkList.NONE
        : MarkList.unknown(
            "`" + file.text(expression) + "` in `pytestmark` is no mark that can be read");
  }

  /** The mark that an expression makes; empty if it makes none that can be read. */
  public Optional<Mark> mark(
      SourceFile file, Expression use, MarkLevel level, Optional<SuiteClass> owner) {
    Resolution resolution = resolver.resolve(file, use);
    if (resolution instanceof Resolution.External external) {
      return name(external.qualifiedName())
          .map(name -> new Mark(name, level, file, use, use, file, Optional.empty(), owner));
    }
    if (resolution instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return resolver
          .qualifiedName(value.file(), call.function())
          .flatMap(MarkReader::name)
          .map(
              name ->
                  new Mark(name, level, value.file(), call, use, file, Optional.of(call), owner));
    }
    return Optional.empty();
  }

  private static Optional<String> name(String qualifiedName) {
    return qualifiedName.startsWith(MARK) && qualifiedName.indexOf('.', MARK.length()) < 0
        ? Optional.of(qualifiedName.substring(MARK.length()))
        : Optional.empty();
  }

  /** Whether an expression is a function of the project, or its call, that puts on marks. */
  private boolean putsOnMarks(SourceFile file, Expression expression) {
    return projectFunction(file, expression)
        .filter(it -> loopMarks.mayBeIn(it.file(), it.definition()))
        .isPresent();
  }

  private Optional<Resolution.Function> projectFunction(SourceFile file, Expression expression) {
    Resolution resolution = resolver.resolve(file, expression);
    if (resolution instanceof Resolution.Value value && value.expression() instanceof Call call) {
      resolution = resolver.resolve(value.file(), call.function());
    }
    return resolution instanceof Resolution.Function function
        ? Optional.of(function)
        : Optional.empty();
  }

  /** Whether marks that decide over loops and fixtures may be put on somewhere below a node. */
  public boolean mayPutOnMarks(SourceFile file, Node root) {
    return loopMarks.mayBeIn(file, root);
  }

  /** Whether a parameter set of a {@code parametrize} mark has a mark for asyncio or anyio. */
  public boolean mayPutOnLoopMark(Mark parametrize) {
    return parametrize.arguments().stream().anyMatch(it -> loopMarks.isIn(parametrize.file(), it));
  }
}
