package dev.loopscope.scaffold.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours can be read on black and on white, as the Web Content Accessibility Guidelines say. */
class StyleTest {
  private static final double ENOUGH = 4.5;
  private static final Pattern COLOUR = Pattern.compile("38;5;(\\d+)");
  private static final List<Integer> STEPS = List.of(0, 95, 135, 175, 215, 255);

  @ParameterizedTest
  @EnumSource(names = "STRONG", mode = EnumSource.Mode.EXCLUDE)
  void canBeReadOnBlackAndOnWhite(Style style) {
    Matcher colour = COLOUR.matcher(style.code());
    assertThat(colour.find()).isTrue();
    double light = luminance(rgb(Integer.parseInt(colour.group(1))));
    assertThat((light + 0.05) / 0.05).as("on black").isGreaterThanOrEqualTo(ENOUGH);
    assertThat(1.05 / (light + 0.05)).as("on white").isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void coloursOfTerminalsThatDifferAreNotUsed() {
    assertThat(Arrays.stream(Style.values()).map(Style::code))
        .allMatch(code -> code.matches("(1;)?38;5;\\d+|1"));
  }

  @Test
  void ratiosAreThoseOfTheGuidelines() {
    assertThat(luminance(new int[] {255, 255, 255})).isEqualTo(1);
    assertThat(1.05 / (luminance(rgb(243)) + 0.05)).isBetween(4.54, 4.55);
    assertThat(rgb(163)).containsExactly(215, 0, 175);
  }

  /** Of the cube of 216 colours and the 24 greys behind it, which no terminal changes. */
  private static int[] rgb(int index) {
    assertThat(index).isBetween(16, 255);
    if (index >= 232) {
      int grey = 8 + 10 * (index - 232);
      return new int[] {grey, grey, grey};
    }
    int cube = index - 16;
    return new int[] {STEPS.get(cube / 36), STEPS.get(cube / 6 % 6), STEPS.get(cube % 6)};
  }

  private static double luminance(int[] rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3).mapToDouble(i -> weights[i] * linear(rgb[i] / 255.0)).sum();
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
