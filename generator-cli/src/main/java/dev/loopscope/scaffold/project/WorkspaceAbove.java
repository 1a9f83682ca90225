package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.files.Repository;
import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementLists;
import dev.loopscope.scaffold.project.requirement.RequirementPlace;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A workspace around a project, from whose list the project's tests are installed. */
public final class WorkspaceAbove {
  private static final Pattern INSTALLS =
      Pattern.compile("\\bpath\\s*=|^\\s*[\"']?(?:-e|--editable)\\b|\\bfile:");

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
      List<RequirementList> lists = RequirementLists.in(at, files);
      if (isWorkspace(at) || installs(at, lists)) {
        return RequirementPlace.of(lists).filter(it -> RequirementPlace.namesPytest(it, lists));
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  /** Whether uv or Hatch is told there which members it has. */
  private boolean isWorkspace(Path directory) {
    Optional<TomlValue.Table> tool =
        host.files().table(directory.resolve("pyproject.toml")).flatMap(it -> it.table("tool"));
    Optional<TomlValue.Table> hatch = tool.flatMap(it -> it.table("hatch", "envs"));
    return tool.flatMap(it -> it.table("uv", "workspace")).isPresent()
        || hatch.stream()
            .flatMap(it -> it.entries().keySet().stream().flatMap(env -> it.table(env).stream()))
            .anyMatch(it -> it.table("workspace").isPresent());
  }

  /**
   * Whether something there is installed from the member's path, as Poetry, PDM and pip are told:
   * {@code path = "libs/orders"}, {@code -e ./libs/orders}, {@code
   * file:///${PROJECT_ROOT}/libs/orders}.
   */
  private boolean installs(Path directory, List<RequirementList> lists) {
    String member = ConfigFiles.slashed(directory.relativize(host.files().base()));
    Pattern path =
        Pattern.compile("[\"'\\s/}=](?:\\./)?" + Pattern.quote(member) + "/?(?:[\"'\\s#\\[]|$)");
    return lists.stream()
        .map(it -> it.file().text().text())
        .distinct()
        .anyMatch(
            it ->
                it.lines()
                    .anyMatch(line -> INSTALLS.matcher(line).find() && path.matcher(line).find()));
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
