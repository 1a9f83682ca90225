package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingEnd;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.text.Printable;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What the page's script draws from, in as few bytes as it can be read in: arrays whose places mean
 * what {@code map.js} reads them as. Texts are as they are to be shown, and in ASCII, so that none
 * of them can end the element that it stands in.
 */
final class MapJson {
  private static final int NONE = -1;

  private final StringBuilder json = new StringBuilder();

  private MapJson() {}

  static String of(LoopMap map, int columns) {
    MapJson written = new MapJson();
    written.json.append("{\"columns\":").append(columns).append(",\"panels\":");
    written.each(map.panels(), written::panel);
    return written.json.append('}').toString();
  }

  private void panel(MapPanel panel) {
    json.append("{\"name\":");
    text(panel.name());
    json.append(",\n\"lanes\":");
    each(panel.lanes(), this::lane);
    json.append(",\n\"rows\":");
    each(MapRow.of(panel), this::row);
    json.append(",\n\"bars\":");
    each(panel.fixtures(), this::bar);
    json.append(",\n\"tests\":");
    each(panel.tests(), this::test);
    json.append(",\n\"tree\":");
    if (panel.tests().isEmpty()) {
      json.append("null");
    } else {
      node(FoldNode.of(panel.tests()));
    }
    json.append(",\n\"crossings\":");
    each(panel.crossings(), this::crossing);
    json.append(",\n\"lies\":");
    each(panel.lies(), this::lie);
    json.append('}');
  }

  private void lane(Lane it) {
    json.append('[');
    texts(List.of(it.name(), it.kind(), it.backend(), it.by(), it.scope()));
    json.append(',').append(it.lives().from()).append(',').append(it.lives().to());
    json.append(',').append(it.closed() ? 1 : 0).append(',');
    each(it.notes(), this::text);
    json.append(']');
  }

  private void row(MapRow it) {
    json.append('[');
    texts(List.of(it.label(), it.note()));
    json.append(',').append(it.lanes()).append(',').append(it.stacks());
    json.append(',').append(it.bars()).append(',').append(it.shelves()).append(']');
  }

  private void bar(FixtureBar it) {
    json.append('[');
    texts(List.of(it.name(), it.scope(), it.place()));
    json.append(',').append(index(it.lane())).append(',').append(it.lives().from());
    json.append(',').append(it.lives().to()).append(',');
    each(it.holds(), this::text);
    json.append(',');
    each(it.notes(), this::text);
    json.append(']');
  }

  private void test(TestMark it) {
    json.append('[');
    texts(List.of(it.id(), it.name(), it.outcome().word(), it.place()));
    json.append(',').append(it.lanes()).append(',');
    each(it.notes(), this::text);
    json.append(']');
  }

  /** A test is its number; what opens is its label, its first and last test, and its children. */
  private void node(FoldNode node) {
    if (node.isTest()) {
      json.append(node.from());
      return;
    }
    json.append('[');
    text(node.label());
    json.append(',').append(node.from()).append(',').append(node.to()).append(',');
    each(node.children(), this::node);
    json.append(']');
  }

  private void crossing(CrossingLine it) {
    json.append('[').append(it.tests()).append(',').append(index(it.metBy()));
    json.append(',').append(index(it.fixture())).append(',').append(index(it.lane())).append(',');
    texts(List.of(it.evidence(), it.rule(), it.sentence(), it.remedy()));
    json.append(',');
    each(it.details(), this::text);
    json.append(',');
    each(it.ends(), this::end);
    json.append(']');
  }

  private void end(CrossingEnd it) {
    json.append('[').append(index(it.fixture())).append(',').append(index(it.lane())).append(']');
  }

  private void lie(LieFlag it) {
    json.append('[').append(it.tests()).append(',').append(it.fixtures()).append(',');
    texts(List.of(it.rule(), it.sentence(), it.remedy()));
    json.append(']');
  }

  private static int index(OptionalInt index) {
    return index.orElse(NONE);
  }

  private <T> void each(List<T> items, Consumer<T> written) {
    json.append('[');
    boolean first = true;
    for (T item : items) {
      json.append(first ? "" : ",");
      written.accept(item);
      first = false;
    }
    json.append(']');
  }

  private void texts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      json.append(i == 0 ? "" : ",");
      text(texts.get(i));
    }
  }

  private void text(String text) {
    json.append('"');
    Printable.escaped(text)
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&') {
                json.append(String.format("\\u%04x", c));
              } else {
                json.append((char) c);
              }
            });
    json.append('"');
  }
}
