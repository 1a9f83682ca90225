package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * As much of JSON Schema as the schemas of the documentation are written in.
 *
 * @param schema the whole, in which its references are looked for
 */
record JsonShape(Map<?, ?> schema) {
  static JsonShape read(Path file) throws IOException {
    try {
      return new JsonShape((Map<?, ?>) JsonReader.read(Files.readString(file)));
    } catch (JsonException e) {
      throw new IOException(file + " is no JSON", e);
    }
  }

  /** What of a value is not as the schema says, each with where it is; empty if all is. */
  List<String> violations(Object value) {
    List<String> found = new ArrayList<>();
    look(schema, value, "$", found);
    return found;
  }

  private void look(Map<?, ?> shape, Object value, String at, List<String> found) {
    for (Map.Entry<?, ?> it : shape.entrySet()) {
      Object asked = it.getValue();
      boolean holds =
          switch (it.getKey().toString()) {
            case "$schema", "title", "$defs" -> true;
            case "$ref" -> {
              String name = asked.toString().substring("#/$defs/".length());
              look((Map<?, ?>) ((Map<?, ?>) member(schema, "$defs")).get(name), value, at, found);
              yield true;
            }
            case "const" -> asked.equals(value);
            case "enum" -> ((List<?>) asked).contains(value);
            case "minimum" -> ((Double) value) >= (Double) asked;
            case "type" -> isOf(asked.toString(), value);
            case "items" -> items((Map<?, ?>) asked, value, at, found);
            case "required" -> ((Map<?, ?>) value).keySet().containsAll((List<?>) asked);
            case "properties" -> properties((Map<?, ?>) asked, (Map<?, ?>) value, at, found);
            case "additionalProperties" -> others(shape, asked, (Map<?, ?>) value, at, found);
            default -> throw new IllegalArgumentException("no word that is read: " + it.getKey());
          };
      if (!holds) {
        found.add(at + ": " + it + " does not hold of " + value);
      }
    }
  }

  private static Object member(Map<?, ?> map, String name) {
    Object found = map.get(name);
    return found == null ? Map.of() : found;
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Double number && number == Math.rint(number);
      default -> throw new IllegalArgumentException("no type that is read: " + type);
    };
  }

  private boolean items(Map<?, ?> shape, Object value, String at, List<String> found) {
    int index = 0;
    for (Object item : (List<?>) value) {
      look(shape, item, at + "[" + index++ + "]", found);
    }
    return true;
  }

  private boolean properties(Map<?, ?> shapes, Map<?, ?> value, String at, List<String> found) {
    value.forEach(
        (name, member) -> {
          if (shapes.get(name) instanceof Map<?, ?> shape) {
            look(shape, member, at + "." + name, found);
          }
        });
    return true;
  }

  private boolean others(
      Map<?, ?> shape, Object asked, Map<?, ?> value, String at, List<String> found) {
    Map<?, ?> known = (Map<?, ?>) member(shape, "properties");
    if (asked instanceof Map<?, ?> each) {
      value.forEach((name, member) -> look(each, member, at + "." + name, found));
      return true;
    }
    return known.keySet().containsAll(value.keySet());
  }
}
