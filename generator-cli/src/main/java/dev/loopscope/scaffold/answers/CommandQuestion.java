package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.OnlyWith;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.TextQuestion;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.ServerCommand;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.List;
import java.util.Optional;

/** The command that starts the server under test. */
final class CommandQuestion extends TextQuestion<ServerCommand> {
  private final OnlyWith subprocess;

  CommandQuestion(OnlyWith subprocess) {
    super(
        "command",
        "0.2.0",
        new Help(
            "COMMAND",
            "what starts the server under test: \"python -m shop --port {port}\"; only with "
                + subprocess.purpose(),
            "Words with spaces between them, no shell: {port} stands for a free port of 127.0.0.1,"
                + " or {socket} for the path of a Unix socket, and {tests} for the folder of the"
                + " tests. Programs are first looked for beside the Python that runs the tests, so"
                + " `python` is that one. Unless one is named, the suite brings a small server, and"
                + " its README says how to put another in its place."),
        ServerCommand.EXAMPLE);
    this.subprocess = subprocess;
  }

  @Override
  protected ServerCommand read(String text) {
    return new ServerCommand(text);
  }

  @Override
  public String print(ServerCommand answer) {
    return answer.text();
  }

  @Override
  public Optional<OnlyWith> onlyWith() {
    return Optional.of(subprocess);
  }

  @Override
  public List<Variable> variables() {
    String example = ServerCommand.EXAMPLE.replace("{", "[{]").replace(".", "[.]");
    return List.of(
        new Variable.Text(camelCase(), ""),
        new Variable.Items("commandWords", " "),
        new Variable.Matching("onSocket", ".*[{]socket[}].*"),
        new Variable.Matching("exampleCommand", example));
  }

  @Override
  public String regex() {
    return ServerCommand.REGEX;
  }

  @Override
  protected String shape() {
    return "[A-Za-z0-9_./:=,@%+~{} -]+";
  }

  @Override
  protected String allowed() {
    return ServerCommand.ALLOWED;
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some(
        ServerCommand.EXAMPLE,
        "python -m shop --port {port}",
        "env PORT={port} LEVEL=debug,trace {tests}/../run.sh",
        "uvicorn --uds {socket} shop.main:app");
  }
}
