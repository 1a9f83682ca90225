package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.template.TemplateNames;
import dev.loopscope.scaffold.template.dialect.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Templates of the dialect, with text that Velocity or FreeMarker would take for its own. */
final class RandomTemplates {
  private static final List<String> FRAGMENTS =
      List.of(
          "#",
          "##",
          "##  gone?",
          "#*",
          "*#",
          "#[[",
          "]]#",
          "#set($x = 1)",
          "#if($trio)",
          "#else",
          "#end",
          "#foreach($i in $backends)",
          "#stop",
          "#break",
          "#include('x')",
          "#parse('x')",
          "#evaluate('x')",
          "#define($x)",
          "#macro(m)",
          "#@m()",
          "#{else}",
          "#{end}",
          "$",
          "$$",
          "$!",
          "$!x",
          "$!{x}",
          "$artifactId",
          "$!artifactId",
          "\\$artifactId",
          "$x.y()",
          "$1",
          "${",
          "${}",
          "${ name}",
          "${name",
          "${project.basedir}",
          "${x.name}",
          "${resource.name}",
          "${one.two.three}",
          "${{ matrix.python }}",
          "${x:-y}",
          "${x?upper_case}",
          "#{x}",
          "#{1}",
          "[=x]",
          "[#if]",
          "\\",
          "\\\\",
          "\\#if",
          "\\n",
          "\\${",
          "{",
          "}",
          "(",
          ")",
          "\"",
          "'",
          "`",
          "|",
          "<",
          ">",
          "<#",
          "</#",
          "<# if x>",
          "<!--",
          "-->",
          "<!-- # -->",
          "&",
          "&&",
          "@",
          "%",
          "=",
          "!",
          "~",
          " ",
          "  ",
          "\t",
          "a",
          "def f():",
          "é",
          "漢",
          "\u2028",
          "\u0085",
          "\uD83D\uDE00",
          "symbol_pound",
          "{name}",
          "__init__",
          "end",
          "else",
          "if",
          "set",
          "\f",
          "\u000B",
          "\u00A0",
          "\uFEFF");

  private static final Declarations NAMES = TemplateNames.all();

  private static final List<String> TEXTS_IN_CONDITIONS =
      List.of("archetype", "loopScope", "python", "pythonTag", "ci", "name");
  private static final List<String> LITERALS =
      List.of(
          "multibackend",
          "session",
          "function",
          "client",
          "echo",
          "line_service",
          "3.10",
          "310",
          "none",
          "",
          "it's");

  private static final int DEEPEST = 3;

  private final Random random;
  private final StringBuilder template = new StringBuilder();
  private final List<String> items = new ArrayList<>();
  private final List<String> records = new ArrayList<>();

  private RandomTemplates(Random random) {
    this.random = random;
  }

  static Arbitrary<String> any() {
    return Arbitraries.randomValue(random -> new RandomTemplates(random).write());
  }

  private String write() {
    block(0);
    if (random.nextInt(4) == 0 && template.length() > 0) {
      template.setLength(template.length() - 1);
    }
    return endsInBlanks() ? template.append('\n').toString() : template.toString();
  }

  private boolean endsInBlanks() {
    return template.substring(template.lastIndexOf("\n") + 1).isBlank();
  }

  private void block(int depth) {
    for (int i = random.nextInt(depth == 0 ? 7 : 4); i > 0; i--) {
      switch (depth == DEEPEST ? 0 : random.nextInt(6)) {
        case 4 -> choice(depth);
        case 5 -> repetition(depth);
        default -> text();
      }
    }
  }

  private void choice(int depth) {
    directive("<#if " + condition() + ">");
    block(depth + 1);
    for (int i = random.nextInt(3); i > 0; i--) {
      directive("<#elseif " + condition() + ">");
      block(depth + 1);
    }
    if (random.nextBoolean()) {
      directive("<#else>");
      block(depth + 1);
    }
    directive("</#if>");
  }

  private void repetition(int depth) {
    String item = List.of("backend", "one", "item", "x").get(depth);
    boolean isRecord = random.nextBoolean();
    List<String> open = isRecord ? records : items;
    String list = isRecord ? "resources" : pick(NAMES.lists());
    directive("<#list " + list + " as " + item + ">");
    open.add(item);
    block(depth + 1);
    open.remove(item);
    directive("</#list>");
  }

  private void directive(String text) {
    line(text);
  }

  private void text() {
    StringBuilder text = new StringBuilder();
    StringBuilder fragments = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      boolean isValue = random.nextInt(4) == 0;
      String part = isValue ? "${" + value() + "}" : pick(FRAGMENTS);
      text.append(part);
      fragments.append(isValue ? "\0" : part);
    }
    line(isLiteral(fragments.toString()) ? text.toString() : "text");
  }

  /** Fragments may add up to a construct, {@code <#} and {@code if}, or to an unknown value. */
  private static boolean isLiteral(String text) {
    return !text.matches("(?s).*(</?#[A-Za-z_]|</?@|<#--|\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}).*");
  }

  private void line(String text) {
    template.append(text).append('\n');
  }

  /** A string that is visible here. */
  private String value() {
    return switch (random.nextInt(3)) {
      case 0 -> items.isEmpty() ? pick(NAMES.texts()) : pick(items);
      case 1 -> records.isEmpty() ? pick(NAMES.texts()) : field();
      default -> pick(NAMES.texts());
    };
  }

  private String field() {
    return pick(records)
        + "."
        + pick(Optional.ofNullable(NAMES.records().get("resources")).orElseThrow().texts());
  }

  private String condition() {
    String join = random.nextBoolean() ? " && " : " || ";
    StringBuilder condition = new StringBuilder(term());
    for (int i = random.nextInt(3); i > 0; i--) {
      condition.append(join).append(term());
    }
    return condition.toString();
  }

  private String term() {
    String compared =
        switch (random.nextInt(3)) {
          case 0 -> items.isEmpty() ? pick(TEXTS_IN_CONDITIONS) : pick(items);
          case 1 -> records.isEmpty() ? pick(TEXTS_IN_CONDITIONS) : field();
          default -> pick(TEXTS_IN_CONDITIONS);
        };
    return switch (random.nextInt(4)) {
      case 0 -> pick(NAMES.flags());
      case 1 -> "!" + pick(NAMES.flags());
      case 2 -> compared + " == \"" + pick(LITERALS) + "\"";
      default -> compared + " != \"" + pick(LITERALS) + "\"";
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
