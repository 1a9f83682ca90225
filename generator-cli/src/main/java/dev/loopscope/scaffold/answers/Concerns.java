package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a team weighs when it chooses between the archetypes.
 *
 * @param archetype the archetype this is about
 * @param backends what it can run
 * @param loopControl who makes and closes the loop
 * @param coupling how a fixture is tied to the loop its test runs on
 * @param structuredConcurrency what happens to a task group held across a fixture's {@code yield}
 * @param bestWhen who should take it
 */
public record Concerns(
    Archetype archetype,
    List<Backend> backends,
    String loopControl,
    String coupling,
    String structuredConcurrency,
    String bestWhen) {

  /** Both archetypes' concerns, in the archetypes' order. */
  public static final List<Concerns> ALL =
      List.of(
          new Concerns(
              Archetype.EXPLICIT_SCOPE,
              List.of(Backend.ASYNCIO, Backend.UVLOOP),
              "the suite: loop_scope names the loop of every fixture and test",
              "by name: a fixture and its test must state the same loop_scope",
              "asyncio.TaskGroup inside a test; no anyio group across a fixture's yield",
              "the code under test is asyncio only, or its clients are"),
          new Concerns(
              Archetype.MULTIBACKEND,
              List.of(Backend.ASYNCIO, Backend.TRIO, Backend.UVLOOP),
              "anyio's plugin: one runner per backend, for as long as a fixture holds it",
              "by argument: every async fixture takes anyio_backend",
              "anyio task groups and cancel scopes, across a fixture's yield too",
              "the code under test is a library, or runs on trio"));

  /** Keeps unmodifiable copies. */
  public Concerns {
    backends = List.copyOf(backends);
  }

  /** Those of its backends that a resource of {@code kind} can live on. */
  public List<Backend> backendsOf(ResourceKind kind) {
    return kind.allowed(backends);
  }

  /**
   * What tests can share, in words: the kinds of resources that run on the same backends stand
   * together.
   */
  public String shared() {
    Map<List<Backend>, List<String>> kinds = new LinkedHashMap<>();
    for (ResourceKind kind : ResourceKind.ALL) {
      kinds.computeIfAbsent(backendsOf(kind), key -> new ArrayList<>()).add(kind.word());
    }
    List<String> words = new ArrayList<>();
    kinds.forEach(
        (on, which) -> {
          if (!on.isEmpty()) {
            words.add(String.join(", ", which) + " on " + String.join(", ", Choice.words(on)));
          }
        });
    return String.join("; ", words);
  }

  /** The concerns of {@code archetype}. */
  public static Concerns of(Archetype archetype) {
    return ALL.get(Archetype.ALL.indexOf(archetype));
  }
}
