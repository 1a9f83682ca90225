package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.PostgresClient;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fixture that is called like something in the suite would hide it, or be hidden. */
class KindIdentifiersTest {
  /** What nothing in a suite is called. */
  private static final String NAME = "nightingale";

  static Stream<ResourceKind> kinds() {
    return ResourceKind.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noResourceCanBeCalledLikeSomethingInAFileOfItsKindThatNamesIt(ResourceKind kind) {
    Set<String> taken = names(kind, file -> isOf(kind, file) && file.text().contains(NAME));
    // What nobody is kept from: the name itself, and the usual one, which stands for the same
    // thing.
    taken.removeAll(List.of(NAME, "shared_" + NAME, "client"));

    assertThat(taken).contains(kind.suite());
    assertThat(taken.stream().filter(name -> !isRefused(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyIdentifierOfAKindIsInItsFiles(ResourceKind kind) {
    assertThat(names(kind, file -> true)).contains(kind.identifiers().split("\\|"));
  }

  private static Set<String> names(ResourceKind kind, Predicate<RenderedFile> among) {
    Set<String> names = new TreeSet<>();
    for (Archetype archetype : Archetype.ALL) {
      for (String hypothesis : List.of("false", "true")) {
        Map<String, String> given = new HashMap<>();
        given.put("name", "demo");
        given.put("archetype", archetype.word());
        given.put("backends", Backend.ASYNCIO.word());
        given.put("resource", NAME + ":" + kind.word());
        given.put("hypothesis", hypothesis);
        addNames(given, among, names);
        if (kind.equals(ResourceKind.POSTGRES)) {
          for (PostgresClient client : PostgresClient.ALL) {
            given.put("postgres", client.word());
            addNames(given, among, names);
          }
        }
      }
    }
    return names;
  }

  private static void addNames(
      Map<String, String> given, Predicate<RenderedFile> among, Set<String> names) {
    for (RenderedFile file :
        new Renderer().render(Answers.complete(Questions.ALL, given)).files()) {
      if (file.path().endsWith(".py") && among.test(file)) {
        names.addAll(PythonCode.names(file.text()));
      }
    }
  }

  private static boolean isOf(ResourceKind kind, RenderedFile file) {
    return kind.files().stream().anyMatch(it -> it.target().equals(file.path()));
  }

  private static boolean isRefused(String name) {
    try {
      return !ResourceName.of(name, ResourceKind.ALL).text().equals(name);
    } catch (RefusalException e) {
      return true;
    }
  }
}
