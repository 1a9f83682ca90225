package dev.loopscope.scaffold.answers.resource;

import java.util.List;

/** What a resource is, and the names that its templates give to the parts of it. */
public enum ResourceKind {
  /** A client of a service that answers lines over TCP. */
  ECHO("echo", "LineClient", "line_service", "LineServiceSuite");

  /**
   * All kinds, in the order they are listed to users; a resource of no stated kind is the first.
   */
  public static final List<ResourceKind> ALL = List.of(values());

  private final String word;
  private final String type;
  private final String module;
  private final String baseClass;

  ResourceKind(String word, String type, String module, String baseClass) {
    this.word = word;
    this.type = type;
    this.module = module;
    this.baseClass = baseClass;
  }

  /** The word a user writes, and the folder of the kind's templates. */
  public String word() {
    return word;
  }

  /** The Python class of what the fixture gives to a test. */
  public String type() {
    return type;
  }

  /** The Python module that opens it. */
  public String module() {
    return module;
  }

  /** The Python class that tests of it inherit. */
  public String baseClass() {
    return baseClass;
  }
}
