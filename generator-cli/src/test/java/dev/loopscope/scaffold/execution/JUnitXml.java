package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the report that pytest writes with {@code --junitxml}. */
final class JUnitXml {
  private JUnitXml() {}

  /** One outcome for each {@code testcase} of the report, in its order. */
  static List<TestOutcome> read(Path report) {
    try {
      NodeList cases =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
      List<TestOutcome> outcomes = new ArrayList<>();
      for (int i = 0; i < cases.getLength(); i++) {
        outcomes.add(outcome((Element) cases.item(i)));
      }
      return outcomes;
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(report + " is no JUnit XML", e);
    }
  }

  private static TestOutcome outcome(Element testcase) {
    String owner = testcase.getAttribute("classname");
    String test =
        owner.substring(owner.lastIndexOf('.') + 1) + "::" + testcase.getAttribute("name");
    // A test that was expected to fail may have a failure of its teardown beside that.
    return ending(testcase, "error")
        .map(error -> new TestOutcome(test, TestOutcome.Kind.ERROR, reason(error)))
        .or(
            () ->
                ending(testcase, "failure")
                    .map(failed -> new TestOutcome(test, TestOutcome.Kind.FAILED, reason(failed))))
        .or(
            () ->
                ending(testcase, "skipped")
                    .map(skipped -> new TestOutcome(test, skip(skipped), reason(skipped))))
        .orElse(new TestOutcome(test, TestOutcome.Kind.PASSED, ""));
  }

  private static Optional<Element> ending(Element testcase, String name) {
    NodeList endings = testcase.getElementsByTagName(name);
    return Optional.ofNullable((Element) endings.item(0));
  }

  private static TestOutcome.Kind skip(Element skipped) {
    return skipped.getAttribute("type").equals("pytest.xfail")
        ? TestOutcome.Kind.XFAILED
        : TestOutcome.Kind.SKIPPED;
  }

  private static String reason(Element ending) {
    return ending.getAttribute("message") + "\n" + ending.getTextContent();
  }
}
