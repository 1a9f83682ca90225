package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Virtual environments, made from PyPI when they are first asked for and kept for later runs. An
 * environment is named after its interpreter and the bytes of what it was asked to hold; {@code mvn
 * clean} makes way for newer releases. The stamp is written last, so one that a killed run left
 * half made is made again.
 *
 * <p>uv makes and fills them, in a fifth of pip's time. Where uv cannot be had, or does not find
 * what pip finds by its own configuration, pip does.
 */
final class Venvs {
  private static final String STAMP = "made-from.txt";

  private final Path root;
  private final Interpreter installing;
  private final Map<Path, Object> locks = new ConcurrentHashMap<>();

  /**
   * @param root the directory that holds the environments
   * @param installing the interpreter that pip runs on, for environments of every interpreter
   */
  Venvs(Path root, Interpreter installing) {
    this.root = root;
    this.installing = installing;
  }

  /** An environment after {@code pip install --group dev} in the suite's directory. */
  Venv ofGroups(Interpreter interpreter, Suite suite, String... groups) {
    List<String> arguments = new ArrayList<>();
    for (String group : groups) {
      arguments.addAll(List.of("--group", group));
    }
    String bytes = suite.dependencyGroups().table();
    return made(interpreter, arguments, bytes, suite.directory());
  }

  /** An environment after {@code pip install} of these requirements. */
  Venv of(Interpreter interpreter, List<String> requirements) {
    return made(interpreter, requirements, "", root);
  }

  /** A command of a pip that knows dependency groups. */
  Command pip(List<String> arguments) {
    return installer().module("pip", arguments);
  }

  private Venv made(Interpreter interpreter, List<String> install, String bytes, Path where) {
    String wanted = interpreter.executable() + "\n" + String.join(" ", install) + "\n" + bytes;
    Path directory = root.resolve("py" + interpreter.version() + "-" + digest(wanted));
    synchronized (locks.computeIfAbsent(directory, path -> new Object())) {
      if (!isMadeFrom(directory, wanted)) {
        if (!madeByUv(interpreter, directory, install, where)) {
          makeByPip(interpreter, directory, install, where);
        }
        copyBytecode(interpreter, new Venv(directory));
        stamp(directory, wanted);
      }
    }
    return new Venv(directory);
  }

  private void copyBytecode(Interpreter interpreter, Venv made) {
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(root, "py" + interpreter.version() + "-*")) {
      for (Path other : others) {
        if (!other.equals(made.directory()) && Files.exists(other.resolve(STAMP))) {
          Bytecode.copy(new Venv(other), made);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean madeByUv(
      Interpreter interpreter, Path directory, List<String> install, Path where) {
    Venv tools = installer();
    if (!Files.exists(tools.directory().resolve("bin/uv"))) {
      return false;
    }
    Directories.delete(directory);
    String python = interpreter.executable().toString();
    Command venv = uv(tools, List.of("venv", "--quiet", "--python", python, directory.toString()));
    List<String> words = new ArrayList<>(List.of("install", "--quiet"));
    words.addAll(install);
    return venv.run().exitCode() == 0
        && uvPip(tools, new Venv(directory), words).in(where).run().exitCode() == 0;
  }

  private static Command uvPip(Venv tools, Venv venv, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("pip"));
    words.addAll(arguments);
    words.addAll(List.of("--python", venv.python().toString()));
    return uv(tools, words);
  }

  /** uv, blind to the configuration of projects that this one may lie in. */
  private static Command uv(Venv tools, List<String> arguments) {
    List<String> words =
        new ArrayList<>(List.of(tools.directory().resolve("bin/uv").toString(), "--no-config"));
    words.addAll(arguments);
    return Command.of(words);
  }

  private void makeByPip(
      Interpreter interpreter, Path directory, List<String> install, Path where) {
    Directories.delete(directory);
    String python = interpreter.executable().toString();
    Command.of(python, "-m", "venv", "--without-pip", directory.toString())
        .run()
        .orFail("making a virtual environment");
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--python", directory.resolve("bin/python").toString()));
    words.addAll(List.of("install", "--quiet", "--no-compile"));
    words.addAll(install);
    pip(words).in(where).run().orFail("pip install " + String.join(" ", install));
  }

  /** The environment of the tools that fill all others: pip itself is slow to install. */
  private Venv installer() {
    String wanted = installing.executable() + "\npip>=25.1\nuv>=0.8";
    Path directory = root.resolve("tools-" + digest(wanted));
    Venv venv = new Venv(directory);
    synchronized (locks.computeIfAbsent(directory, path -> new Object())) {
      if (!isMadeFrom(directory, wanted)) {
        Directories.delete(directory);
        Command.of(installing.executable().toString(), "-m", "venv", directory.toString())
            .run()
            .orFail("making a virtual environment");
        // No failure: there is no wheel of it for every machine, and pip does what it does.
        Command.Ended uv =
            venv.module("pip", List.of("install", "--quiet", "--only-binary=:all:", "uv>=0.8"))
                .run();
        List<String> newPip = List.of("install", "--quiet", "pip>=25.1");
        if (uv.exitCode() != 0 || uvPip(venv, venv, newPip).run().exitCode() != 0) {
          System.err.print(uv.output());
          venv.module("pip", newPip).run().orFail("pip install 'pip>=25.1'");
        }
        stamp(directory, wanted);
      }
    }
    return venv;
  }

  private static boolean isMadeFrom(Path directory, String wanted) {
    try {
      Path stamp = directory.resolve(STAMP);
      return Files.exists(stamp) && Files.readString(stamp).equals(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stamp(Path directory, String wanted) {
    try {
      Files.writeString(directory.resolve(STAMP), wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
