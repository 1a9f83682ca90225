package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** What is asked where there is another kind of resource, before those of the product. */
public final class AddedKind {
  private AddedKind() {}

  /** What the product asks, about a resource of {@code kind} or of one of its own kinds. */
  public static Questions questions(ResourceKind kind) {
    List<ResourceKind> kinds = new ArrayList<>(List.of(kind));
    kinds.addAll(ResourceKind.ALL);
    List<Question<?>> asked = new ArrayList<>(Questions.ALL.inOrder());
    asked.set(
        asked.indexOf(Questions.RESOURCE),
        new ResourceQuestion(Questions.BACKENDS, Questions.LOOP_SCOPE, kinds));
    return new Questions(asked);
  }
}
