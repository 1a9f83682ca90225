package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.template.ResourceVariables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Velocity's expressions for the one resource that an archetype asks for.
 *
 * @param name the reference of its name
 * @param kind the reference of its kind
 * @param scope the reference of its scope
 * @param usual the kind that need not be stated
 */
record ResourceNames(String name, String kind, String scope, String usual) {
  private static final String LOOP_SCOPE = "$" + Questions.LOOP_SCOPE.camelCase();

  /** The expressions where the parts are these properties: name, kind and scope. */
  ResourceNames(InArchetype.Parts parts) {
    this(
        reference(parts, 0),
        reference(parts, 1),
        reference(parts, 2),
        parts.properties().get(1).defaultValue().orElseThrow());
  }

  private static String reference(InArchetype.Parts parts, int part) {
    return "$" + parts.properties().get(part).key();
  }

  /** Lines that set {@code variable} to the resource as a user writes it, no longer than need be. */
  String text(String variable) {
    String set = "#set($" + variable + " = ";
    return set
        + name
        + ")\n#if("
        + scope
        + " != "
        + LOOP_SCOPE
        + ")\n"
        + set
        + "$"
        + variable
        + ".concat(':').concat("
        + kind
        + ").concat(':').concat("
        + scope
        + "))\n#elseif("
        + kind
        + " != '"
        + usual
        + "')\n"
        + set
        + "$"
        + variable
        + ".concat(':').concat("
        + kind
        + "))\n#end\n";
  }

  /** Whether it is of {@code word}. */
  String isOf(String word) {
    return kind + ".equals('" + word + "')";
  }

  /** Directives that throw if the kind cannot run on a backend, or the scope is too wide. */
  String checks(List<ResourceKind> kinds) {
    StringBuilder checks = new StringBuilder();
    String scopes = "['" + String.join("', '", Choice.words(LoopScope.ALL)) + "'].indexOf(";
    checks.append(
        Refusing.unless(
            "(" + scopes + scope + ") >= " + scopes + LOOP_SCOPE + "))",
            "-DresourceScope=${resourceScope} is refused: what is bound to a loop ends with it, and"
                + " the loop's scope is ${loopScope}. Pass a scope that is no wider"));
    for (ResourceKind each : kinds) {
      for (Backend backend : Backend.ALL) {
        if (!each.limit().allows(backend)) {
          String backends = "$" + Questions.BACKENDS.camelCase();
          checks.append(
              Refusing.unless(
                  "("
                      + kind
                      + " != '"
                      + each.word()
                      + "' || !"
                      + backends
                      + ".contains('"
                      + backend.word()
                      + "'))",
                  each.word()
                      + " cannot run on "
                      + backend.word()
                      + ": "
                      + each.limit().reason()
                      + ". Leave it out of -Dbackends, or pass another -DresourceKind"));
        }
      }
    }
    return checks.toString();
  }

  /** The fields of the one record of a list. */
  Map<String, String> fields(Variable.Records records) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (records.each()) {
      fields.put(ResourceVariables.NAME, name);
      fields.put(ResourceVariables.SHARED, "'" + Resources.SHARED + "'.concat(" + name + ")");
      fields.put(ResourceVariables.SCOPE, scope);
    }
    for (String field : ResourceVariables.ofKind(records.kinds().get(0)).keySet()) {
      fields.put(field, byKind(field, records.kinds()));
    }
    return fields;
  }

  private String byKind(String field, List<ResourceKind> kinds) {
    StringJoiner values = new StringJoiner(", ", "{", "}.get(" + kind + ")");
    for (ResourceKind each : kinds) {
      String value = ResourceVariables.ofKind(each).get(field);
      if (value.indexOf('\'') >= 0) {
        throw new IllegalStateException(field + " would end the literal: " + value);
      }
      values.add("'" + each.word() + "': '" + value + "'");
    }
    return values.toString();
  }
}
