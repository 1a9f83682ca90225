package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.KindPage;
import dev.loopscope.scaffold.answers.resource.Limit;
import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --resource} takes, and what does not go together. */
class ResourcesTest {
  private static final ResourceKind ASYNCIO_ONLY =
      new ResourceKind(
          "lake",
          "Boat",
          "Lake",
          "lake",
          "Lake",
          "lake",
          "lake",
          "the water is calm after it",
          new Limit(
              List.of(Backend.ASYNCIO, Backend.UVLOOP), "its only client waits for asyncio alone"),
          List.of(),
          "water",
          new KindPage("A lake.", "A boat.", List.of()));

  @Test
  void nameKindAndScopeAreRead() {
    List<Resource> resources =
        answers("session", "db,cache_one:echo,store:echo:module").resources();
    assertThat(resources)
        .extracting(it -> it.name().text())
        .containsExactly("db", "cache_one", "store");
    assertThat(resources).extracting(it -> it.kind().word()).containsOnly("echo");
    assertThat(resources)
        .extracting(it -> it.scopeOn(LoopScope.SESSION))
        .containsExactly(LoopScope.SESSION, LoopScope.SESSION, LoopScope.MODULE);
  }

  @Test
  void whatNeedNotBeSaidIsNotRecorded() {
    assertThat(recorded("module", "db:echo:module,store:echo:class,cache_one:echo"))
        .isEqualTo("db,store:echo:class,cache_one");
  }

  @Test
  void scopeWiderThanTheLoopIsRefused() {
    Refusal refusal = Names.refusal(() -> answers("class", "db,store:echo:module"));
    assertThat(refusal.what())
        .isEqualTo(
            "`store` would be shared by a module, but its loop lives only as long as a class: what"
                + " is bound to a loop ends with it");
    assertThat(refusal.where()).isEqualTo("--resource store:echo:module");
    assertThat(refusal.next())
        .isEqualTo("state a scope that is no wider than the loop's, or ask for a wider loop scope");
  }

  @Test
  void twoFixturesOfOneNameAreRefused() {
    assertThat(Names.refusal(() -> answers("session", "db,db")).what())
        .isEqualTo("two fixtures would be called `db`");
    assertThat(Names.refusal(() -> answers("session", "db,shared_db")).what())
        .isEqualTo("two fixtures would be called `shared_db`");
    assertThat(Names.refusal(() -> answers("session", "shared_db,db")).what())
        .isEqualTo("two fixtures would be called `shared_db`");
  }

  @Test
  void twoBaseClassesOfOneNameAreRefused() {
    Refusal refusal = Names.refusal(() -> answers("session", "my_db,store,myDb"));
    assertThat(refusal.what()).isEqualTo("two base classes would be called `MyDbSuite`");
    assertThat(refusal.where()).isEqualTo("--resource myDb");
    assertThat(refusal.next())
        .isEqualTo(
            "pass --resource with names that differ in more than underscores and capitals, and none"
                + " like the suite's own classes, such as `db` and `cached`");
    assertThat(Names.refusal(() -> answers("session", "db,every_resource")).what())
        .isEqualTo("two base classes would be called `EveryResourceSuite`");
    assertThat(recorded("session", "every_resource")).isEqualTo("every_resource");
  }

  @ParameterizedTest
  @CsvSource({
    "db:postgres|b-x:redis|c:http, --resource b-x:redis",
    "db:postgres|c:smoke|d:http, --resource c:smoke",
    "db:postgres|c:http|db:redis, --resource db:redis",
    "a|b:http:package, --resource b:http:package",
  })
  void refusalNamesTheOneAtFaultAmongSeveral(String resources, String where) {
    Refusal refusal = Names.refusal(() -> answers("session", resources.replace('|', ',')));
    assertThat(refusal.where()).isEqualTo(where);
  }

  @Test
  void classesBeginWithALetterWhateverTheNameBeginsWith() {
    Resources resources = Resources.parse("_9,_x_y", ResourceKind.ALL);
    assertThat(resources.inOrder()).extracting(resources::stem).containsExactly("Resource9", "XY");
  }

  @Test
  void unknownKindAndScopeAreRefusedWithTheNearest() {
    Refusal kind = Names.refusal(() -> answers("session", "db:ehco"));
    assertThat(kind.what()).isEqualTo("`ehco` is no kind of resource");
    assertThat(kind.next())
        .startsWith("pass --resource with a kind behind the colon: ")
        .contains("echo");
    Refusal scope = Names.refusal(() -> answers("session", "db:echo:modul"));
    assertThat(scope.what()).isEqualTo("`modul` is no scope of a resource");
    assertThat(scope.next())
        .isEqualTo(
            "pass --resource with a scope behind the second colon: session, module, class or"
                + " function");
    assertThat(Names.refusal(() -> answers("session", "db:echo:module:x")).what())
        .isEqualTo("`db:echo:module:x` has more than a name, a kind and a scope");
    assertThat(Names.refusal(() -> answers("session", "db,")).what())
        .isEqualTo("`` is no Python identifier");
  }

  @Test
  void kindThatCannotRunOnABackendIsRefusedWithItsReasonAndTheOthers() {
    Questions questions = AddedKind.questions(ASYNCIO_ONLY);
    Refusal refusal =
        Names.refusal(
            () ->
                Answers.complete(
                    questions,
                    Map.of("name", "demo", "backends", "asyncio,trio", "resource", "db:lake")));
    assertThat(refusal.what())
        .isEqualTo("lake cannot run on trio: its only client waits for asyncio alone");
    assertThat(refusal.where()).isEqualTo("--resource db:lake");
    assertThat(refusal.next())
        .startsWith("leave trio out of the backends, or share a resource of another kind: ")
        .contains("echo");
    assertThat(
            Answers.complete(
                    questions,
                    Map.of("name", "demo", "backends", "asyncio,uvloop", "resource", "db:lake"))
                .resources())
        .hasSize(1);
  }

  private static Answers answers(String loopScope, String resource) {
    return Answers.complete(
        Questions.ALL, Map.of("name", "demo", "loop-scope", loopScope, "resource", resource));
  }

  private static String recorded(String loopScope, String resource) {
    return answers(loopScope, resource).text(Questions.RESOURCE).orElseThrow();
  }
}
