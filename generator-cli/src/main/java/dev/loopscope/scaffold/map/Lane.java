package dev.loopscope.scaffold.map;

import java.util.List;

/**
 * An event loop, or a run of a backend.
 *
 * @param name what it is called, once in its panel: {@code loop 3}
 * @param kind what lanes of its sort have in common, without the article: {@code function loop of
 *     pytest-asyncio}; lanes of one kind are drawn as one row where there are many
 * @param backend {@code asyncio} or {@code trio}; empty if it is not known
 * @param by who makes it: {@code pytest-asyncio}, {@code anyio}, or a place; empty if not known
 * @param scope the loop scope; empty if it has none
 * @param lives from its making to its end
 * @param closed whether it has an end, or is left open
 * @param notes sentences about it alone, such as what was pending when it was closed
 */
public record Lane(
    String name,
    String kind,
    String backend,
    String by,
    String scope,
    TestSpan lives,
    boolean closed,
    List<String> notes) {
  /** Keeps an unmodifiable copy. */
  public Lane {
    notes = List.copyOf(notes);
  }
}
