package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.ServerCommand;
import dev.loopscope.scaffold.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may start a server, for the one who types it and for an archetype's expression alike. */
class ServerCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "python -m shop --port {port}",
        "uvicorn shop.main:app --host=127.0.0.1 --port={port} --log-level debug",
        "gunicorn -b unix:{socket} shop:app",
        "env PORT={port} LEVEL=debug,trace npm run start",
        "{tests}/../run.sh {port}",
        "./shop-server_2 :{port}@~+%",
        ServerCommand.EXAMPLE
      })
  void wordsThatSayWhereToListenAreTaken(String text) {
    assertThat(new ServerCommand(text).text()).isEqualTo(text);
    assertThat(text).matches(ServerCommand.REGEX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "python -m shop | `python -m shop` does not say where the server is to listen",
        "shop {port} {socket} | the command has the server listen at {port} and at {socket}; the"
            + " tests use one of them",
        "shop {socket} {port} | the command has the server listen at {port} and at {socket}; the"
            + " tests use one of them",
        "shop --port {prt} | `{prt}` in `shop --port {prt}` stands for nothing",
        "shop --port {port | `{` in `shop --port {port` stands for nothing",
        "shop --port {{port}} | `{` in `shop --port {{port}}` stands for nothing",
        "shop --port $PORT | `$` is nothing that a command has here: no shell reads it",
        "shop 'a b' {port} | `'` is nothing that a command has here: no shell reads it",
        "shop {port} > log | `>` is nothing that a command has here: no shell reads it",
        "shop {port} & | `&` is nothing that a command has here: no shell reads it",
        "shöp {port} | `ö` is nothing that a command has here: no shell reads it",
        "shop  {port} | there is an empty word in `shop  {port}`",
        "PORT={port} shop | `PORT={port}` is no program, and the first word names it",
        "LEVEL=debug shop {port} | `LEVEL=debug` is no program; only a shell takes it for a"
            + " variable",
        "-m shop {port} | `-m` is no program, and the first word names it",
        "{port} | `{port}` is no program, and the first word names it"
      })
  void whatCouldNotBeStartedOrReachedIsRefused(String text, String what) {
    Refusal refusal = Names.refusal(() -> new ServerCommand(text));
    assertThat(refusal.what()).isEqualTo(what);
    assertThat(refusal.next())
        .contains("such as python -m shop --port {port}")
        .contains("env PORT={port} shop sets a variable");
    assertThat(text).doesNotMatch(ServerCommand.REGEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{port} ",
        " shop {port}",
        "shop {port} ",
        "shop\t{port}",
        "shop {port}\n"
      })
  void whatIsNoLineOfWordsIsRefused(String text) {
    assertThat(Names.taken(() -> new ServerCommand(text))).isFalse();
    assertThat(text.matches(ServerCommand.REGEX)).isFalse();
  }

  @Test
  void lineOfAWordHasAtMostAHundredCharacters() {
    String longest = "shop {port} " + "w".repeat(90);
    assertThat("    \"" + "w".repeat(90) + "\",").hasSizeLessThan(100);
    assertThat(new ServerCommand(longest).text()).matches(ServerCommand.REGEX);
    assertThat(Names.refusal(() -> new ServerCommand(longest + "w")).what())
        .isEqualTo("a word of the command is longer than 90 characters");
    assertThat(longest + "w").doesNotMatch(ServerCommand.REGEX);
  }

  @Test
  void commandHasAnEnd() {
    String longest = "shop {port}" + " word".repeat(57) + " end";
    assertThat(longest).hasSize(300);
    assertThat(new ServerCommand(longest).text()).matches(ServerCommand.REGEX);
    assertThat(Names.refusal(() -> new ServerCommand(longest + "s")).what())
        .isEqualTo("the command is longer than 300 characters");
    assertThat(longest + "s").doesNotMatch(ServerCommand.REGEX);
  }
}
