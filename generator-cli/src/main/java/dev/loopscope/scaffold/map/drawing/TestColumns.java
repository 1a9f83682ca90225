package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.TestSpan;
import java.util.List;

/**
 * Where the columns of a picture stand.
 *
 * @param nodes from left to right: a test, or tests that are folded
 * @param left where the first one begins
 * @param width of each
 */
record TestColumns(List<FoldNode> nodes, double left, double width) {
  TestColumns {
    nodes = List.copyOf(nodes);
  }

  /** The column of a test. */
  int of(int test) {
    int low = 0;
    int high = nodes.size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (nodes.get(middle).to() < test) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  double start(int column) {
    return left + column * width;
  }

  double middle(int column) {
    return start(column) + width / 2;
  }

  double right() {
    return start(nodes.size());
  }

  /** Whether something is seen: what begins and ends in one folded column is not. */
  boolean shows(TestSpan span) {
    int first = of(span.from());
    return first != of(span.to()) || nodes.get(first).isTest();
  }

  /** Where a span begins. */
  double from(TestSpan span) {
    return start(of(span.from()));
  }

  /** Where a span ends. */
  double to(TestSpan span) {
    return start(of(span.to()) + 1);
  }
}
