package dev.loopscope.scaffold.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dependency groups of a rendered {@code pyproject.toml}.
 *
 * @param table the bytes that stand for them, header included
 */
public record DependencyGroups(String table) {
  private static final Pattern TABLE = Pattern.compile("(?s)\\[dependency-groups]\n.*?(?=\n\\[)");
  private static final Pattern REQUIREMENT = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern FLOOR =
      Pattern.compile("([a-z-]+(?:\\[[a-z]+])?)>=([0-9.]+)(?:,<[0-9]+)?");

  public static DependencyGroups of(String pyproject) {
    return new DependencyGroups(only(TABLE, pyproject).group());
  }

  /** The requirements of a group, as they are written. */
  public List<String> group(String name) {
    Pattern group = Pattern.compile("(?sm)^" + name + " = \\[(.*?)]$");
    List<String> requirements = new ArrayList<>();
    Matcher requirement = REQUIREMENT.matcher(only(group, table).group(1));
    while (requirement.find()) {
      requirements.add(requirement.group(1));
    }
    return requirements;
  }

  /** The oldest version that each requirement of a group allows: {@code pytest==8.4}. */
  public List<String> floors(String name) {
    return group(name).stream().map(DependencyGroups::floor).toList();
  }

  private static String floor(String requirement) {
    Matcher parts = FLOOR.matcher(requirement);
    if (!parts.matches()) {
      throw new AssertionError("`" + requirement + "` states no floor that can be tested");
    }
    return parts.group(1) + "==" + parts.group(2);
  }

  private static Matcher only(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(pattern + " does not match:\n" + text);
    }
    return matcher;
  }
}
