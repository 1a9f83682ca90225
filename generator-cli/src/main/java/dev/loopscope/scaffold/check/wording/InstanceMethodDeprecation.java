package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Locale;

/**
 * What pytest thinks of wide fixtures that are instance methods: it warns of class-scoped ones from
 * 9.1 on, and of wider ones from 9.2 on.
 *
 * @param applies whether an allowed version does
 * @param severity an error if the warning is one
 * @param message as a finding says it
 * @param versions as a finding says them
 */
public record InstanceMethodDeprecation(
    boolean applies, Severity severity, String message, String versions) {
  private static final AffectedVersions OF_CLASS_SCOPE =
      AffectedVersions.of(Feature.CLASS_METHOD_WARNING);
  private static final AffectedVersions OF_WIDER_SCOPES =
      AffectedVersions.of(Feature.WIDE_METHOD_WARNING);

  /** What the project's pytest thinks of fixtures of this scope. */
  public static InstanceMethodDeprecation of(Scope scope, SuiteModel model) {
    AffectedVersions affected = scope == Scope.CLASS ? OF_CLASS_SCOPE : OF_WIDER_SCOPES;
    Allowed pytest = model.versions().pytest();
    String word = scope.word().substring(0, 1).toUpperCase(Locale.ROOT) + scope.word().substring(1);
    boolean error =
        model
                .config()
                .warningFilters()
                .makesError(
                    "PytestRemovedIn10Warning",
                    word + "-scoped fixtures defined as instance methods are deprecated.")
            && pytest.overlap(affected.range()) == Overlap.ALL;
    String message =
        "pytest 10 will refuse a "
            + scope.word()
            + "-scoped fixture that is an instance method"
            + (error ? ", and `filterwarnings` makes the warning an error today" : "");
    return new InstanceMethodDeprecation(
        pytest.overlap(affected.range()) != Overlap.NONE,
        error ? Severity.ERROR : Severity.WARNING,
        message,
        affected.words(pytest));
  }
}
