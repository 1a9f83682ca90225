package dev.loopscope.scaffold.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command said beside its result.
 *
 * @param notes remarks
 * @param refused why it did nothing, where, and what to do; empty if it was not refused
 */
record Complaint(List<String> notes, List<String> refused) {
  private static final String START = "scaffold: ";

  Complaint {
    notes = List.copyOf(notes);
    refused = List.copyOf(refused);
  }

  /** Tells the lines of a refusal, which is the last of all, from those before it. */
  static Complaint of(String text) {
    List<String> lines = text.lines().toList();
    int start = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      start = lines.get(i).startsWith(START) ? i : start;
    }
    return new Complaint(lines.subList(0, start), lines.subList(start, lines.size()));
  }

  /** The refusal in Maven's words: what first, and what the options that it names are called. */
  Optional<String> refusal(Goal goal) {
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    List<String> message = new ArrayList<>(refused);
    message.set(0, refused.get(0).substring(START.length()));
    String text = String.join("\n", message);
    for (Parameter parameter : goal.parameters()) {
      if (text.matches("(?s).*" + parameter.typed() + "(?![a-z-]).*")) {
        message.add(
            "    here: %s is -D%s%s"
                .formatted(
                    parameter.typed(), parameter.property(), parameter.flag() ? "" : "=VALUE"));
      }
    }
    return Optional.of(String.join("\n", message));
  }
}
