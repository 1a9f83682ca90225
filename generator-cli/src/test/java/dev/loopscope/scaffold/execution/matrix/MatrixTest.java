package dev.loopscope.scaffold.execution.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PostgresClient;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.execution.matrix.Combination.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which suites the matrix holds. */
class MatrixTest {
  private static final Sharing SOCKET = sharing("websocket");

  @Test
  void everyKindIsSharedAloneAndWithAllOthers() {
    List<String> words = Sharing.all().stream().map(Sharing::word).toList();
    assertThat(words)
        .contains("echo", "http", "postgres, psycopg", "postgres, sqlalchemy", "redis", "websocket")
        .hasSize(ResourceKind.ALL.size() + PostgresClient.ALL.size())
        .endsWith("all at once");
  }

  @Test
  void allAtOnceIsWhatRunsOnTheBackends() {
    Sharing all = sharing(Sharing.ALL_AT_ONCE);
    assertThat(all.kindsOn(List.of(Backend.ASYNCIO))).isEqualTo(ResourceKind.ALL);
    assertThat(all.kindsOn(List.of(Backend.ASYNCIO, Backend.TRIO)))
        .isNotEmpty()
        .doesNotContain(ResourceKind.POSTGRES);
  }

  @Test
  void fullMatrixHasEachArchetypeOnEachChoiceOfBackends() {
    assertThat(Matrix.FULL.combinations().stream().map(Combination::runner).distinct())
        .containsExactlyInAnyOrder(
            "explicit-scope on asyncio",
            "explicit-scope on uvloop",
            "explicit-scope on asyncio,uvloop",
            "multibackend on asyncio",
            "multibackend on trio",
            "multibackend on asyncio,trio",
            "multibackend on uvloop",
            "multibackend on asyncio,uvloop",
            "multibackend on trio,uvloop",
            "multibackend on asyncio,trio,uvloop");
  }

  @Test
  void everySuiteOfTheFullMatrixIsWritten() {
    Set<Combination> suites = new HashSet<>(Matrix.FULL.combinations());
    assertThat(suites).hasSameSizeAs(Matrix.FULL.combinations());
    assertThat(suites)
        .allSatisfy(
            suite -> {
              assertThat(suite.answers().backends().inOrder()).isEqualTo(suite.backends());
              assertThat(suite.answers().archetype()).isEqualTo(suite.archetype());
            });
  }

  @Test
  void pairsHaveEveryTwoValuesThatCanMeet() {
    assertThat(pairs(Matrix.PAIRS.combinations())).isEqualTo(pairs(Matrix.FULL.combinations()));
    assertThat(Matrix.PAIRS.combinations())
        .hasSizeLessThan(Matrix.FULL.combinations().size() / 5)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void buildHasEachArchetypeWithEachThingToShareAndEachLoopScope(Archetype archetype) {
    List<Combination> suites =
        Matrix.BUILD.combinations().stream().filter(it -> it.archetype() == archetype).toList();
    assertThat(suites.stream().map(Combination::sharing).distinct()).hasSize(Sharing.all().size());
    assertThat(suites.stream().map(Combination::scope).distinct())
        .containsExactlyInAnyOrder(LoopScope.values());
    assertThat(Matrix.BUILD.combinations()).hasSizeLessThan(Matrix.PAIRS.combinations().size() / 2);
  }

  @ParameterizedTest
  @EnumSource
  void buildHasEachThingToShareAtEachLoopScope(LoopScope scope) {
    assertThat(
            Matrix.BUILD.combinations().stream()
                .filter(it -> it.scope() == scope)
                .map(Combination::sharing)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(Sharing.all());
  }

  @Test
  void commandLineNamesWhatIsNotTheDefault() {
    Combination suite =
        new Combination(
            Archetype.MULTIBACKEND,
            List.of(Backend.ASYNCIO, Backend.TRIO),
            SOCKET,
            LoopScope.CLASS,
            true);
    assertThat(suite)
        .hasToString(
            "new demo --archetype=multibackend --backends=asyncio,trio"
                + " --resource=the_websocket:websocket --loop-scope=class --python=3.11"
                + " --hypothesis");
    assertThat(suite.oldestPython()).isEqualTo(PythonFloor.PYTHON_3_11);
  }

  @Test
  void testsOfEachKindAreCountedOnEachBackend() {
    List<Backend> both = List.of(Backend.ASYNCIO, Backend.UVLOOP);
    Combination socket =
        new Combination(Archetype.EXPLICIT_SCOPE, both, SOCKET, LoopScope.SESSION, false);
    assertThat(TestCount.of(socket).summary()).isEqualTo("26 passed, 3 xfailed");
  }

  @Test
  void fewSuitesHaveEveryFloorOfTheirArchetype() {
    List<Combination> every = Matrix.FULL.combinations();
    List<Combination> few = Floors.each(every);
    assertThat(few).hasSizeLessThan(10);
    for (Archetype archetype : Archetype.ALL) {
      assertThat(Floors.of(few.stream().filter(it -> it.archetype() == archetype).toList()))
          .isEqualTo(Floors.of(every.stream().filter(it -> it.archetype() == archetype).toList()));
    }
  }

  @Test
  void floorsAreTheOnesThatTheReadmeClaims() {
    assertThat(Floors.of(Matrix.FULL.combinations()))
        .isEqualTo(
            new TreeSet<>(
                List.of(
                    "anyio==4.15",
                    "anyio[trio]==4.15",
                    "asyncpg-stubs==0.30.2",
                    "asyncpg==0.30",
                    "coredis==6.2",
                    "httpx==0.28",
                    "hypothesis==6.131",
                    "psycopg-pool==3.2",
                    "psycopg[binary]==3.2.2",
                    "pytest-asyncio==1.3",
                    "pytest-asyncio==1.4",
                    "pytest==8.4",
                    "redis==5.0.1",
                    "sqlalchemy[asyncio]==2.0.31",
                    "trio==0.32.0",
                    "uvloop==0.22.1",
                    "websockets==15",
                    "websockets==17")));
  }

  private static Sharing sharing(String word) {
    return Sharing.all().stream()
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElse(new Sharing(word, List.of(), Optional.empty()));
  }

  private static Set<Pair> pairs(List<Combination> suites) {
    Set<Pair> pairs = new HashSet<>();
    suites.forEach(suite -> pairs.addAll(suite.pairs()));
    return pairs;
  }
}
