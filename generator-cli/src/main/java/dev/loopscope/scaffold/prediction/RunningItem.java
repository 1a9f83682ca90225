package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.prediction.item.ItemClosure;
import dev.loopscope.scaffold.prediction.item.ItemParameter;
import dev.loopscope.scaffold.prediction.item.TestItem;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.Optional;

/**
 * An item on its way from set-up to teardown.
 *
 * @param number which one it is in the run, from 0
 * @param nodes of pytest's collection tree around it
 * @param closure what is set up for it
 */
record RunningItem(
    SuiteModel model, TestItem item, int number, NodesOfItem nodes, Closure closure) {
  static RunningItem of(SuiteModel model, TestItem item, int number) {
    return new RunningItem(
        model, item, number, NodesOfItem.of(item, number), ItemClosure.of(model, item.test()));
  }

  Test test() {
    return item.test();
  }

  /** The node of a loop of pytest-asyncio. */
  ScopeNode loopNode(Scope scope) {
    boolean oneForAll =
        scope == Scope.PACKAGE
            && model.versions().pytestAsyncio().expects(Feature.ONE_PACKAGE_LOOP.range());
    return oneForAll ? ScopeNode.SESSION : node(scope, test().collectedIn().directory());
  }

  /** The node of a scope, with this directory for that of a package. */
  ScopeNode node(Scope scope, String directory) {
    return nodes.of(scope, test().collectedIn().path(), directory);
  }

  /** The backend that its name says; empty text if it says none. */
  String declared() {
    String id =
        item.parameters().stream()
            .filter(it -> it.name().equals(AnyioBackend.NAME))
            .findFirst()
            .flatMap(ItemParameter::id)
            .orElse("");
    return id.startsWith(AnyioBackend.TRIO)
        ? AnyioBackend.TRIO
        : id.startsWith(AnyioBackend.ASYNCIO) ? AnyioBackend.ASYNCIO : "";
  }

  /** The backend that it is to be run on; empty text if that is not known. */
  String backend() {
    Reading<AnyioBackend> reading = model.backend(test());
    if (reading.toOptional().isEmpty()) {
      return "";
    }
    AnyioBackend backend = reading.toOptional().orElseThrow();
    boolean allOnTheFirst =
        test().given().isPresent()
            && !model.versions().anyio().expects(Feature.GIVEN_ON_EACH_BACKEND.range());
    Optional<Integer> index = item.index(AnyioBackend.NAME);
    if (allOnTheFirst || !backend.several()) {
      return backend.first();
    }
    return index
        .filter(it -> it < backend.names().size())
        .map(it -> backend.names().get(it))
        .orElse("");
  }
}
