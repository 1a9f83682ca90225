package dev.loopscope.scaffold.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Maven reads of the plugin. */
class PluginDescriptorTest {
  @Test
  void goalsAreTheCommands() throws Exception {
    assertThat(goals().stream().map(it -> text(it, "goal")))
        .containsExactly("new", "add", "update", "check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "add", "update", "check"})
  void everyOptionIsAParameterThatAPropertySets(String word) throws Exception {
    Element goal = goal(word);
    List<String> names = names(goal);
    assertThat(names).doesNotHaveDuplicates();
    Element values = (Element) goal.getElementsByTagName("configuration").item(0);
    for (Parameter it : Goal.of(word).parameters()) {
      assertThat(names).contains(it.name());
      assertThat(text(values, it.name())).isEqualTo("${scaffold." + it.name() + "}");
    }
  }

  @Test
  void optionsHaveTheNamesThatMavensParametersHave() throws Exception {
    assertThat(names(goal("check")))
        .contains("paths", "select", "extendExclude", "unsafeFixes", "writeBaseline", "exitZero");
    assertThat(names(goal("new"))).contains("directory", "backends", "loopScope", "dryRun");
  }

  @Test
  void descriptionsAreThoseOfTheHelp() throws Exception {
    assertThat(goal("check").getTextContent())
        .contains("Reports loop-scope hazards of pytest suites, without running them.")
        .contains("the lowest severity told of: error or warning (default: warning)");
  }

  @Test
  void whatWritesANewSuiteRunsOnceAndWhatLooksAfterOneInEachModule() throws Exception {
    List<String> once = new ArrayList<>();
    for (Element it : goals()) {
      if (text(it, "aggregator").equals("true")) {
        once.add(text(it, "goal"));
      }
      assertThat(text(it, "requiresProject")).isNotEqualTo(text(it, "aggregator"));
    }
    assertThat(once).containsExactly("new", "add");
    assertThat(text(goal("check"), "phase")).isEqualTo("verify");
  }

  private static List<String> names(Element goal) {
    return elements(goal.getElementsByTagName("name")).stream()
        .map(Element::getTextContent)
        .toList();
  }

  private static Element goal(String word) throws Exception {
    return goals().stream().filter(it -> text(it, "goal").equals(word)).findFirst().orElseThrow();
  }

  private static List<Element> goals() throws Exception {
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(PluginDescriptor.text().getBytes(StandardCharsets.UTF_8)));
    return elements(read.getElementsByTagName("mojo"));
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent();
  }
}
