package dev.loopscope.scaffold.template;

import java.util.ArrayList;
import java.util.List;

/** Reads one {@link Condition} from left to right. */
final class ConditionReader {
  private final String source;
  private final List<String> loopVariables;
  private int at;

  ConditionReader(String source, List<String> loopVariables) {
    this.source = source;
    this.loopVariables = List.copyOf(loopVariables);
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
      return new Condition.NotFlag(declared(identifier(), TemplateModel.FLAGS, "boolean"));
    }
    String name = identifier();
    skipBlanks();
    if (!source.startsWith("=", at) && !source.startsWith("!", at)) {
      return new Condition.Flag(declared(name, TemplateModel.FLAGS, "boolean"));
    }
    boolean equal = operator("==", "!=").equals("==");
    skipBlanks();
    String literal = literal();
    if (!loopVariables.contains(name)) {
      declared(name, TemplateModel.TEXTS, "string");
    }
    return equal ? new Condition.Equal(name, literal) : new Condition.NotEqual(name, literal);
  }

  private String identifier() {
    int from = at;
    while (at < source.length() && Identifier.continues(source.charAt(at), at == from)) {
      at++;
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

  private String declared(String name, List<String> names, String kind) {
    if (!names.contains(name)) {
      throw refused("there is no " + kind + " called " + name);
    }
    return name;
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
