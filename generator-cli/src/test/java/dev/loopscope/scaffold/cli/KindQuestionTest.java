package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.AppLocation;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.resource.ServerCommand;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that is for one kind of resource is asked with that kind, and only then. */
class KindQuestionTest {
  private Path disk = Path.of("");

  @BeforeEach
  void emptyDirectory(@TempDir Path directory) {
    disk = directory;
  }

  @Test
  void appWithoutAnHttpClientIsRefused() {
    assertThat(run("new", "x", "--app", "shop.main:app").err())
        .isEqualTo(
            """
            scaffold: --app is for a resource of kind http, and none is asked for
                  at: --app shop.main:app
                next: add --resource NAME:http, or leave --app out
            """);
    assertThat(run("new", "x", "--resource", "a:echo", "--app", "shop.main:app").err())
        .contains("--app is for a resource of kind http");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void mistakeInTheKindIsToldBeforeWhatFollowsFromIt() {
    assertThat(run("new", "x", "--app", "shop.main:app", "--resource", "client:htpp").err())
        .startsWith("scaffold: `htpp` is no kind of resource")
        .contains("at: --resource client:htpp\n");
  }

  @Test
  void locationThatIsNoneIsRefused() {
    assertThat(run("new", "x", "--resource", "client:http", "--app", "shop/main.py").err())
        .isEqualTo(
            """
            scaffold: `shop/main.py` is no module and attribute with a colon between them
                  at: --app shop/main.py
                next: pass --app with package.module:attribute, such as shop.main:app, or package.module:make() if it has to be called; at most 80 characters
            """);
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void appIsImportedInOnePlaceAndRecorded() throws IOException {
    suite("--resource", "client:http", "--app", "shop.main:make_shop()");
    assertThat(read("tests/resources/app_under_test.py"))
        .contains("\nfrom shop.main import make_shop\n\nfrom ..support.lifespan import")
        .contains("    return make_shop()\n");
    assertThat(disk.resolve("x/tests/support/app.py")).doesNotExist();
    assertThat(read("README.md")).contains("names `shop.main:make_shop()`");
    String recorded = read(AnswersFile.PATH);
    assertThat(recorded)
        .contains("resource = \"client:http\"\napp = \"shop.main:make_shop()\"\npython = ");
    assertThat(parsed(recorded).find(Questions.APP))
        .contains(new AppLocation("shop.main:make_shop()"));
  }

  @Test
  void withoutOneTheSuiteBringsAnAppOfItsOwn() throws IOException {
    suite("--resource", "client:http");
    assertThat(read("tests/resources/app_under_test.py"))
        .contains("\nfrom ..support.app import app\nfrom ..support.lifespan import");
    assertThat(disk.resolve("x/tests/support/app.py")).isRegularFile();
    assertThat(read(AnswersFile.PATH)).contains("app = \".support.app:app\"\n");
  }

  @Test
  void suiteOfAnotherKindRecordsNone() throws IOException {
    suite();
    assertThat(read(AnswersFile.PATH)).doesNotContain("app = ");
    assertThat(parsed(read(AnswersFile.PATH)).find(Questions.APP)).isEmpty();
  }

  @Test
  void recordedAppWithoutAnHttpClientIsRefused() throws IOException {
    suite("--resource", "client:http");
    String recorded = read(AnswersFile.PATH).replace("client:http", "client");
    RefusalException refused =
        Assertions.catchThrowableOfType(RefusalException.class, () -> parsed(recorded));
    assertThat(refused.refusal().what())
        .isEqualTo("`app` is for a resource of kind http, and none is asked for");
    assertThat(refused.refusal().next())
        .isEqualTo("write a resource NAME:http in `resource`, or remove the line");
  }

  @Test
  void anotherKindDropsTheAnswer() {
    Answers http =
        Answers.complete(
            Questions.ALL, Map.of("name", "demo", "resource", "client:http", "app", "shop:app"));
    Answers echo = http.with(Questions.RESOURCE, Resources.parse("client", ResourceKind.ALL));
    assertThat(echo.texts()).doesNotContainKey("app");
    assertThat(echo.with(Questions.RESOURCE, http.get(Questions.RESOURCE)).texts())
        .containsEntry("app", AppLocation.EXAMPLE);
  }

  @Test
  void webSocketOnTrioNeedsAPythonThatItsLibraryRunsOn() {
    assertThat(run("new", "x", "--resource", "ws:websocket", "--backends", "asyncio,trio").err())
        .isEqualTo(
            """
            scaffold: websocket needs Python 3.11 on trio: websockets speaks trio since 17.0, which needs it
                  at: --python 3.10
                next: pass --python 3.11 or a newer one, or leave trio out of --backends
            """);
    assertThat(disk).isEmptyDirectory();
    assertThat(run("new", "x", "--resource", "ws:websocket", "--backends", "uvloop").err())
        .isEmpty();
    assertThat(
            run("new", "y", "--resource", "ws:websocket", "--backends", "trio", "--python", "3.11")
                .err())
        .isEmpty();
  }

  @Test
  void commandWithoutAServerOfItsOwnIsRefused() {
    assertThat(run("new", "x", "--command", "shop {port}", "--resource", "db:redis").err())
        .isEqualTo(
            """
            scaffold: --command is for a resource of kind subprocess, and none is asked for
                  at: --command shop {port}
                next: add --resource NAME:subprocess, or leave --command out
            """);
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void commandThatDoesNotSayWhereToListenIsRefused() {
    assertThat(run("new", "x", "--resource", "api:subprocess", "--command", "python -m shop").err())
        .startsWith(
            """
            scaffold: `python -m shop` does not say where the server is to listen
                  at: --command python -m shop
                next: pass --command with a program and its words, with a space between them, \
            such as python -m shop --port {port}\
            """);
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void commandStandsInOnePlaceAndIsRecorded() throws IOException {
    suite("--resource", "server:subprocess", "--command", "python -m shop --port {port}");
    assertThat(read("tests/resources/server_under_test.py"))
        .contains(
            """
            COMMAND = [
                "python",
                "-m",
                "shop",
                "--port",
                "{port}",
            ]
            """)
        .contains("    return await accepts(client)\n");
    assertThat(disk.resolve("x/tests/support/example_server.py")).doesNotExist();
    assertThat(read("README.md")).contains("has its command, `python -m shop --port {port}`.");
    String recorded = read(AnswersFile.PATH);
    assertThat(recorded).contains("command = \"python -m shop --port {port}\"\n");
    assertThat(parsed(recorded).find(Questions.COMMAND))
        .contains(new ServerCommand("python -m shop --port {port}"));
  }

  @Test
  void withoutOneTheSuiteBringsAServerOfItsOwn() throws IOException {
    suite("--resource", "server:subprocess");
    assertThat(read("tests/resources/server_under_test.py"))
        .contains("    \"{tests}/support/example_server.py\",\n")
        .contains("    await client.exchange(b\"CLEAR\\n\")\n");
    assertThat(disk.resolve("x/tests/support/example_server.py")).isRegularFile();
  }

  private static Answers parsed(String recorded) {
    return AnswersFile.parse(Questions.ALL, ScaffoldVersion.current(), recorded).answers();
  }

  private void suite(String... more) {
    String[] line = new String[more.length + 2];
    line[0] = "new";
    line[1] = "x";
    System.arraycopy(more, 0, line, 2, more.length);
    Run run = run(line);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Wrote ");
  }

  private String read(String path) throws IOException {
    return Files.readString(disk.resolve("x").resolve(path));
  }

  private Run run(String... arguments) {
    return Run.in(disk, arguments);
  }
}
