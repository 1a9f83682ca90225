package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command that starts a server: words with single spaces between them, which no shell reads.
 *
 * @param text as a user writes it
 */
public record ServerCommand(String text) {
  /** The server that a suite brings, which stands in its own tests. */
  public static final String EXAMPLE = "python {tests}/support/example_server.py --port {port}";

  private static final int LONGEST = 300;

  /** A word stands in a line of its own, of at most a hundred characters. */
  private static final int LONGEST_WORD = 90;

  private static final String PORT = "{port}";
  private static final String SOCKET = "{socket}";
  private static final Set<String> PLACES = Set.of(PORT, SOCKET, "{tests}");

  private static final String CHARACTER = "[A-Za-z0-9_./:=,@%+~-]";
  private static final String WORD = "(?:" + CHARACTER + "|[{](?:port|socket|tests)[}])+";

  /** What a legal command is, for {@code String.matches}. */
  public static final String REGEX =
      "(?!.{%d})(?!.*[^ ]{%d})".formatted(LONGEST + 1, LONGEST_WORD + 1)
          + "(?!-|[^ ]*(?:=|[{]port[}]|[{]socket[}]))"
          + "(?=.*[{](?:port|socket)[}])"
          + "(?!.*[{]port[}].*[{]socket[}]|.*[{]socket[}].*[{]port[}])"
          + WORD
          + "(?: "
          + WORD
          + ")*";

  /** What a legal command is, for people. */
  public static final String ALLOWED =
      "a program and its words, with a space between them, such as python -m shop --port {port};"
          + " {port} or {socket} stands where the server is to listen, {tests} for the folder of"
          + " the tests; env PORT={port} shop sets a variable; what needs quotes goes into a"
          + " script";

  /** What is no character of a command. */
  private static final Pattern OTHER =
      Pattern.compile("(?!" + CHARACTER + "|[{} ]).", Pattern.DOTALL);

  /** What stands in braces, or a brace alone. */
  private static final Pattern BRACES = Pattern.compile("[{][^{}]*[}]|[{}]");

  /**
   * Validates.
   *
   * @throws RefusalException if it could not be started, or would not say where it listens
   */
  public ServerCommand {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw new RefusalException(new Refusal(problem, text, ALLOWED));
    }
  }

  private static String problem(String text) {
    Matcher other = OTHER.matcher(text);
    if (other.find()) {
      return "`" + other.group() + "` is nothing that a command has here: no shell reads it";
    }
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      if (!PLACES.contains(braces.group())) {
        return "`" + braces.group() + "` in `" + text + "` stands for nothing";
      }
    }
    List<String> words = List.of(text.split(" ", -1));
    if (words.contains("")) {
      return "there is an empty word in `" + text + "`";
    }
    return problem(text, words);
  }

  private static String problem(String text, List<String> words) {
    String program = words.get(0);
    if (program.startsWith("-") || program.contains(PORT) || program.contains(SOCKET)) {
      return "`" + program + "` is no program, and the first word names it";
    }
    if (program.indexOf('=') >= 0) {
      return "`" + program + "` is no program; only a shell takes it for a variable";
    }
    boolean onPort = text.contains(PORT);
    if (onPort == text.contains(SOCKET)) {
      return onPort
          ? "the command has the server listen at {port} and at {socket}; the tests use one of them"
          : "`" + text + "` does not say where the server is to listen";
    }
    if (words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
      return "a word of the command is longer than " + LONGEST_WORD + " characters";
    }
    return text.length() > LONGEST ? "the command is longer than " + LONGEST + " characters" : "";
  }
}
