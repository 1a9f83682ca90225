package dev.loopscope.scaffold.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the process starts and ends: the only class that knows its streams, and the only exit. */
public final class Main {
  private Main() {}

  /** Runs {@code scaffold} and exits with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    // Not System.out: its character set follows the locale, and ours does not.
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Boolean.getBoolean("scaffold.colour"),
            Boolean.getBoolean("scaffold.colour.out"),
            Boolean.getBoolean("scaffold.progress"));
    boolean debug = "1".equals(System.getenv("SCAFFOLD_DEBUG"));
    ExitCode end = new Scaffold(console, Path.of(""), debug).run(arguments);
    console.flush();
    System.exit(end.number());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
