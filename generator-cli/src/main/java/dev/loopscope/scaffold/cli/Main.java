package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.StandardOutput;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SimpleTimeZone;
import java.util.TimeZone;

/** Where the process starts and ends: the only class that knows its streams, and the only exit. */
public final class Main {
  private Main() {}

  /** Runs {@code scaffold} and exits with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    useNoTimeZone();
    // Not System.out: its character set follows the locale, and ours does not.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    ExitCode end = run(out, err, Path.of(""), arguments);
    // Not System.exit: since Java 21 it looks for a logging library first. There are no hooks to
    // run.
    Runtime.getRuntime().halt(end.number());
  }

  /**
   * Keeps Java from looking for the machine's time zone, for which it reads those of all the world:
   * FreeMarker asks for one, and nothing that is written depends on it.
   */
  static void useNoTimeZone() {
    TimeZone.setDefault(new SimpleTimeZone(0, "UTC"));
  }

  /** All that is between the streams and the exit. */
  static ExitCode run(OutputStream out, OutputStream err, Path directory, String... arguments) {
    Optional<InputStream> answers =
        Boolean.getBoolean("scaffold.asks") ? Optional.of(System.in) : Optional.empty();
    Console console =
        new Console(new StandardOutput(out), err, Terminal.ofProperties(System.getenv()), answers);
    boolean debug = "1".equals(System.getenv("SCAFFOLD_DEBUG"));
    return new Scaffold(console, directory, debug)
        .in(Optional.ofNullable(System.getenv("VIRTUAL_ENV")))
        .run(arguments);
  }
}
