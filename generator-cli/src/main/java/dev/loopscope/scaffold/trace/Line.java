package dev.loopscope.scaffold.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line of the record, whose members have the types that are asked for, or are as good as absent.
 */
record Line(String worker, Map<?, ?> members) {
  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  int number(String name) {
    return members.get(name) instanceof Double number ? number.intValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  Numbered numbered(String name) {
    return new Numbered(worker, number(name));
  }

  /** The same of what is counted from 1; empty if it is none. */
  Optional<Numbered> reference(String name) {
    return number(name) > 0 ? Optional.of(numbered(name)) : Optional.empty();
  }

  TracedPlace place() {
    return new TracedPlace(text("path"), number("line"));
  }

  List<Integer> numbers(String name) {
    return list(name).stream()
        .filter(Double.class::isInstance)
        .map(it -> ((Double) it).intValue())
        .toList();
  }

  List<String> texts(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  List<Line> lines(String name) {
    return list(name).stream()
        .filter(Map.class::isInstance)
        .map(it -> new Line(worker, (Map<?, ?>) it))
        .toList();
  }

  Map<?, ?> map(String name) {
    return members.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** An object inside of it. */
  Line part(String name) {
    return new Line(worker, map(name));
  }

  /** What an object inside of it numbers, with the process; empty if there is none. */
  Optional<Numbered> referred(String name) {
    Line it = part(name);
    return has(name)
        ? Optional.of(new Numbered(it.text("worker"), it.number("number")))
        : Optional.empty();
  }

  Map<String, String> textsByName(String name) {
    Map<String, String> texts = new TreeMap<>();
    map(name).forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }
}
