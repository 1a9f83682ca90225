package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fixtures of the user's that ask for what the templates keep for a shorter time than they did: the
 * merge of the texts is clean, and pytest would end in ScopeMismatch. Which one it should be is the
 * user's to say, as what such a fixture puts into the resource is undone after each test now.
 */
final class NarrowedFixtures {
  /**
   * A fixture that asks for one that does not live as long.
   *
   * @param shared the one that the other is made from, and that lives long enough; if there is one
   */
  private record Mismatch(Fixture asking, Fixture asked, Optional<String> shared) {
    /** What tells it from others, whatever line it stands on. */
    String key() {
      return place(asking) + " " + asked.name();
    }

    String told(Location place) {
      return "%s:%d (`%s`, kept for the %s, asks for `%s`, of the %s today)"
          .formatted(
              place.path(), place.line(), asking.name(), word(asking), asked.name(), word(asked));
    }
  }

  private NarrowedFixtures() {}

  /**
   * Looks at what pytest would make of the suite once the plan is carried out.
   *
   * @param directory the suite's: absolute, without {@code .} and {@code ..}
   * @throws TargetRefusedException if a fixture would ask for one that does not live as long, and
   *     did not before; all are named
   */
  static void requireNone(Path directory, ChangePlan plan) {
    Snapshot now = Snapshot.around(directory, List.of(directory));
    Map<Path, byte[]> texts = texts(now, directory, plan);
    if (texts.isEmpty()) {
      return;
    }
    ConfigFiles files = new ConfigFiles(directory, now);
    List<Mismatch> after =
        mismatches(SuiteModel.read(List.of(directory), files.in(now.with(texts))));
    if (after.isEmpty()) {
      return;
    }
    List<SuiteModel> before = SuiteModel.read(List.of(directory), files);
    List<String> known = mismatches(before).stream().map(Mismatch::key).toList();
    List<Mismatch> narrowed = after.stream().filter(it -> !known.contains(it.key())).toList();
    if (!narrowed.isEmpty()) {
      throw new TargetRefusedException(refusal(before, narrowed));
    }
  }

  private static Map<Path, byte[]> texts(Snapshot now, Path directory, ChangePlan plan) {
    Map<Path, byte[]> texts = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Replace replace) {
        put(now, directory.resolve(replace.path()), replace.after(), texts);
      } else if (change instanceof Change.Move move) {
        put(now, directory.resolve(move.from()), move.after(), texts);
      }
    }
    return texts;
  }

  private static void put(Snapshot now, Path file, FileText after, Map<Path, byte[]> texts) {
    try {
      texts.put(now.entry(file).real(), after.encoded());
    } catch (CharacterCodingException e) {
      // The writer refuses such a text, with what to do about it.
      return;
    }
  }

  private static List<Mismatch> mismatches(List<SuiteModel> models) {
    List<Mismatch> found = new ArrayList<>();
    for (SuiteModel model : models) {
      for (Fixture asking : model.fixtures()) {
        Optional<Scope> scope = asking.scope().toOptional();
        if (scope.isPresent() && scope.get().widerThan(Scope.FUNCTION)) {
          Closure closure = model.closure(asking);
          for (String name : asking.requested()) {
            closure
                .fixture(name)
                .filter(it -> isNarrower(it, scope.get()))
                .ifPresent(
                    it -> found.add(new Mismatch(asking, it, shared(closure, it, scope.get()))));
          }
        }
      }
    }
    return found;
  }

  private static boolean isNarrower(Fixture fixture, Scope scope) {
    return fixture.scope().toOptional().filter(scope::widerThan).isPresent();
  }

  private static Optional<String> shared(Closure closure, Fixture asked, Scope scope) {
    return asked.requested().stream()
        .filter(it -> it.startsWith(Resources.SHARED))
        .filter(
            it ->
                closure
                    .fixture(it)
                    .flatMap(made -> made.scope().toOptional())
                    .filter(its -> !scope.widerThan(its))
                    .isPresent())
        .findFirst();
  }

  private static Refusal refusal(List<SuiteModel> before, List<Mismatch> narrowed) {
    Map<String, Location> places = new HashMap<>();
    for (SuiteModel model : before) {
      for (Fixture fixture : model.fixtures()) {
        places.put(place(fixture), fixture.location());
      }
    }
    String where =
        narrowed.stream()
            .map(it -> it.told(places.getOrDefault(place(it.asking()), it.asking().location())))
            .collect(Collectors.joining(", "));
    String scopes =
        narrowed.stream()
            .map(it -> "scope=\"" + word(it.asked()) + "\"")
            .distinct()
            .collect(Collectors.joining(" or "));
    String shared =
        narrowed.stream()
            .flatMap(it -> it.shared().stream())
            .distinct()
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(" or "));
    return new Refusal(
        "fixtures of yours live longer than what they ask for does in today's templates, and pytest"
            + " would end in ScopeMismatch; nothing was written",
        where,
        "give each "
            + scopes
            + (shared.isEmpty()
                ? ", or let it open what it needs by itself"
                : ", or let it ask for "
                    + shared
                    + ", which the update brings, and which holds it for as long; what a test, or"
                    + " a fixture, puts into it is undone after each test")
            + "; then run the command again");
  }

  private static String place(Fixture fixture) {
    return fixture.file().path()
        + " "
        + fixture.owner().map(it -> it.name()).orElse("")
        + " "
        + fixture.name();
  }

  private static String word(Fixture fixture) {
    return fixture.scope().toOptional().map(Scope::word).orElse("");
  }
}
