package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionMatrixTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "asyncio explicit-scope",
        "trio multibackend",
        "asyncio,trio multibackend",
        "uvloop explicit-scope",
        "asyncio,uvloop explicit-scope",
        "uvloop,trio multibackend"
      })
  void backendsDecide(String backends, String archetype) {
    assertThat(DecisionMatrix.decide(Questions.BACKENDS.parse(backends)).archetype().word())
        .isEqualTo(archetype);
  }

  @Test
  void everyBackendHasExactlyOneRow() {
    assertThat(DecisionMatrix.ROWS)
        .extracting(DecisionMatrix.Row::backend)
        .containsExactlyInAnyOrderElementsOf(Backend.ALL);
  }

  @Test
  void everyRowGivesAnArchetypeThatRunsItsBackend() {
    assertThat(DecisionMatrix.ROWS)
        .allMatch(row -> Concerns.of(row.archetype()).backends().contains(row.backend()));
  }

  @Test
  void explicitScopeWithTrioIsRefusedWithTheReason() {
    Refusal refusal =
        Names.refusal(
            () ->
                DecisionMatrix.decide(
                    Questions.BACKENDS.parse("asyncio,trio"),
                    Optional.of(Archetype.EXPLICIT_SCOPE)));
    assertThat(refusal.what())
        .isEqualTo(
            "explicit-scope cannot run trio: trio needs a runner that is not asyncio, and of"
                + " the two plugins only anyio's has one");
    assertThat(refusal.next()).contains("--archetype multibackend");
  }

  @Test
  void multibackendWithAsyncioAloneIsGrantedAndSaysWhoAsked() {
    Decision decision =
        DecisionMatrix.decide(
            Questions.BACKENDS.parse("asyncio"), Optional.of(Archetype.MULTIBACKEND));
    assertThat(decision.archetype()).isEqualTo(Archetype.MULTIBACKEND);
    assertThat(decision.reason())
        .isEqualTo("--archetype asked for it; asyncio by itself gives explicit-scope");
  }

  @Test
  void concernsAreFoundByTheirArchetype() {
    assertThat(Archetype.ALL).allMatch(it -> Concerns.of(it).archetype() == it);
  }
}
