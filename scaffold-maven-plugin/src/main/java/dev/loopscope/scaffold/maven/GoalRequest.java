package dev.loopscope.scaffold.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a goal was asked for.
 *
 * @param goal the goal
 * @param directory where it runs, absolute
 * @param modules the directories of the modules below, relative to it, with {@code /}
 * @param values the texts of parameters, by their names; no text is empty
 */
record GoalRequest(Goal goal, Path directory, List<String> modules, Map<String, String> values) {
  private static final String CHECK = "check";
  private static final String LEAVE_OUT = "--extend-exclude";

  GoalRequest {
    modules = List.copyOf(modules);
    values = Map.copyOf(values);
  }

  /** Reads what Maven hands over, in which what is not set is absent or null. */
  static GoalRequest of(Map<?, ?> configuration) {
    Map<String, String> values = new HashMap<>();
    List<?> modules = List.of();
    for (Map.Entry<?, ?> entry : configuration.entrySet()) {
      if (entry.getValue() instanceof List<?> list) {
        modules = list;
      } else if (entry.getValue() != null && !entry.getValue().toString().isBlank()) {
        values.put(entry.getKey().toString(), entry.getValue().toString().strip());
      }
    }
    Path directory = Path.of(values.getOrDefault(ScaffoldMojo.BASEDIR, "")).toAbsolutePath();
    List<String> below = new ArrayList<>();
    for (Object module : modules) {
      below(directory.normalize(), module.toString()).ifPresent(below::add);
    }
    return new GoalRequest(
        Goal.of(values.getOrDefault(ScaffoldMojo.GOAL, "")), directory.normalize(), below, values);
  }

  /** A module may be named by its POM, and may lie beside what names it. */
  private static Optional<String> below(Path directory, String module) {
    Path path = directory.resolve(module.replace('\\', '/')).normalize();
    Path place = module.endsWith(".xml") ? path.resolveSibling("") : path;
    return place.startsWith(directory) && !place.equals(directory)
        ? Optional.of(directory.relativize(place).toString().replace('\\', '/'))
        : Optional.empty();
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether somebody said where: otherwise it is the module's directory. */
  boolean namesAPlace() {
    return value(goal.parameters().get(0).name()).isPresent();
  }

  /**
   * What would be typed for the same.
   *
   * @throws MojoExecutionException if a flag is neither true nor false
   */
  List<String> arguments() throws MojoExecutionException {
    List<String> arguments = new ArrayList<>(List.of(goal.word()));
    List<String> alone = new ArrayList<>();
    for (Parameter parameter : goal.parameters()) {
      Optional<String> value = value(parameter.name());
      if (value.isPresent()) {
        if (!parameter.isOption()) {
          alone.addAll(List.of(places(parameter, value.get())));
        } else if (!parameter.flag()) {
          arguments.add(parameter.typed() + "=" + value.get());
        } else if (isTrue(parameter.property(), value.get())) {
          arguments.add(parameter.typed());
        }
      }
    }
    leaveOutModules(arguments);
    arguments.add("--");
    arguments.addAll(alone);
    return arguments;
  }

  /** Each module's files are told of by the module: its settings are the ones that hold. */
  private void leaveOutModules(List<String> arguments) {
    if (!goal.word().equals(CHECK) || namesAPlace() || modules.isEmpty()) {
      return;
    }
    String patterns = String.join(",", modules.stream().map(it -> it + "/**").toList());
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith(LEAVE_OUT + "=")) {
        arguments.set(i, arguments.get(i) + "," + patterns);
        return;
      }
    }
    arguments.add(LEAVE_OUT + "=" + patterns);
  }

  private static String[] places(Parameter parameter, String value) {
    return parameter.name().equals("paths") ? value.split("\\s*,\\s*", -1) : new String[] {value};
  }

  /**
   * A flag's value.
   *
   * @throws MojoExecutionException if it is neither true nor false
   */
  static boolean isTrue(String property, String value) throws MojoExecutionException {
    if (!value.equals("true") && !value.equals("false")) {
      throw new MojoExecutionException(
          "`%s` is neither true nor false\n      at: -D%s=%s\n    next: set it to one of them"
              .formatted(value, property, value));
    }
    return value.equals("true");
  }
}
