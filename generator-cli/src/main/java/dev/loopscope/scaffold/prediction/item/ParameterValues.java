package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of one {@code parametrize} mark, or of the {@code params} of a fixture.
 *
 * @param names what they are given to; never empty
 * @param scope that of the fixture they go to; of a function if they go to the test itself
 * @param ids one for each value; empty where it is computed
 */
record ParameterValues(List<String> names, Scope scope, List<Optional<String>> ids) {
  ParameterValues {
    names = List.copyOf(names);
    ids = List.copyOf(ids);
  }

  /** How many values there are. */
  int count() {
    return ids.size();
  }

  /** The parameters of an item with one of the values. */
  List<ItemParameter> parameters(int index) {
    List<ItemParameter> all = new ArrayList<>();
    for (String name : names) {
      all.add(
          new ItemParameter(name, index, scope, all.isEmpty() ? ids.get(index) : Optional.empty()));
    }
    return all;
  }

  Optional<String> id(int index) {
    return ids.get(index);
  }
}
