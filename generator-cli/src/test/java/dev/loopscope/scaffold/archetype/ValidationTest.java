package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.velocity.exception.MethodInvocationException;

class ValidationTest {
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "a",
          "demo",
          "Demo",
          "../demo",
          "a/b",
          "a\\b",
          "a\nb",
          "a b",
          "-a",
          "a-",
          "a.b",
          "a..b",
          ".",
          "..",
          "${groupId}",
          "$x",
          "#end",
          "\"",
          "'",
          "é",
          "1",
          "1a",
          "_",
          "__a",
          "class",
          "lazy",
          "print",
          "tests",
          "pytest",
          "asyncio",
          "trio",
          "uvloop",
          "asyncio,trio",
          "trio,asyncio",
          "asyncio,asyncio",
          "asyncio,",
          ",asyncio",
          "curio",
          "asyncio, trio",
          "uvloop,trio,asyncio",
          "session",
          "module",
          "function",
          "package",
          "Session",
          "3.9",
          "3.10",
          "3.1",
          "3.15",
          "3.16",
          "3x10",
          "true",
          "false",
          "True",
          "none",
          "github",
          "gitlab",
          "GitLab",
          "1.0-SNAPSHOT",
          "LATEST",
          "1.0+x",
          "com.example",
          "com..example",
          "client",
          "request",
          "tmp_path",
          "test_x",
          "from-artifactId",
          "xfrom-artifactId",
          "null",
          "a".repeat(60),
          "a".repeat(61),
          "a.".repeat(50) + "a");

  private final ArchetypeEngine engine = new ArchetypeEngine();

  @Property(tries = 800)
  void archetypeRefusesWhatTheCommandRefuses(
      @ForAll Archetype archetype, @ForAll("changes") Map<String, String> changes) {
    Map<String, String> properties = defaults(archetype);
    properties.putAll(changes);
    assertThat(isPassed(archetype, properties))
        .as("%s %s", archetype, changes)
        .isEqualTo(isTakenByTheCommand(archetype, properties));
  }

  @Example
  void defaultsPass() {
    for (Archetype archetype : Archetype.ALL) {
      assertThat(validated(archetype, defaults(archetype))).isEqualTo(Validation.PASSED);
    }
  }

  @Example
  void refusalNamesThePropertyItsValueAndWhatIsAllowed() {
    Map<String, String> properties = defaults(Archetype.MULTIBACKEND);
    properties.put("backends", "curio");
    assertThatThrownBy(() -> validated(Archetype.MULTIBACKEND, properties))
        .isInstanceOf(MethodInvocationException.class)
        .hasMessageContaining(
            "-Dbackends=curio is refused. Allowed: one or more of asyncio, trio, uvloop, each once,"
                + " separated by commas");
  }

  @Example
  void mistypedWordIsToldWithTheNearest() {
    assertThat(refusal("backends", "asyncoi"))
        .contains("is refused. Did you mean asyncio? Allowed");
    assertThat(refusal("backends", "asyncio,tro"))
        .contains("is refused. Did you mean trio? Allowed");
    assertThat(refusal("backends", "Trio")).contains("is refused. Did you mean trio? Allowed");
    assertThat(refusal("loopScope", "modul")).contains("is refused. Did you mean module? Allowed");
    assertThat(refusal("ci", "githab")).contains("is refused. Did you mean github? Allowed");
    assertThat(refusal("backends", "trio,trio")).contains("is refused. Allowed");
    assertThat(refusal("resourceKind", "smoke")).contains("is refused. Allowed");
  }

  private String refusal(String property, String value) {
    Map<String, String> properties = defaults(Archetype.MULTIBACKEND);
    properties.put(property, value);
    try {
      return validated(Archetype.MULTIBACKEND, properties);
    } catch (MethodInvocationException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Example
  void explicitScopeDoesNotProposeTheBackendThatItCannotRun() {
    Map<String, String> properties = defaults(Archetype.EXPLICIT_SCOPE);
    properties.put("backends", "troi");
    assertThatThrownBy(() -> validated(Archetype.EXPLICIT_SCOPE, properties))
        .hasMessageContaining("-Dbackends=troi is refused. Allowed");
  }

  @Example
  void explicitScopeSendsTrioToTheOtherArchetype() {
    Map<String, String> properties = defaults(Archetype.EXPLICIT_SCOPE);
    properties.put("backends", "trio");
    assertThatThrownBy(() -> validated(Archetype.EXPLICIT_SCOPE, properties))
        .hasMessageContaining("use archetype-multibackend");
  }

  @Example
  void referencesInAValueAreNotFollowed() {
    Map<String, String> properties = defaults(Archetype.MULTIBACKEND);
    properties.put("resource", "${artifactId}");
    assertThatThrownBy(() -> validated(Archetype.MULTIBACKEND, properties))
        .hasMessageContaining("-Dresource=${artifactId} is refused");
  }

  @Example
  void severalResourcesAreRefusedAsTheArchetypeAsksForOne() {
    Map<String, String> properties = defaults(Archetype.EXPLICIT_SCOPE);
    properties.put("resource", "orders,cache");
    assertThat(isPassed(Archetype.EXPLICIT_SCOPE, properties)).isFalse();
    assertThat(isTakenByTheCommand(Archetype.EXPLICIT_SCOPE, properties)).isFalse();
  }

  @Example
  void derivedImportNameIsRefusedWithTheWayOut() {
    Map<String, String> properties = defaults(Archetype.MULTIBACKEND);
    properties.put("artifactId", "Class");
    assertThatThrownBy(() -> validated(Archetype.MULTIBACKEND, properties))
        .hasMessageContaining("the import name class is refused. Pass -Dpackage=");
  }

  private boolean isPassed(Archetype archetype, Map<String, String> properties) {
    try {
      return validated(archetype, properties).equals(Validation.PASSED);
    } catch (MethodInvocationException refused) {
      return false;
    }
  }

  private String validated(Archetype archetype, Map<String, String> properties) {
    return engine.evaluate(
        Validation.defaultValue(ArchetypeProperties.of(archetype)),
        ArchetypeEngine.context(properties));
  }

  private static boolean isTakenByTheCommand(Archetype archetype, Map<String, String> properties) {
    try {
      ArchetypeProperties.of(archetype).answers(properties);
      return true;
    } catch (RefusalException refused) {
      return false;
    }
  }

  private static Map<String, String> defaults(Archetype archetype) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (ArchetypeProperty property : ArchetypeProperties.of(archetype).inOrder()) {
      defaults.put(property.key(), property.defaultValue().orElse("demo"));
    }
    return defaults;
  }

  @Provide
  Arbitrary<Map<String, String>> changes() {
    Arbitrary<String> keys =
        Arbitraries.of(
            ArchetypeProperties.of(Archetype.MULTIBACKEND).inOrder().stream()
                .map(ArchetypeProperty::key)
                .toList());
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(AWKWARD),
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6),
            Combinators.combine(Arbitraries.of(AWKWARD), Arbitraries.of(AWKWARD))
                .as((one, other) -> one + "-" + other));
    return Arbitraries.maps(keys, values).ofMinSize(1).ofMaxSize(2);
  }
}
