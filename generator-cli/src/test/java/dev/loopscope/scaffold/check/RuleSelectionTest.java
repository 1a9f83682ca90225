package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSelectionTest {
  @Test
  void everyRuleIsWantedIfNoneIsNamed() {
    assertThat(RuleSelection.ALL.wants("LS002")).isTrue();
  }

  @Test
  void onlyTheSelectedAreWanted() {
    RuleSelection selection = new RuleSelection(List.of("LS01", "LS002"), List.of());
    assertThat(selection.wants("LS002")).isTrue();
    assertThat(selection.wants("LS012")).isTrue();
    assertThat(selection.wants("LS003")).isFalse();
  }

  @Test
  void theLongerOfTwoMatchesDecides() {
    RuleSelection selection = new RuleSelection(List.of("LS012"), List.of("LS01"));
    assertThat(selection.wants("LS012")).isTrue();
    assertThat(selection.wants("LS013")).isFalse();
    assertThat(new RuleSelection(List.of("LS01"), List.of("LS012")).wants("LS012")).isFalse();
  }

  @Test
  void ignoringWinsOverSelectingTheSame() {
    assertThat(new RuleSelection(List.of("LS012"), List.of("LS012")).wants("LS012")).isFalse();
  }

  @Test
  void wordThatNoIdStartsWithIsUnknown() {
    assertThat(RuleSelection.unknown(List.of("LS", "LS000", "LSX"), RuleSet.all())).contains("LSX");
    assertThat(RuleSelection.unknown(List.of("LS00"), RuleSet.all())).isEmpty();
  }
}
