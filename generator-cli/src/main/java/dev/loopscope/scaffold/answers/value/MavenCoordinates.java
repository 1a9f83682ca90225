package dev.loopscope.scaffold.answers.value;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/**
 * The coordinates of the {@code pom.xml}, beside the artifactId, which is the distribution name.
 *
 * @param groupId words of letters, digits, {@code _} and {@code -}, joined by full stops
 * @param version letters, digits and {@code . _ + -}, a letter or digit at both ends
 */
public record MavenCoordinates(String groupId, String version) {
  /** What a legal groupId is, for {@code String.matches}. */
  public static final String GROUP_ID_REGEX = "(?!.{101})[A-Za-z0-9_-]+(?:[.][A-Za-z0-9_-]+)*";

  /** What a legal version is, for {@code String.matches}. */
  public static final String VERSION_REGEX =
      "(?!(?:LATEST|RELEASE)(?![A-Za-z0-9._+-]))[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,58}[A-Za-z0-9])?";

  /** What a legal groupId is, for people. */
  public static final String GROUP_ID_ALLOWED =
      "at most 100 of A-Z a-z 0-9 _ - in words joined by full stops, such as com.example";

  /** What a legal version is, for people. */
  public static final String VERSION_ALLOWED =
      "at most 60 of A-Z a-z 0-9 . _ + -, a letter or digit at both ends, such as 1.0-SNAPSHOT";

  private static final int LONGEST_GROUP_ID = 100;
  private static final int LONGEST_VERSION = 60;

  /**
   * Validates.
   *
   * @throws RefusalException if Maven would not take them
   */
  public MavenCoordinates {
    groupId = groupId(groupId);
    version = version(version);
  }

  /** {@code text}, which is refused if it is no groupId. */
  public static String groupId(String text) {
    if (!isGroupId(text)) {
      throw new RefusalException(
          new Refusal("`" + text + "` is no Maven groupId", text, GROUP_ID_ALLOWED));
    }
    return text;
  }

  /** {@code text}, which is refused if it is no version. */
  public static String version(String text) {
    if (!isVersion(text)) {
      throw new RefusalException(
          new Refusal("`" + text + "` is no version a module can have", text, VERSION_ALLOWED));
    }
    return text;
  }

  private static boolean isGroupId(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' ? !inWord : !isLetterOrDigit(c) && c != '_' && c != '-') {
        return false;
      }
      inWord = c != '.';
    }
    return inWord && text.length() <= LONGEST_GROUP_ID;
  }

  private static boolean isVersion(String text) {
    if (text.isEmpty() || text.length() > LONGEST_VERSION) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = i > 0 && i < text.length() - 1;
      if (!isLetterOrDigit(c) && !(inner && (c == '.' || c == '_' || c == '+' || c == '-'))) {
        return false;
      }
    }
    return !text.equals("LATEST") && !text.equals("RELEASE");
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
