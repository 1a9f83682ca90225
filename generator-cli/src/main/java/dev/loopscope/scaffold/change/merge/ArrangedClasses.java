package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.release.Counterpart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Overrides of {@code arrange}, which was handed what its tests share by suites that earlier
 * releases wrote, and finds that in {@code self} today.
 *
 * @param shared the names of what it was handed, in their order; at least one
 */
record ArrangedClasses(List<String> shared) {
  private static final Pattern ARRANGE =
      Pattern.compile(
          "(?m)^(?<indent>[ \\t]+)(?<method>@classmethod\\r"
              + "?\\n"
              + "[ \\t]+)?async def"
              + " arrange\\(\\s*(?:cls|self),\\s*(?<parameters>[^()]*?),?\\s*\\)(?<returns>[^:\\n"
              + "]*):(?<end>\\r"
              + "?\\n"
              + ")(?<docstring>[ \\t]+\"\"\"(?s:.*?)\"\"\"[ \\t]*\\r"
              + "?\\n"
              + "(?:[ \\t]*\\r"
              + "?\\n"
              + ")*)?");

  ArrangedClasses {
    shared = List.copyOf(shared);
  }

  /** Those of suites that the templates made then, if today's are others. */
  static Optional<ArrangedClasses> of(List<Counterpart> counterparts) {
    for (Counterpart it : counterparts) {
      List<String> before = it.before().map(ArrangedClasses::handed).orElse(List.of());
      if (!before.isEmpty() && it.today().filter(file -> handed(file).isEmpty()).isPresent()) {
        return Optional.of(new ArrangedClasses(before));
      }
    }
    return Optional.empty();
  }

  private static List<String> handed(RenderedFile file) {
    Matcher arrange = ARRANGE.matcher(file.text());
    boolean suites = file.path().endsWith("suites.py");
    return suites && arrange.find() ? names(arrange.group("parameters")) : List.of();
  }

  private static List<String> names(String parameters) {
    List<String> names = new ArrayList<>();
    for (String parameter : parameters.split(",", -1)) {
      names.add(parameter.replaceFirst(":(?s:.*)", "").strip());
    }
    return names;
  }

  /** The text of a module, whose overrides take what they need from {@code self}. */
  String rewritten(String text) {
    Matcher arrange = ARRANGE.matcher(text);
    StringBuilder all = new StringBuilder();
    while (arrange.find()) {
      MatchResult found = arrange.toMatchResult();
      List<String> names = names(arrange.group("parameters"));
      boolean ours = shared.containsAll(names) && names.size() == shared.size();
      arrange.appendReplacement(
          all, Matcher.quoteReplacement(ours ? today(text, arrange, names) : found.group()));
    }
    return arrange.appendTail(all).toString();
  }

  private static String today(String text, Matcher arrange, List<String> names) {
    String indent = arrange.group("indent");
    String end = arrange.group("end");
    String body = text.substring(arrange.end(), bodyEnd(text, arrange.end(), indent));
    String docstring = Optional.ofNullable(arrange.group("docstring")).orElse("");
    StringBuilder override = new StringBuilder(indent);
    override.append("async def arrange(self)").append(arrange.group("returns")).append(':');
    override.append(end).append(docstring);
    String deeper = indent + (indent.startsWith("\t") ? "\t" : "    ");
    if (arrange.group("method") != null && isUsed("cls", body)) {
      override.append(deeper).append("cls = type(self)").append(end);
    }
    for (String name : names) {
      if (isUsed(name, body)) {
        override.append(deeper).append(name).append(" = self.").append(name).append(end);
      }
    }
    return override.toString();
  }

  private static boolean isUsed(String name, String body) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(body).find();
  }

  /** Where the next line is that is indented no deeper than the method. */
  private static int bodyEnd(String text, int start, String indent) {
    Matcher next = Pattern.compile("(?m)^[ \\t]{0," + indent.length() + "}\\S").matcher(text);
    return next.find(start) ? next.start() : text.length();
  }
}
