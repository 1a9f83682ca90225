package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The command, in a process that ends at once where the property {@code dies.at} says: {@code move
 * 3} is before the third renaming. Nothing is tidied up: no {@code finally}, no hook.
 */
final class DyingScaffold {
  static final int DEAD = 137;

  private DyingScaffold() {}

  public static void main(String[] arguments) {
    String[] at = System.getProperty("dies.at").split(" ", -1);
    Console console =
        new Console(
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Terminal.none());
    Disk disk = dying(at[0], Integer.parseInt(at[1]));
    ExitCode end = new Scaffold(console, Path.of(""), true, Questions.ALL, disk).run(arguments);
    console.flush();
    System.exit(end.number());
  }

  private static Disk dying(String operation, int at) {
    Disk real = Disk.real();
    AtomicInteger left = new AtomicInteger(at);
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(operation) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DEAD);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
