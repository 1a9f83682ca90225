package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.files.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Python files below a directory. Files are read when they are first asked for, and once; the
 * tree keeps them. Safe for use by several threads.
 */
public final class SourceTree {
  private final Path base;
  private final Snapshot snapshot;
  private final Map<String, SharedFile> shared;
  private final Map<String, Reading<SourceFile>> files = new ConcurrentHashMap<>();
  private final Map<SourceFile, List<SourceFile>> imported = new ConcurrentHashMap<>();
  private final DirectoryListings listings;
  private final ImportRoots roots;
  private final ModuleFinder finder;

  private SourceTree(
      Path base,
      Snapshot snapshot,
      Map<String, SharedFile> shared,
      DirectoryListings listings,
      ImportRoots roots) {
    this.base = base;
    this.snapshot = snapshot;
    this.shared = shared;
    this.listings = listings;
    this.roots = roots;
    this.finder = new ModuleFinder(listings, this::normalFile);
  }

  /** The files below a directory, to which all paths are relative. */
  public static SourceTree at(Path base) {
    return at(base, Snapshot.around(base.toAbsolutePath().normalize(), List.of()));
  }

  /** The files below a directory, to which all paths are relative, as they are in a snapshot. */
  public static SourceTree at(Path base, Snapshot snapshot) {
    Path absolute = base.toAbsolutePath().normalize();
    DirectoryListings listings = new DirectoryListings(absolute, snapshot);
    return new SourceTree(
        absolute,
        snapshot,
        new ConcurrentHashMap<>(),
        listings,
        new ImportRoots(listings, List.of()));
  }

  /**
   * The same files, with further directories from which modules are imported, such as pytest's
   * {@code pythonpath}. They come before the checked directory itself. What both are asked for is
   * the same object, but for a file that was let go of together with the other tree.
   *
   * @param directories relative to the checked directory, with {@code /}; empty for itself
   */
  public SourceTree importingFrom(List<String> directories) {
    List<String> all = new ArrayList<>(roots.configured());
    all.addAll(directories);
    return new SourceTree(base, snapshot, shared, listings, new ImportRoots(listings, all));
  }

  /** The directory that paths are relative to. */
  public Path base() {
    return base;
  }

  /** Whether there is a file, which may be one that cannot be read. */
  public boolean holds(String path) {
    return listings.isFile(ProjectPath.normal(path));
  }

  /** A file; unknown if it is not there, not readable or no Python text. */
  public Reading<SourceFile> file(String path) {
    return normalFile(ProjectPath.normal(path));
  }

  private Reading<SourceFile> normalFile(String path) {
    Reading<SourceFile> known = files.get(path);
    if (known == null) {
      known = shared.computeIfAbsent(path, SharedFile::new).read(base, snapshot);
      files.put(path, known);
    }
    return known;
  }

  /**
   * The module that {@code import dottedName} in a file leads to. Searched are, as pytest and
   * Python would: for what pytest loads and for members of packages, the first directory above the
   * file that is no package (pytest's import mode {@code prepend}); the directories of {@link
   * #importingFrom}; the checked directory and its {@code src}. Last, the other directories above
   * the file that are no packages, and their {@code src}: other files may have put them on the
   * path. What pytest and its plugins have loaded by then, such as {@code asyncio}, is external
   * whatever the project holds.
   */
  public ModuleLookup module(String dottedName, SourceFile from) {
    return finder.absolute(dottedName, from, roots.of(from));
  }

  /**
   * The module that {@code from ..dottedName import} in a file leads to.
   *
   * @param dottedName the name behind the full stops, may be empty
   * @param level how many full stops there are, at least one
   */
  public ModuleLookup relativeModule(String dottedName, int level, SourceFile from) {
    String directory = from.directory();
    for (int up = 1; up < level; up++) {
      if (directory.isEmpty()) {
        return new ModuleLookup.Missing(
            "`" + from.path() + "` imports from above the checked directory");
      }
      directory = ProjectPath.parent(directory);
    }
    return finder.below(directory, dottedName);
  }

  /** The module that a name may be which is imported somewhere in a file. */
  public ModuleLookup module(Imported name, SourceFile from) {
    return name.level() == 0
        ? module(name.name(), from)
        : relativeModule(name.name(), name.level(), from);
  }

  /** The files of the project that the imports anywhere in a file may lead to, each once. */
  public List<SourceFile> imported(SourceFile from) {
    List<SourceFile> known = imported.get(from);
    if (known == null) {
      Set<SourceFile> found = new LinkedHashSet<>();
      for (Imported name : from.imports()) {
        if (module(name, from) instanceof ModuleLookup.Found it) {
          found.add(it.file());
        }
      }
      known = List.copyOf(found);
      imported.put(from, known);
    }
    return known;
  }

  /** The module {@code name} of a package or directory: {@code import package.name}. */
  public ModuleLookup submodule(String directory, String name) {
    return finder.below(directory, name);
  }

  /**
   * The name by which a file is imported under pytest's {@code prepend}: {@code tests.conftest}.
   */
  public String moduleName(SourceFile file) {
    String root = roots.above(file.directory());
    String path = file.isPackage() ? file.directory() : withoutSuffix(file.path());
    return path.substring(Math.min(path.length(), root.isEmpty() ? 0 : root.length() + 1))
        .replace('/', '.');
  }

  private static String withoutSuffix(String path) {
    return path.endsWith(".py") ? path.substring(0, path.length() - ".py".length()) : path;
  }

  /**
   * The paths of all {@code .py} files below a directory, sorted. Left out are directories whose
   * name starts with a full stop, {@code __pycache__}, {@code node_modules}, virtual environments,
   * and what {@code norecursedirs} matches; a directory that is reached by several links is entered
   * once. What cannot be entered is told of.
   *
   * @param directory relative to the checked directory, with {@code /}; empty for itself. It is
   *     entered whatever its name. If it is a file, the answer is that file alone.
   * @param norecursedirs patterns as of pytest's option of this name
   */
  public FoundFiles pythonFiles(String directory, List<String> norecursedirs) {
    String start = ProjectPath.normal(directory);
    if (holds(start)) {
      return new FoundFiles(List.of(start), List.of());
    }
    return new PythonFiles(listings, norecursedirs).below(start);
  }
}
