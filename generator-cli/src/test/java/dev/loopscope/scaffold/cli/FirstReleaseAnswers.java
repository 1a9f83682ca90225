package dev.loopscope.scaffold.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to what the first release asked.
 *
 * @param texts by the questions' keys
 */
public record FirstReleaseAnswers(Map<String, String> texts) {
  private static final List<String> EXPLICIT = List.of("asyncio", "uvloop", "asyncio,uvloop");
  private static final List<String> MULTIBACKEND =
      List.of(
          "asyncio",
          "trio",
          "uvloop",
          "asyncio,trio",
          "asyncio,uvloop",
          "trio,uvloop",
          "asyncio,trio,uvloop");
  private static final List<String> SCOPES = List.of("session", "module", "class", "function");
  private static final List<String> PYTHONS = List.of("3.10", "3.11", "3.12", "3.13", "3.14");
  private static final List<String> RESOURCES = List.of("client", "pool", "ledger_db");
  private static final List<String> SERVICES = List.of("none", "github", "gitlab");

  /** Keeps an unmodifiable copy. */
  public FirstReleaseAnswers {
    texts = Map.copyOf(texts);
  }

  /** Every combination but for names, of which some are taken in turn. */
  static List<FirstReleaseAnswers> every() {
    List<FirstReleaseAnswers> all = new ArrayList<>();
    for (Map<String, String> code : code()) {
      for (String python : PYTHONS) {
        for (String service : SERVICES) {
          for (String maven : List.of("false", "true")) {
            all.add(of(code, python, service, maven, all.size()));
          }
        }
      }
    }
    return all;
  }

  /** Every combination of what decides the code, each with others of what is around it. */
  public static List<FirstReleaseAnswers> build() {
    List<FirstReleaseAnswers> all = new ArrayList<>();
    for (Map<String, String> code : code()) {
      int number = all.size();
      String maven = number / 3 % 2 == 0 ? "false" : "true";
      all.add(of(code, PYTHONS.get(number % 5), SERVICES.get(number % 3), maven, number));
    }
    return all;
  }

  private static FirstReleaseAnswers of(
      Map<String, String> code, String python, String service, String maven, int number) {
    Map<String, String> texts = new LinkedHashMap<>(code);
    texts.put("python", python);
    texts.put("ci", service);
    texts.put("maven", maven);
    texts.put("name", number % 2 == 0 ? "demo" : "Orders.of-us");
    texts.put("resource", RESOURCES.get(number % 3));
    return new FirstReleaseAnswers(texts);
  }

  private static List<Map<String, String>> code() {
    List<Map<String, String>> all = new ArrayList<>();
    for (String archetype : List.of("explicit-scope", "multibackend")) {
      for (String backends : archetype.equals("multibackend") ? MULTIBACKEND : EXPLICIT) {
        for (String scope : SCOPES) {
          for (String hypothesis : List.of("false", "true")) {
            all.add(
                Map.of(
                    "archetype",
                    archetype,
                    "backends",
                    backends,
                    "loop-scope",
                    scope,
                    "hypothesis",
                    hypothesis));
          }
        }
      }
    }
    return all;
  }
}
