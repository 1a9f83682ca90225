package dev.loopscope.scaffold.suite.module.name;

import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;

/** What gives a name its meaning. */
public sealed interface Binding {
  /**
   * {@code import a.b as c} binds {@code a.b}; {@code import a.b} binds {@code a}.
   *
   * @param module the dotted name of the module that is bound
   */
  record ImportedModule(String module) implements Binding {}

  /**
   * {@code from ..module import name}.
   *
   * @param module the dotted name behind the full stops, may be empty
   * @param level how many full stops there are
   * @param name the name in that module
   */
  record ImportedName(String module, int level, String name) implements Binding {}

  /** {@code def} or {@code async def}. */
  record DefinedFunction(FunctionDef definition) implements Binding {}

  /** {@code class}. */
  record DefinedClass(ClassDef definition) implements Binding {}

  /** An assignment, with or without an annotation, by {@code =} or {@code :=}. */
  record Assigned(Expression value) implements Binding {}

  /** {@code name += value} and its like: what was bound before is changed. */
  record Augmented(BinaryOperator operator, Expression value) implements Binding {}

  /** {@code with context as name}. */
  record Entered(Expression context, boolean async) implements Binding {}

  /**
   * A binding whose value the text does not tell: a parameter, the target of a loop, a name that is
   * deleted.
   *
   * @param reason as a clause without a final full stop
   */
  record Opaque(String reason) implements Binding {}
}
