package dev.loopscope.scaffold.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOrigin;
import dev.loopscope.scaffold.map.MapPanel;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is drawn in a picture is what the map says. */
class SvgMapTest {
  private static List<Element> drawn(LoopMap map, String kind)
      throws ParserConfigurationException, IOException, SAXException {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(SvgMap.of(map))));
    NodeList all = picture.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Element.class::cast)
        .filter(it -> List.of(it.getAttribute("class").split(" ", -1)).contains(kind))
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void eachTestIsAMarkAndEachLoopABox() throws Exception {
    LoopMap map = SampleMaps.of(10);
    assertThat(drawn(map, "of-test")).hasSize(10);
    // One of them is the legend's.
    assertThat(drawn(map, "failed")).hasSize(3);
    assertThat(drawn(map, "of-lane")).hasSize(11);
    assertThat(drawn(map, "of-bar")).hasSize(11);
  }

  @Test
  void aCrossingReachesFromItsTestToItsFixture() throws Exception {
    LoopMap map = SampleMaps.of(10);
    Element bar = drawn(map, "met").get(0);
    List<Element> rings = drawn(map, "met-ring");
    List<Element> ends = drawn(map, "end");
    assertThat(rings).hasSize(2);
    // The last end is the legend's.
    assertThat(ends).hasSize(3);
    assertThat(number(ends.get(1), "cx")).isEqualTo(number(rings.get(1), "cx"));
    assertThat(number(ends.get(1), "cy"))
        .isEqualTo(number(bar, "y") + number(bar, "height") / 2)
        .isLessThan(number(rings.get(1), "cy"));
  }

  @Test
  void fiveThousandTestsAreFoldedIntoAFewColumns() throws Exception {
    LoopMap map = SampleMaps.of(5000);
    List<Element> groups = drawn(map, "count");
    assertThat(groups).hasSizeLessThan(40);
    assertThat(groups.stream().mapToInt(it -> Integer.parseInt(it.getTextContent())).sum())
        .isEqualTo(5000);
    assertThat(SvgMap.of(map)).hasSizeLessThan(80_000);
  }

  @Test
  void whatLeadsToOneThingOutOfAFoldedColumnIsOneLine() throws Exception {
    MapPanel one = SampleMaps.panel("", 200);
    CrossingLine crossing = one.crossings().get(0);
    LoopMap map =
        new LoopMap(
            "shop",
            MapOrigin.RUN,
            List.of(),
            List.of(
                new MapPanel(
                    "",
                    one.lanes(),
                    one.fixtures(),
                    one.tests(),
                    Collections.nCopies(20, crossing),
                    List.of())));
    assertThat(drawn(map, "cross")).hasSize(8);
    assertThat(drawn(map, "cross").get(0).getTextContent()).contains("20×");
    // Eight are told below the picture, and that there are more.
    assertThat(drawn(map, "told")).hasSize(8);
  }

  @Test
  void namesOfASuiteAreNothingButText() throws Exception {
    assertThat(drawn(HtmlMapTest.hostile(), "of-test"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getTextContent())
                    .contains("test[</script><!--<script>\"'&\\u202e\\u0000\\u2028]; passed"));
  }

  @Test
  void theSameMapIsTheSamePicture() {
    assertThat(SvgMap.of(SampleMaps.of(200))).isEqualTo(SvgMap.of(SampleMaps.of(200)));
  }
}
