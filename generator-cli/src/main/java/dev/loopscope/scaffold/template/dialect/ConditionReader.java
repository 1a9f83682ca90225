package dev.loopscope.scaffold.template.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@link Condition} from left to right. */
final class ConditionReader {
  /** What a condition may name. */
  interface Names {
    /** What the string is called that is written {@code written}; absent if there is none. */
    Optional<String> text(String written);

    /** What the boolean is called that is written {@code written}; absent if there is none. */
    Optional<String> flag(String written);
  }

  private final String source;
  private final Names names;
  private int at;

  ConditionReader(String source, Names names) {
    this.source = source;
    this.names = names;
  }

  Condition read() {
    List<Condition> terms = new ArrayList<>();
    terms.add(term());
    String joint = "";
    for (skipBlanks(); at < source.length(); skipBlanks()) {
      String next = operator("&&", "||");
      if (!joint.isEmpty() && !joint.equals(next)) {
        throw refused("&& and || may not be mixed");
      }
      joint = next;
      terms.add(term());
    }
    if (terms.size() == 1) {
      return terms.get(0);
    }
    return joint.equals("&&") ? new Condition.All(terms) : new Condition.Any(terms);
  }

  private Condition term() {
    skipBlanks();
    if (source.startsWith("!", at)) {
      at++;
      return new Condition.NotFlag(flag(name()));
    }
    String name = name();
    skipBlanks();
    if (!source.startsWith("=", at) && !source.startsWith("!", at)) {
      return new Condition.Flag(flag(name));
    }
    boolean equal = operator("==", "!=").equals("==");
    skipBlanks();
    String literal = literal();
    Optional<String> text = names.text(name);
    if (text.isEmpty()) {
      throw refused("there is no string called " + name);
    }
    return equal
        ? new Condition.Equal(text.get(), literal)
        : new Condition.NotEqual(text.get(), literal);
  }

  private String flag(String name) {
    Optional<String> flag = names.flag(name);
    if (flag.isEmpty()) {
      throw refused("there is no boolean called " + name);
    }
    return flag.get();
  }

  /** A variable, or a record's item and, behind a full stop, its field. */
  private String name() {
    int from = at;
    at = Identifier.end(source, at);
    if (at > from && source.startsWith(".", at)) {
      at = Identifier.end(source, at + 1);
    }
    if (at == from) {
      throw refused("a variable's name is missing");
    }
    return source.substring(from, at);
  }

  private String literal() {
    if (!source.startsWith("\"", at)) {
      throw refused("a comparison needs a literal in double quotes");
    }
    int end = source.indexOf('"', at + 1);
    if (end < 0) {
      throw refused("the literal has no closing quote");
    }
    String literal = source.substring(at + 1, end);
    if (literal.indexOf('\\') >= 0 || literal.indexOf('$') >= 0 || literal.indexOf('#') >= 0) {
      throw refused("a literal holds no \\, $ or #");
    }
    at = end + 1;
    return literal;
  }

  private String operator(String one, String other) {
    if (source.startsWith(one, at) || source.startsWith(other, at)) {
      at += 2;
      return source.substring(at - 2, at);
    }
    throw refused(one + " or " + other + " is missing");
  }

  private void skipBlanks() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(
        reason + ", at character " + (at + 1) + " of the condition: " + source);
  }
}
