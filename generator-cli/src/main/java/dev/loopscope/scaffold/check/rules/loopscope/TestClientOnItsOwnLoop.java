package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.PortalUse;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.resource.flow.Request;

/** LS046. TestClient runs the app in a thread with a loop of its own. */
public final class TestClientOnItsOwnLoop implements Rule {
  @Override
  public String id() {
    return "LS046";
  }

  @Override
  public String summary() {
    return "The loop that `TestClient` runs the app on is not that of the tests and fixtures that"
        + " share something with the app.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (Test test : LiveTests.of(model)) {
      for (PortalUse use : PortalUse.of(test, model)) {
        findings.add(finding(use));
      }
    }
  }

  private Finding finding(PortalUse use) {
    String what =
        use.request()
            .map(it -> sends(use, it))
            .orElseGet(
                () ->
                    "`"
                        + use.test().name()
                        + "` waits for what the app opened on the loop of the `TestClient` in `"
                        + use.fixture().name()
                        + "`");
    return Finding.of(
            this,
            use.foreign().isCertain() ? Severity.ERROR : Severity.WARNING,
            use.location(),
            what + ", " + use.foreign().consequence(),
            "send the requests of an async test with `httpx.AsyncClient` over"
                + " `httpx.ASGITransport`, on the loop of the test")
        .causedBy(use.client().file().location(use.client().place()));
  }

  private static String sends(PortalUse use, Request request) {
    return "`"
        + use.test().name()
        + "` has `TestClient` answer `"
        + request.verb()
        + " "
        + request.path().replace('\0', '*')
        + "` on a loop of its own, with what `"
        + use.fixture().name()
        + "` made on another";
  }
}
