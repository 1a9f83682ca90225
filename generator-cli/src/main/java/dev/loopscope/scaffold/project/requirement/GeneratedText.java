package dev.loopscope.scaffold.project.requirement;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a program writes a file, by what the comments at its top say. */
public final class GeneratedText {
  private static final int TOP = 12;

  private static final Pattern BY =
      Pattern.compile(
          "\\b(?:auto-?generated|generated|managed|maintained|written|exported)\\b"
              + "(?:\\s++(?:automatically|file|from\\s++\\S++))*+"
              + "\\s++(?:by|with|from|using)\\s++[`'\"]?([A-Za-z0-9][A-Za-z0-9_./-]*+(?:\\s[a-z-]++){0,2})");

  private static final Pattern HANDS_OFF =
      Pattern.compile(
          "do\\s++not\\s++(?:edit|modify|change)|don'?t\\s++(?:edit|modify|change)"
              + "|\\b(?:auto-?generated|@generated|is\\s++generated)\\b");

  private GeneratedText() {}

  /** What writes it; a word for it if the text does not name it; empty if people do. */
  public static Optional<String> by(String text) {
    StringBuilder comments = new StringBuilder();
    String[] lines = text.split("\\R", TOP + 1);
    for (int at = 0; at < Math.min(TOP, lines.length); at++) {
      String line = lines[at].strip();
      if (line.startsWith("#") || line.startsWith(";") || line.startsWith("//")) {
        comments.append(line.replaceFirst("^[#;/]+", "")).append('\n');
      } else if (!line.isEmpty()) {
        break;
      }
    }
    String top = comments.toString();
    String lower = top.toLowerCase(Locale.ROOT);
    if (!HANDS_OFF.matcher(lower).find()) {
      return Optional.empty();
    }
    Matcher by = BY.matcher(lower);
    return Optional.of(by.find() ? top.substring(by.start(1), by.end(1)).strip() : "a program");
  }
}
