package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Places as SARIF has them. */
final class SarifPlace {
  private static final String UNRESERVED = "-._~/";

  private static final Pattern LONE = Pattern.compile("\\p{Cs}");

  private SarifPlace() {}

  /** A file, relative to where the check was run. */
  static void artifact(String path, JsonWriter json) {
    json.key("artifactLocation").open("{").key("uri").string(uri(path));
    json.key("uriBaseId").string("%SRCROOT%").close("}");
  }

  /** Some characters of a file. */
  static void region(SourceText text, int start, int end, JsonWriter json) {
    json.key("region");
    range(text, start, end, json);
  }

  /** The value of a region: lines and columns from 1, the end behind the last character. */
  static void range(SourceText text, int start, int end, JsonWriter json) {
    Position from = text.position(start);
    Position to = text.position(end);
    json.open("{").key("startLine").number(from.line());
    json.key("startColumn").number(from.codePoints() + 1);
    json.key("endLine").number(to.line());
    json.key("endColumn").number(to.codePoints() + 1).close("}");
  }

  /** A relative path as a URI reference; half a surrogate pair has no bytes, and is U+FFFD. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : LONE.matcher(path).replaceAll("\ufffd").getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 0xf, 16)));
      }
    }
    return uri.toString();
  }
}
