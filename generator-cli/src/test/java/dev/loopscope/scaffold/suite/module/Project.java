package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.resolve.ClassHierarchy;
import dev.loopscope.scaffold.suite.module.resolve.Mro;
import dev.loopscope.scaffold.suite.module.resolve.Resolution;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project on disk whose expressions are asked for by their text. */
final class Project {
  private final Path directory;
  private final SourceTree sources;
  private final Resolver resolver;

  private Project(Path directory, SourceTree sources) {
    this.directory = directory;
    this.sources = sources;
    this.resolver = new Resolver(sources);
  }

  static Project in(Path directory) {
    return new Project(directory, SourceTree.at(directory));
  }

  Project with(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(directory.resolve(ProjectPath.parent(path)));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Project importingFrom(String... roots) {
    return new Project(directory, sources.importingFrom(List.of(roots)));
  }

  SourceTree sources() {
    return sources;
  }

  Resolver resolver() {
    return resolver;
  }

  SourceFile file(String path) {
    return sources.file(path).toOptional().orElseThrow();
  }

  /** The last expression of a file that is written like this. */
  Expression expression(String path, String text) {
    SourceFile file = file(path);
    List<Expression> found = new ArrayList<>();
    Walk.preOrder(
        file.tree().module(),
        node -> {
          if (node instanceof Expression expression && file.text(node).equals(text)) {
            found.add(expression);
          }
        });
    return found.get(found.size() - 1);
  }

  /** What the last expression of this text stands for, in words. */
  String resolve(String path, String text) {
    return words(resolver.resolve(file(path), expression(path, text)));
  }

  String member(String path, String name) {
    return words(resolver.member(file(path), name));
  }

  Reading<String> string(String path, String text) {
    return resolver.string(file(path), expression(path, text));
  }

  ClassDef type(String path, String name) {
    return definitions(path, ClassDef.class).stream()
        .filter(it -> it.name().id().equals(name))
        .findFirst()
        .orElseThrow();
  }

  FunctionDef function(String path, String name) {
    return definitions(path, FunctionDef.class).stream()
        .filter(it -> it.name().id().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private <T extends Node> List<T> definitions(String path, Class<T> kind) {
    List<T> found = new ArrayList<>();
    Walk.preOrder(
        file(path).tree().module(),
        node -> {
          if (kind.isInstance(node)) {
            found.add(kind.cast(node));
          }
        });
    return found;
  }

  Mro mro(String path, String name) {
    return new ClassHierarchy(resolver).mro(file(path), type(path, name));
  }

  private static String words(Resolution resolution) {
    if (resolution instanceof Resolution.External it) {
      return "external " + it.qualifiedName();
    }
    if (resolution instanceof Resolution.Function it) {
      return "function " + it.definition().name().id() + " of " + it.file();
    }
    if (resolution instanceof Resolution.Class it) {
      return "class " + it.definition().name().id() + " of " + it.file();
    }
    if (resolution instanceof Resolution.Value it) {
      return "value " + it.file().text(it.expression()) + " of " + it.file();
    }
    if (resolution instanceof Resolution.Entered it) {
      return "entered " + it.file().text(it.context()) + " of " + it.file();
    }
    if (resolution instanceof Resolution.Module it) {
      return "module " + it.file();
    }
    if (resolution instanceof Resolution.Namespace it) {
      return "namespace " + it.directory();
    }
    return "unresolved: " + ((Resolution.Unresolved) resolution).reason();
  }
}
