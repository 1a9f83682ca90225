package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    NodeList children = testcase.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element ending) {
        switch (ending.getTagName()) {
          case "error" -> {
            return new TestOutcome(test, TestOutcome.Kind.ERROR, reason(ending));
          }
          case "failure" -> {
            return new TestOutcome(test, TestOutcome.Kind.FAILED, reason(ending));
          }
          case "skipped" -> {
            boolean expected = ending.getAttribute("type").equals("pytest.xfail");
            return new TestOutcome(
                test,
                expected ? TestOutcome.Kind.XFAILED : TestOutcome.Kind.SKIPPED,
                reason(ending));
          }
          default -> {}
        }
      }
    }
    return new TestOutcome(test, TestOutcome.Kind.PASSED, "");
  }

  private static String reason(Element ending) {
    return ending.getAttribute("message") + "\n" + ending.getTextContent();
  }
}
