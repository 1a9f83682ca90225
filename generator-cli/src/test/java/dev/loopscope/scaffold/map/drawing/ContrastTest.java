package dev.loopscope.scaffold.map.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are 4.5 times as light as what they stand on, or the other way round, in both schemes. */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})");

  /** What is written or drawn in the first colour stands on the second. */
  private static final List<String> PAIRS =
      List.of(
          "ink page",
          "ink panel",
          "ink lane",
          "ink lane-odd",
          "ink trio",
          "ink bare",
          "ink crossing-soft",
          "soft page",
          "soft panel",
          "bar-ink bar",
          "page crossing",
          "crossing page",
          "crossing panel",
          "lie page",
          "lie panel",
          "tip-ink tip",
          "passed page",
          "failed page",
          "skipped page");

  /** Light colours first, dark ones behind them. */
  private static Map<String, Integer> colours(int scheme) {
    String text = DrawingFile.COLOURS.text();
    int dark = text.indexOf("prefers-color-scheme: dark");
    Map<String, Integer> colours = new LinkedHashMap<>();
    for (MatchResult it :
        COLOUR
            .matcher(scheme == 0 ? text.substring(0, dark) : text.substring(dark))
            .results()
            .toList()) {
      colours.put(it.group(1), Integer.parseInt(it.group(2), 16));
    }
    return colours;
  }

  private static int of(Map<String, Integer> colours, String name) {
    return Optional.ofNullable(colours.get(name)).orElseThrow();
  }

  /** As WCAG 2.2 has it: relative luminance. */
  private static double luminance(int colour) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double part = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;
      parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void wordsAndLinesStandOutInEachScheme(int scheme) {
    Map<String, Integer> colours = colours(scheme);
    List<String> faint = new ArrayList<>();
    for (String pair : PAIRS) {
      String[] names = pair.split(" ", -1);
      double contrast = contrast(of(colours, names[0]), of(colours, names[1]));
      if (contrast < 4.5) {
        faint.add(pair + " " + contrast);
      }
    }
    assertThat(faint).isEmpty();
  }
}
