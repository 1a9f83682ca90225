package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One resource that tests share.
 *
 * @param name its fixture's name
 * @param kind what it is
 * @param scope how much of a run shares one opening; none: as much as shares the loop
 */
public record Resource(ResourceName name, ResourceKind kind, Optional<LoopScope> scope) {
  private static final int PARTS = 3;

  /**
   * Reads what a user writes: {@code NAME[:KIND[:SCOPE]]}. What states no kind is of the first one.
   *
   * @param kinds those that there are
   * @throws RefusalException if it is no such text, or a part of it is not legal
   */
  public static Resource parse(String text, List<ResourceKind> kinds) {
    String[] parts = text.split(":", -1);
    if (parts.length > PARTS) {
      throw new RefusalException(
          new Refusal(
              "`" + text + "` has more than a name, a kind and a scope",
              text,
              "NAME, NAME:KIND or NAME:KIND:SCOPE, such as `db:postgres:module`"));
    }
    return new Resource(
        name(parts[0], text, kinds),
        parts.length > 1 ? kind(parts[1], text, kinds) : kinds.get(0),
        parts.length == PARTS ? Optional.of(scope(parts[2], text)) : Optional.empty());
  }

  private static ResourceName name(String name, String text, List<ResourceKind> kinds) {
    try {
      return ResourceName.of(name, kinds);
    } catch (RefusalException e) {
      throw new RefusalException(new Refusal(e.refusal().what(), text, e.refusal().next()), e);
    }
  }

  private static ResourceKind kind(String word, String text, List<ResourceKind> kinds) {
    List<String> words = new ArrayList<>();
    for (ResourceKind kind : kinds) {
      if (kind.word().equals(word)) {
        return kind;
      }
      words.add(kind.word());
    }
    throw new RefusalException(
        new Refusal(
            "`" + word + "` is no kind of resource",
            text,
            "a kind behind the colon: " + Spelling.oneOf(words)));
  }

  private static LoopScope scope(String word, String text) {
    List<String> words = Choice.words(LoopScope.ALL);
    return Choice.spelt(word, LoopScope.ALL)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "`" + word + "` is no scope of a resource",
                        text,
                        "a scope behind the second colon: " + Spelling.oneOf(words))));
  }

  /** How much of a run shares one opening where the loop has the scope {@code loopScope}. */
  public LoopScope scopeOn(LoopScope loopScope) {
    return scope.orElse(loopScope);
  }

  /** As a user writes it where the first kind need not be stated. */
  String text() {
    return text(ResourceKind.ALL.get(0));
  }

  /**
   * As a user writes it, and no longer than it has to be.
   *
   * @param usual the kind that need not be stated
   */
  public String text(ResourceKind usual) {
    if (scope.isPresent()) {
      return name.text() + ":" + kind.word() + ":" + scope.get().word();
    }
    return kind.word().equals(usual.word()) ? name.text() : name.text() + ":" + kind.word();
  }
}
