package dev.loopscope.scaffold.suite.code;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers about nodes, each found out once. Nodes are told apart by identity: their equality
 * compares whole subtrees. Safe for several threads.
 */
public final class IdentityMemo<T> {
  private final Map<Object, T> answers = Collections.synchronizedMap(new IdentityHashMap<>());

  /** The answer about a node; two threads may find it out twice. */
  public T of(Object node, Supplier<T> finding) {
    Optional<T> known = Optional.ofNullable(answers.get(node));
    if (known.isPresent()) {
      return known.orElseThrow();
    }
    T found = finding.get();
    answers.put(node, found);
    return found;
  }
}
