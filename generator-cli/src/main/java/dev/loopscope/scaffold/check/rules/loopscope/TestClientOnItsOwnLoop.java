package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.AsgiClientInstead;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.PortalUse;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.resource.value.Request;

/** LS046. TestClient runs the app in a thread with a loop of its own. */
public final class TestClientOnItsOwnLoop implements Rule {
  private static final String CLIENT = "TestClient";

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
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    for (Test test : LiveTests.of(model)) {
      for (PortalUse use : PortalUse.of(test, model)) {
        findings.add(fixed(finding(use), use, model));
      }
    }
  }

  private static Finding fixed(Finding finding, PortalUse use, SuiteModel model) {
    return use.request()
        .flatMap(
            it ->
                AsgiClientInstead.of(use.test(), use.client().file(), use.client().place(), model))
        .map(finding::with)
        .orElse(finding);
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
            remedy(use))
        .causedBy(use.client().file().location(use.client().place()));
  }

  /**
   * {@code ASGITransport} runs no lifespan, and none is missed where the client was not entered.
   */
  private static String remedy(PortalUse use) {
    String client = "an `httpx.AsyncClient` over `httpx.ASGITransport`";
    String entered = isOfLitestar(use) ? "`app.lifespan()`" : "`app.router.lifespan_context(app)`";
    if (use.request().isEmpty()) {
      return "have an async fixture enter "
          + entered
          + " in place of the `TestClient`, and make the tests of its requests async, with "
          + client;
    }
    return (use.test().isAsync() ? "" : "make `" + use.test().name() + "` async, and ")
        + "send its requests with "
        + client
        + ", on the loop of the test"
        + (use.client().entered() ? ", where an async fixture enters " + entered : "");
  }

  /** Its clients have several names, and both kinds of them run the app in another thread. */
  private static boolean isOfLitestar(PortalUse use) {
    return use.client().file().imports().stream().anyMatch(it -> it.first().equals("litestar"));
  }

  private static String sends(PortalUse use, Request request) {
    return "`"
        + use.test().name()
        + "` has `"
        + (isOfLitestar(use) ? use.client().file().text(use.client().place().function()) : CLIENT)
        + "` answer `"
        + request.verb()
        + " "
        + request.path().replace('\0', '*')
        + "` on a loop of its own, with what `"
        + use.fixture().name()
        + "` made on another";
  }
}
