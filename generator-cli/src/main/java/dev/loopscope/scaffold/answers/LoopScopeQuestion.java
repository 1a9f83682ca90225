package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/** How much of a run shares one loop. */
final class LoopScopeQuestion extends ChoiceQuestion<LoopScope> {
  /** A scope of pytest that is none here. */
  private static final String PACKAGE = "package";

  LoopScopeQuestion() {
    super(
        "loop-scope",
        "0.1.0",
        new Help(
            "SCOPE",
            "what shares one event loop and one resource: session, module, class or function",
            "A fixture that outlives the loop it was made on fails with `attached to a different"
                + " loop`, or passes while it tests something else. So one scope is written over"
                + " every test and every async fixture. `package` is refused: since pytest-asyncio"
                + " 1.0 it is one loop for the whole session. In multibackend it is the scope of"
                + " anyio_backend and of the resource."),
        LoopScope.ALL,
        LoopScope.SESSION.word());
  }

  @Override
  public LoopScope parse(String text, Called called) {
    if (text.equals(PACKAGE)) {
      throw new RefusalException(
          new Refusal(
              "`package` is refused: since pytest-asyncio 1.0 it is one loop for the whole"
                  + " session, shared by sibling packages, so it does not do what it says",
              called.name() + " " + text,
              "use `session`, which is the same loop under its own name, or `module`"));
    }
    return super.parse(text, called);
  }

  @Override
  protected String allowed() {
    return super.allowed()
        + ". Not package, which is one loop for the whole session under another name";
  }
}
