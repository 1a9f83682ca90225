package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.collect.Test;
import java.util.List;
import java.util.Optional;

/**
 * What pytest runs once: a test with one value of each of its parameters.
 *
 * @param test the function that is run
 * @param name as pytest writes it behind the module and the classes; {@code test_reads[…]} where an
 *     id in it is computed
 * @param parameters in pytest's order, the outermost first
 * @param note what is not known of it, as a sentence without its full stop; empty if all is
 */
public record TestItem(
    Test test, String name, List<ItemParameter> parameters, Optional<String> note) {
  /** Keeps an unmodifiable copy. */
  public TestItem {
    parameters = List.copyOf(parameters);
  }

  /** Which value of a parameter it has; empty if it has none, or none that is known. */
  public Optional<Integer> index(String parameter) {
    return parameters.stream()
        .filter(it -> it.name().equals(parameter))
        .map(ItemParameter::index)
        .findFirst();
  }
}
