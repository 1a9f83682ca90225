package dev.loopscope.scaffold.cli.plan;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An object in a plan's JSON, of which nothing is believed.
 *
 * @param members by name
 * @param where it is, for refusals
 */
record PlanMembers(Map<?, ?> members, String where) {
  static final String AGAIN = "make the plan again, with --dry-run --json";

  /** What {@code value} is, which has to be an object. */
  static PlanMembers of(Object value, String where) {
    if (value instanceof Map<?, ?> members) {
      return new PlanMembers(members, where);
    }
    throw refused("this is no plan that scaffold wrote: it is no object", where);
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  /** A text that has to be there. */
  String text(String key) {
    return optionalText(key).orElseThrow(() -> refused("`" + key + "` is missing"));
  }

  Optional<String> optionalText(String key) {
    Object value = members.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw refused("`" + key + "` is no text");
  }

  /** Whether a number that has to be there is this one. */
  boolean is(String key, int number) {
    return members.get(key) instanceof Double value && value == number;
  }

  boolean isTrue(String key) {
    return Boolean.TRUE.equals(members.get(key));
  }

  Optional<PlanMembers> object(String key) {
    return has(key)
        ? Optional.of(
            PlanMembers.of(
                Objects.requireNonNullElse(members.get(key), "null"), where + ", `" + key + "`"))
        : Optional.empty();
  }

  /** The objects in a list; none if there is no list. */
  List<PlanMembers> objects(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (!(members.get(key) instanceof List<?> values)) {
      throw refused("`" + key + "` is no list");
    }
    List<PlanMembers> objects = new ArrayList<>();
    for (Object value : values) {
      objects.add(of(value, where + ", `" + key + "` " + (objects.size() + 1)));
    }
    return objects;
  }

  TargetRefusedException refused(String what) {
    return refused(what, where);
  }

  static TargetRefusedException refused(String what, String where) {
    return new TargetRefusedException(new Refusal(what, where, AGAIN));
  }
}
