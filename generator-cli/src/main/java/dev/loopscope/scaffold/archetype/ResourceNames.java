package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.PythonNeed;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.template.ResourceVariables;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * Velocity's expressions for the one resource that an archetype asks for.
 *
 * @param name the reference of its name
 * @param kind the reference of its kind
 * @param scope the reference of its scope
 * @param usual the kind that need not be stated
 * @param leftOut the scope that stands for the loop's
 */
record ResourceNames(String name, String kind, String scope, String usual, String leftOut) {
  /** The scope, stated or not. */
  private static final String SCOPE = "$derivedResourceScope";

  private static final String LOOP_SCOPE = "$" + Questions.LOOP_SCOPE.camelCase();

  /** The expressions where the parts are these properties: name, kind and scope. */
  ResourceNames(InArchetype.Parts parts) {
    this(
        reference(parts, 0),
        reference(parts, 1),
        reference(parts, 2),
        parts.properties().get(1).defaultValue().orElseThrow(),
        parts.leftOut());
  }

  private static String reference(InArchetype.Parts parts, int part) {
    return "$" + parts.properties().get(part).key();
  }

  /** Lines that set the scope where none is stated. */
  String header() {
    return "#set(%1$s = %2$s)\n#if(%2$s == '%3$s')\n#set(%1$s = %4$s)\n#end\n"
        .formatted(SCOPE, scope, leftOut, LOOP_SCOPE);
  }

  /**
   * Lines that set {@code variable} to the resource as a user writes it, no longer than need be.
   */
  String text(String variable) {
    return "#set($%1$s = %2$s)\n#if(%4$s != %5$s)\n#set($%1$s = \"%2$s:%3$s:%4$s\")\n#elseif(%3$s != '%6$s')\n#set($%1$s = \"%2$s:%3$s\")\n#end\n"
        .formatted(variable, name, kind, SCOPE, LOOP_SCOPE, usual);
  }

  /** Whether it is of {@code word}. */
  String isOf(String word) {
    return kind + ".equals('" + word + "')";
  }

  /** Directives that throw if the kind cannot run on a backend, or the scope is too wide. */
  String checks(Questions questions) {
    StringBuilder checks = new StringBuilder();
    String scopes = "['" + String.join("', '", Choice.words(LoopScope.ALL)) + "']";
    checks.append(header());
    checks.append("#set($derivedScopes = ").append(scopes).append(")\n");
    checks.append(
        Refusing.unless(
            "($derivedScopes.indexOf(%s) >= $derivedScopes.indexOf(%s))"
                .formatted(SCOPE, LOOP_SCOPE),
            "-D"
                + scope.substring(1)
                + "="
                + scope
                + " is refused. What is bound to a loop ends with it, and the loop lives as long as"
                + " a "
                + LOOP_SCOPE
                + ". Pass a scope that is no wider"));
    for (ResourceKind each : questions.kinds()) {
      for (Backend backend : Backend.ALL) {
        if (!each.limit().allows(backend)) {
          checks.append(
              Refusing.unless(
                  "(%s != '%s' || !$%s.contains('%s'))"
                      .formatted(kind, each.word(), Questions.BACKENDS.camelCase(), backend.word()),
                  "%s cannot run on %s: %s. Leave it out of -D%s, or pass another -D%s"
                      .formatted(
                          each.word(),
                          backend.word(),
                          each.limit().reason(),
                          Questions.BACKENDS.camelCase(),
                          kind.substring(1))));
        }
      }
    }
    questions.kinds().forEach(each -> checks.append(pythons(each)));
    for (Question<?> question : questions.hangingOn(Questions.RESOURCE)) {
      checks.append(onlyWithItsKind(question));
    }
    return checks.toString();
  }

  /** Directives that throw if the kind needs a newer Python. */
  private String pythons(ResourceKind each) {
    StringBuilder checks = new StringBuilder();
    for (PythonNeed need : each.limit().pythons()) {
      for (PythonFloor tooOld : need.tooOld()) {
        checks.append(
            Refusing.unless(
                "(%s != '%s' || !$%s.contains('%s') || $%s != '%s')"
                    .formatted(
                        kind,
                        each.word(),
                        Questions.BACKENDS.camelCase(),
                        need.backend().word(),
                        Questions.PYTHON.camelCase(),
                        tooOld.word()),
                "%s needs Python %s on %s: %s. Pass -D%s=%s"
                    .formatted(
                        each.word(),
                        need.oldest().word(),
                        need.backend().word(),
                        need.reason(),
                        Questions.PYTHON.camelCase(),
                        need.oldest().word())));
      }
    }
    return checks.toString();
  }

  /** A directive that throws if {@code question} is answered and not asked. */
  private String onlyWithItsKind(Question<?> question) {
    String kindOfIt = ((Variable.OfKind) question.onlyWith().orElseThrow().when()).kind();
    String key = question.camelCase();
    return Refusing.unless(
        "(%s || $%s == '%s')"
            .formatted(isOf(kindOfIt), key, question.fallback(Map.of()).orElseThrow()),
        "-D%1$s=${%1$s} is for -D%2$s=%3$s. Pass both or neither"
            .formatted(key, kind.substring(1), kindOfIt));
  }

  /**
   * Lines that set what the one record of a list has.
   *
   * @param references a field's variable, by the field
   */
  String fields(Variable.Records records, UnaryOperator<String> references) {
    StringBuilder lines = new StringBuilder();
    if (records.each()) {
      set(references.apply(ResourceVariables.NAME), name, lines);
      set(references.apply(ResourceVariables.SHARED), "\"" + Resources.SHARED + name + "\"", lines);
      set(references.apply(ResourceVariables.SCOPE), SCOPE, lines);
    }
    for (String field : ResourceVariables.ofKind(records.kinds().get(0)).keySet()) {
      String variable = references.apply(field);
      set(variable, byKind(field, records.kinds()), lines);
      set(variable, "$" + variable + ".get(" + kind + ")", lines);
    }
    return lines.toString();
  }

  private static void set(String variable, String expression, StringBuilder lines) {
    lines.append("#set($").append(variable).append(" = ").append(expression).append(")\n");
  }

  /** A map with the field's value of each kind. */
  private static String byKind(String field, List<ResourceKind> kinds) {
    StringJoiner values = new StringJoiner(", ", "{", "}");
    for (ResourceKind each : kinds) {
      String value = ResourceVariables.ofKind(each).get(field);
      if (value == null || value.indexOf('\'') >= 0) {
        throw new IllegalStateException(field + " would end the literal: " + value);
      }
      values.add("'" + each.word() + "': '" + value + "'");
    }
    return values.toString();
  }
}
