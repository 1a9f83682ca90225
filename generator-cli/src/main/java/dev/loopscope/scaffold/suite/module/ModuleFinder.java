package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.Listing;
import dev.loopscope.scaffold.suite.module.Reading.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the files of modules, as Python's import system does among files and directories. */
final class ModuleFinder {
  /**
   * Modules that are loaded before the first test file, so that no file of the project takes their
   * place.
   */
  private static final Set<String> LOADED =
      Set.of(
          "_pytest",
          "abc",
          "ast",
          "asyncio",
          "builtins",
          "collections",
          "concurrent",
          "contextlib",
          "copy",
          "dataclasses",
          "datetime",
          "enum",
          "functools",
          "importlib",
          "inspect",
          "io",
          "itertools",
          "json",
          "logging",
          "math",
          "os",
          "pathlib",
          "pluggy",
          "pytest",
          "random",
          "re",
          "selectors",
          "shutil",
          "signal",
          "socket",
          "ssl",
          "string",
          "subprocess",
          "sys",
          "tempfile",
          "threading",
          "time",
          "traceback",
          "types",
          "typing",
          "unittest",
          "uuid",
          "warnings",
          "weakref",
          "anyio",
          "hypothesis",
          "pytest_asyncio",
          "trio");

  private final DirectoryListings listings;
  private final Function<String, Reading<SourceFile>> files;

  ModuleFinder(DirectoryListings listings, Function<String, Reading<SourceFile>> files) {
    this.listings = listings;
    this.files = files;
  }

  /** The module that an absolute name in a file leads to. */
  ModuleLookup absolute(String dottedName, SourceFile from, ImportRoots.Roots roots) {
    ModuleLookup known = roots.known().get(dottedName);
    if (known == null) {
      known = search(dottedName, Optional.empty(), roots);
      roots.known().put(dottedName, known);
    }
    return isItself(known, Optional.of(from))
        ? search(dottedName, Optional.of(from), roots)
        : known;
  }

  private ModuleLookup search(
      String dottedName, Optional<SourceFile> from, ImportRoots.Roots roots) {
    List<String> parts = Arrays.asList(dottedName.split("\\.", -1));
    if (LOADED.contains(parts.get(0))) {
      return new ModuleLookup.External(dottedName);
    }
    Optional<ModuleLookup> directory = Optional.empty();
    for (String root : roots.certain()) {
      Optional<ModuleLookup> found = descend(root, parts).filter(it -> !isItself(it, from));
      if (found.isPresent() && !(found.get() instanceof ModuleLookup.Directory)) {
        return found.get();
      }
      directory = directory.or(() -> found);
    }
    for (String root : roots.possible()) {
      Optional<ModuleLookup> found = descend(root, parts).filter(it -> !isItself(it, from));
      // A place that does not hold all of the name is not the one that is meant.
      if (found.filter(ModuleLookup.Found.class::isInstance).isPresent()) {
        return found.get();
      }
      if (found.filter(ModuleLookup.Directory.class::isInstance).isPresent()) {
        directory = directory.or(() -> found);
      }
    }
    // Any number of distributions may share a directory without __init__.py.
    return directory.orElse(new ModuleLookup.External(dottedName));
  }

  /** A plain module does not import itself: it bears the name of the one it needs. */
  private static boolean isItself(ModuleLookup found, Optional<SourceFile> from) {
    return found instanceof ModuleLookup.Found it
        && !it.file().isPackage()
        && from.filter(it.file()::equals).isPresent();
  }

  /** The module that a name leads to below a directory which is known to be its package. */
  ModuleLookup below(String directory, String dottedName) {
    if (dottedName.isEmpty()) {
      return listings.isPackage(directory)
          ? read(ProjectPath.join(directory, "__init__.py"))
          : new ModuleLookup.Directory(directory);
    }
    return descend(directory, Arrays.asList(dottedName.split("\\.", -1)))
        .orElseGet(() -> missing(dottedName, directory));
  }

  /** Empty if the root does not hold the first part, or is not alone in holding the next ones. */
  private Optional<ModuleLookup> descend(String root, List<String> parts) {
    String directory = root;
    boolean certain = false;
    for (int at = 0; at < parts.size(); at++) {
      boolean last = at == parts.size() - 1;
      String path = ProjectPath.join(directory, parts.get(at));
      Listing here = listings.of(directory);
      boolean isDirectory = here.isDirectory(parts.get(at));
      if (isDirectory && listings.isPackage(path)) {
        if (last) {
          return Optional.of(read(path + "/__init__.py"));
        }
        certain = true;
      } else if (here.mayBeFile(parts.get(at) + ".py")) {
        return Optional.of(last ? read(path + ".py") : missing(parts.get(at + 1), path + ".py"));
      } else if (!isDirectory) {
        return certain ? Optional.of(missing(parts.get(at), directory)) : Optional.empty();
      } else if (last) {
        return Optional.of(new ModuleLookup.Directory(path));
      }
      directory = path;
    }
    return Optional.empty();
  }

  private ModuleLookup read(String path) {
    Reading<SourceFile> file = files.apply(path);
    return file instanceof Known<SourceFile> known
        ? new ModuleLookup.Found(known.value())
        : new ModuleLookup.Missing(((Reading.Unknown<SourceFile>) file).reason());
  }

  private static ModuleLookup missing(String name, String place) {
    return new ModuleLookup.Missing("`" + name + "` is not in `" + place + "`");
  }
}
