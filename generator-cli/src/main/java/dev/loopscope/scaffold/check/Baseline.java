package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Findings that are known and left for later, so that only new ones are told of.
 *
 * @param path of the file it was read from, as it was typed
 * @param keys of the findings
 */
public record Baseline(String path, SortedSet<FindingKey> keys) {
  private static final int SCHEMA = 1;

  /** Keeps an unmodifiable copy. */
  public Baseline {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
  }

  /** A baseline of these findings. */
  public static Baseline of(String path, Collection<FindingKey> keys) {
    return new Baseline(path, new TreeSet<>(keys));
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws RefusalException if {@code text} is something else
   */
  public static Baseline parse(String path, String text) {
    try {
      if (JsonReader.read(text) instanceof Map<?, ?> object
          && Double.valueOf(SCHEMA).equals(object.get("schema"))
          && object.get("findings") instanceof List<?> findings) {
        return of(path, findings.stream().map(entry -> key(path, entry)).toList());
      }
    } catch (JsonException e) {
      throw new RefusalException(notOne(path, path + ":" + e.line()), e);
    }
    throw new RefusalException(notOne(path, path));
  }

  private static FindingKey key(String path, Object entry) {
    if (entry instanceof Map<?, ?> object
        && object.get("rule") instanceof String rule
        && object.get("path") instanceof String file
        && object.get("source") instanceof String source
        && object.get("occurrence") instanceof Double occurrence) {
      return new FindingKey(rule, file, source, occurrence.intValue());
    }
    throw new RefusalException(notOne(path, path));
  }

  private static Refusal notOne(String path, String where) {
    return new Refusal(
        "`" + path + "` is no baseline that this scaffold wrote",
        where,
        "write it again with --write-baseline, or name another file");
  }

  /** Whether it holds a finding of this key. */
  public boolean holds(FindingKey key) {
    return keys.contains(key);
  }

  /** The entries that are no longer found, of those that {@code looked} says were looked for. */
  public List<FindingKey> stale(Collection<FindingKey> found, Predicate<FindingKey> looked) {
    return keys.stream().filter(key -> !found.contains(key)).filter(looked).toList();
  }

  /** The file's text: one object of {@code schema} and the sorted {@code findings}. */
  public String json() {
    JsonWriter json = new JsonWriter();
    json.open("{").key("schema").number(SCHEMA).key("findings").open("[");
    for (FindingKey key : keys) {
      json.open("{").key("path").string(key.path());
      json.key("rule").string(key.rule());
      json.key("source").string(key.source());
      json.key("occurrence").number(key.occurrence()).close("}");
    }
    return json.close("]").close("}").text();
  }
}
