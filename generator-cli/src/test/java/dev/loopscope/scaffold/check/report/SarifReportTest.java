package dev.loopscope.scaffold.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.Testimony;
import dev.loopscope.scaffold.check.testimony.TraceStanding;
import dev.loopscope.scaffold.check.testimony.TraceStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final Schema SCHEMA = schema();

  @Test
  void findingsAreValidByTheSchema() {
    assertThat(errors(sarif(List.of(), Samples.outcome()))).isEmpty();
  }

  @Test
  void whatARunSaysIsValidByTheSchemaWhateverIsKnownOfIt() {
    TraceStatement confirmed =
        new TraceStatement(TraceStanding.CONFIRMED, "2 tests met it on loop 2");
    Outcome outcome =
        Samples.outcome()
            .with(
                new Testimony(
                    "trace.json",
                    2,
                    List.of(confirmed, confirmed),
                    List.of(
                        sighting("LS003", "tests/test pool.py", 3),
                        sighting("", "tests/test_a.py", 0),
                        sighting("", "", 0)),
                    List.of()));
    String sarif = sarif(RuleSet.all(), outcome);
    assertThat(errors(sarif)).isEmpty();
    assertThat(sarif)
        .containsOnlyOnce("\"ruleId\": \"LS003\"")
        .contains("\"trace\": \"confirmed\"", "\"trace\": \"seen\"");
  }

  private static Sighting sighting(String rule, String path, int line) {
    return new Sighting(
        rule,
        "crossing",
        "used",
        path,
        line,
        "2 tests met it",
        "",
        List.of("test_a"),
        Optional.empty());
  }

  @Test
  void everyRulesMetadataIsValidByTheSchema() {
    assertThat(errors(sarif(RuleSet.all(), Samples.clean()))).isEmpty();
  }

  @Test
  void schemaRefusesWhatIsNoSarif() {
    String broken =
        sarif(List.of(), Samples.outcome()).replace("\"startLine\": 3", "\"startLine\": 0");
    assertThat(errors(broken)).isNotEmpty();
  }

  @Test
  void pathsAreUriReferences() {
    assertThat(sarif(List.of(), Samples.outcome()))
        .contains("\"uri\": \"tests/test%20pool%2C%C3%BC%25.py\"");
  }

  @Test
  void fixIsAReplacementInItsFile() {
    assertThat(sarif(List.of(), Samples.outcome()).replaceAll("\\s", ""))
        .contains(
            "\"replacements\":[{\"deletedRegion\":"
                + "{\"startLine\":3,\"startColumn\":1,\"endLine\":3,\"endColumn\":1},"
                + "\"insertedContent\":{\"text\":\"@mark\\n\"}}]");
  }

  private static String sarif(List<Rule> rules, Outcome outcome) {
    return new SarifReport("1.2.3", rules).of(outcome);
  }

  private static List<String> errors(String sarif) {
    return SCHEMA.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  /** OASIS's own, out of a library that holds it. */
  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
