package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.suite.config.ImportMode;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that a suite cannot have in a repository, because something else is imported by them. A
 * package whose directory is in none is imported by its bare name, and its parent comes first on
 * {@code sys.path}, unless the import mode is {@code importlib}.
 */
final class NameObstacles {
  private static final String INIT = "__init__.py";

  private final Host host;
  private final Guest guest;
  private final ConfigFiles files;

  NameObstacles(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
    this.files = host.files();
  }

  List<Obstacle> find() {
    Path tests = host.directory().resolve(host.tests().path());
    Optional<Obstacle> beside = module(tests);
    if (beside.isPresent()) {
      return List.of(beside.orElseThrow());
    }
    boolean bare =
        host.config().importMode() != ImportMode.IMPORTLIB && !files.list(tests).isFile(INIT);
    List<Obstacle> found = new ArrayList<>();
    if (bare) {
      importable().stream()
          .flatMap(it -> module(it).or(() -> packaged(it)).stream())
          .limit(1)
          .forEach(found::add);
      required().ifPresent(found::add);
    }
    return found;
  }

  /** Directories whose modules the repository's tests may import. */
  private Set<Path> importable() {
    Set<Path> directories = new LinkedHashSet<>();
    Path root = host.directory().resolve(host.config().rootDirectory()).normalize();
    host.config().pythonpath().forEach(it -> directories.add(root.resolve(it).normalize()));
    for (Path it : List.of(host.projectDirectory(), host.directory())) {
      directories.add(it.normalize());
      directories.add(it.resolve("src").normalize());
    }
    return directories;
  }

  private Optional<Obstacle> module(Path directory) {
    return there(directory, guest.packageName() + ".py");
  }

  private Optional<Obstacle> packaged(Path directory) {
    Path inside = directory.resolve(guest.packageName());
    boolean ours = inside.equals(host.directory().resolve(guest.path()));
    return ours ? Optional.empty() : there(inside, INIT);
  }

  private Optional<Obstacle> there(Path directory, String name) {
    return files
        .content(directory, name)
        .file()
        .map(it -> obstacle(new Location(it.path(), it.text(), 0, 0), "a module of theirs"));
  }

  private Optional<Obstacle> required() {
    for (RequirementList list : host.lists()) {
      for (StatedRequirement stated : list.stated()) {
        if (stated.distribution().replace('-', '_').equals(guest.packageName())) {
          return Optional.of(obstacle(stated.location(), "a distribution that is required"));
        }
      }
    }
    return Optional.empty();
  }

  private Obstacle obstacle(Location place, String what) {
    return new Obstacle(
        "`" + guest.packageName() + "` is imported already, from " + what,
        List.of(place),
        guest.packageName(),
        "a name that nothing else is imported by",
        "one of the two would be imported in the other's place",
        Set.of(Way.NAME));
  }
}
