package dev.loopscope.scaffold.project.requirement;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * A place in which a project says what is installed together.
 *
 * @param kind what reads it
 * @param name of the group, extra, environment or file
 * @param file that holds it
 * @param form how it is written
 * @param span from its first character to its last: of a table, the header
 * @param stated its requirements, in order
 * @param includes the names of other lists of its kind that it takes in
 * @param generatedBy what writes it, where a program does
 */
public record RequirementList(
    Kind kind,
    String name,
    ConfigFile file,
    Form form,
    Location span,
    List<StatedRequirement> stated,
    List<String> includes,
    Optional<String> generatedBy) {
  /** Keeps unmodifiable copies. */
  public RequirementList {
    stated = List.copyOf(stated);
    includes = List.copyOf(includes);
  }

  /** What reads a list. */
  public enum Kind {
    /** What is installed with the project, always. */
    PROJECT("project", "the project's dependencies"),
    /** A dependency group of PEP 735. */
    GROUP("group", "the dependency group"),
    /** An extra of the project. */
    EXTRA("extra", "the extra"),
    /** A group of Poetry. */
    POETRY("poetry", "Poetry's group"),
    /** uv's development dependencies, as they were before PEP 735. */
    UV("uv", "uv's development dependencies"),
    /** A group of PDM's development dependencies. */
    PDM("pdm", "PDM's group"),
    /** An environment of Hatch. */
    HATCH("hatch", "Hatch's environment"),
    /** A requirements file of pip. */
    FILE("file", "the requirements file"),
    /** An environment of tox. */
    TOX("tox", "tox's environment"),
    /** The development packages of a Pipfile. */
    PIPENV("pipenv", "Pipenv's packages"),
    /** What {@code setup.py test} installed. */
    TESTS_REQUIRE("tests-require", "the list");

    private final String word;
    private final String title;

    Kind(String word, String title) {
      this.word = word;
      this.title = title;
    }

    /** As it is typed before a colon and the list's name. */
    public String word() {
      return word;
    }
  }

  /** How a list is written. */
  public enum Form {
    /** An array of strings in TOML. */
    ARRAY,
    /** A table of names and versions in TOML, under a header of its own. */
    TABLE,
    /** A file with a requirement on each line. */
    LINES,
    /** The lines of a value in INI. */
    INI,
    /** A list of strings in Python. */
    PYTHON,
    /** A list that is not there yet: it is written at the end of its file. */
    NEW_TABLE,
    /** In a way that no line can be added to. */
    OTHER
  }

  /** As people call it. */
  public String title() {
    return kind == Kind.PROJECT ? kind.title : kind.title + " `" + name + "`";
  }

  /** As it is typed: {@code group:dev}, or {@code member/group:dev} of a member. */
  public String word() {
    return (kind == Kind.FILE || directory().isEmpty() ? "" : directory() + "/")
        + kind.word
        + ":"
        + name;
  }

  /** The directory of its file, relative to the repository; empty for that itself. */
  public String directory() {
    return file.path().substring(0, Math.max(file.path().lastIndexOf('/'), 0));
  }

  /** Whether a requirement can be added by an edit of its text. */
  public boolean editable() {
    return form != Form.OTHER && generatedBy.isEmpty();
  }

  /** The requirement of a distribution, if it states one. */
  public Optional<StatedRequirement> find(String distribution) {
    return stated.stream().filter(it -> it.distribution().equals(distribution)).findFirst();
  }

  /** Whether each of its requirements allows one version only, as in a file of pins. */
  public boolean pinsAll() {
    return !stated.isEmpty() && stated.stream().allMatch(StatedRequirement::exact);
  }
}
