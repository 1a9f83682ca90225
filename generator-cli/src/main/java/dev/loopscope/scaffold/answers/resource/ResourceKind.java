package dev.loopscope.scaffold.answers.resource;

import java.util.List;

/**
 * What a resource is: the names by which templates call the parts of it, and what it brings to a
 * suite. All that there is to say of a kind stands here and in the folder of its templates.
 *
 * @param word what a user writes, and the folder of the kind's templates
 * @param type the Python class of what the fixture gives to a test
 * @param module the Python module, in {@code tests/support}, that opens it
 * @param stem what the classes of its tests are called after: {@code <stem>Suite}
 * @param handle what a test holds, in one word: {@code open_<handle>} and {@code try_<handle>} of
 *     the module take it
 * @param service what a test talks to through it, in words
 * @param reset the call on it that takes out again what a test class put in
 * @param files its files, in the order files are listed to users
 * @param identifiers those in its Python files that no other file of a suite has, with a {@code |}
 *     between them
 */
public record ResourceKind(
    String word,
    String type,
    String module,
    String stem,
    String handle,
    String service,
    String reset,
    List<ResourceFile> files,
    String identifiers) {
  /** A client of a service that answers lines over TCP. */
  public static final ResourceKind ECHO =
      new ResourceKind(
          "echo",
          "LineClient",
          "line_service",
          "LineService",
          "client",
          "line service",
          "clear()",
          List.of(
              ResourceFile.in("explicit-scope", "tests/support/line_service.py"),
              ResourceFile.in("multibackend", "tests/support/line_service.py"),
              ResourceFile.of("tests/test_entries.py"),
              ResourceFile.in("explicit-scope", "tests/test_properties.py").withHypothesis(),
              ResourceFile.in("multibackend", "tests/test_properties.py").withHypothesis()),
          "BufferedByteReceiveStream|HOST|HealthCheck|KEYS|LONGEST_LINE|SHARED|"
              + "SocketAttribute|SocketStream|VALUES|_ask|accept|asynccontextmanager|"
              + "checked|codec|conversations|converse|deadline|example|"
              + "exclude_characters|fullmatch|given|key|lines|listener|local_host|port|"
              + "r|reader|respond|serve|server|settings|st|strategies|stream|suppress|"
              + "suppress_health_check|tasks|value|writer");

  /**
   * All kinds, in the order they are listed to users; a resource of no stated kind is the first.
   */
  public static final List<ResourceKind> ALL = List.of(ECHO);

  /** Keeps an unmodifiable copy. */
  public ResourceKind {
    files = List.copyOf(files);
  }

  /** The Python class that tests of it inherit. */
  public String suite() {
    return stem + "Suite";
  }

  /**
   * The identifiers that a suite with such a resource has for it, with a {@code |} between them.
   */
  String taken() {
    String ofEveryKind = type + "|" + suite() + "|open_" + handle + "|try_" + handle;
    return identifiers.isEmpty() ? ofEveryKind : ofEveryKind + "|" + identifiers;
  }
}
