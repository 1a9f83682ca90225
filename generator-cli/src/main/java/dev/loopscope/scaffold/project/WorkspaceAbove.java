package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.files.Repository;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementLists;
import dev.loopscope.scaffold.project.requirement.RequirementPlace;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A workspace around a project, from whose list the project's tests are installed. */
public final class WorkspaceAbove {
  private final Host host;

  /** Around the directory of a host. */
  public WorkspaceAbove(Host host) {
    this.host = host;
  }

  /**
   * What keeps a suite from being added to the member alone: a plan writes nothing above the
   * directory it is made for.
   *
   * @param place the list of the member's own that would be taken
   */
  public Optional<Obstacle> obstacle(Optional<RequirementList> place) {
    boolean own = place.filter(it -> RequirementPlace.namesPytest(it, host.lists())).isPresent();
    return own ? Optional.empty() : list().map(this::obstacle);
  }

  private Optional<RequirementList> list() {
    ConfigFiles files = host.files();
    Path top = Repository.around(files.base());
    Path at = files.base().getParent();
    while (at != null && at.startsWith(top)) {
      boolean workspace =
          files
              .table(at.resolve("pyproject.toml"))
              .flatMap(it -> it.table("tool", "uv", "workspace"))
              .isPresent();
      if (workspace) {
        List<RequirementList> lists = RequirementLists.in(at, files);
        return RequirementPlace.of(lists).filter(it -> RequirementPlace.namesPytest(it, lists));
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  private Obstacle obstacle(RequirementList list) {
    Path root = host.directory().resolve(list.directory()).normalize();
    String up = ConfigFiles.slashed(host.directory().relativize(root));
    String tests =
        ConfigFiles.slashed(root.relativize(host.directory().resolve(host.tests().path())));
    return new Obstacle(
        "tests are installed from " + list.title() + " of the workspace",
        List.of(list.find("pytest").map(it -> it.location()).orElse(list.span())),
        list.file().path(),
        "the list that its tests are installed from",
        "`scaffold add " + up + " --tests " + tests + "` adds to that list",
        Set.of(Way.ELSEWHERE));
  }
}
