package dev.loopscope.scaffold.cli.verify;

import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.placing.PlacedSuite;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.text.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tries an addition before it is written: on a copy of the repository, in a virtual environment
 * outside of it, installed as the repository says. Its tests have to be collected as before, and
 * the suite has to pass beside a sample of them.
 */
public final class Verification {
  private static final String SCRIPT = "verify.py";

  private final Console console;

  /** Tells how it goes. */
  public Verification(Console console) {
    this.console = console;
  }

  /**
   * Tries it.
   *
   * @return why it may not be written; empty if all is well
   * @throws TargetRefusedException if there is no Python to try it with
   */
  public Optional<Refusal> of(Addition addition) {
    Path directory = addition.host().directory();
    int code;
    try {
      Process process =
          new ProcessBuilder("python3", "-c", script())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      console.progress("trying the suite beside the repository's tests ...");
      code = talk(process, request(addition));
    } catch (IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the addition cannot be tried: " + Failures.reason(e) + "; nothing was written",
              "python3",
              "install Python 3, or add the suite without --verify"),
          e);
    }
    return code == 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "the suite and the repository's tests do not go together as they are; nothing was"
                    + " written",
                directory.toString(),
                "mend what is told above; "
                    + (isAlone(addition)
                        ? ""
                        : "or try --isolated, which gives the suite a run of its own; ")
                    + "or add it without --verify"));
  }

  private static String script() throws IOException {
    try (InputStream script = Verification.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is missing from the build");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int talk(Process process, String request) throws IOException {
    try (OutputStream to = process.getOutputStream()) {
      to.write(request.getBytes(StandardCharsets.UTF_8));
    }
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        // What is told stands where the progress stood, which comes back below it.
        console.progress("");
        console.note(line);
        console.progress("trying the suite beside the repository's tests ...");
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      console.progress("");
      process.destroy();
    }
  }

  private static String request(Addition addition) {
    List<String> before = new PipArguments(addition).of();
    List<String> after = new ArrayList<>(before);
    String own = addition.directory() + "/requirements.txt";
    if (creates(addition, own)) {
      after.addAll(List.of("-r", own));
    } else {
      new PlacedSuite(new Renderer().render(addition.answers()), addition.directory())
          .requirements()
          .forEach(it -> after.add(it.text()));
    }
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("directory").string(addition.host().directory().toString());
    json.key("suite").string(addition.directory());
    json.key("alone").bool(isAlone(addition));
    json.key("tool").string(tool(addition));
    json.key("project").string(addition.host().project());
    strings("before", before, json);
    strings("after", after, json);
    ChangePlan plan = addition.plan();
    new PlanJson(plan, Map.of()).write(json);
    return json.close("}").text();
  }

  /** Whether pytest reads a configuration of the suite's own: apart from, or as a module. */
  private static boolean isAlone(Addition addition) {
    return creates(addition, addition.directory() + "/pytest.ini")
        || creates(addition, addition.directory() + "/pyproject.toml");
  }

  private static boolean creates(Addition addition, String path) {
    return addition.plan().creations().stream().anyMatch(it -> it.path().equals(path));
  }

  private static void strings(String key, List<String> values, JsonWriter json) {
    json.key(key).open("[");
    values.forEach(json::string);
    json.close("]");
  }

  /** The program that installs; tests of tox, Hatch and Pipenv are installed by pip. */
  private static String tool(Addition addition) {
    String name = addition.host().installer().name().toLowerCase(Locale.ROOT);
    return List.of("uv", "poetry", "pdm").contains(name) ? name : "pip";
  }
}
