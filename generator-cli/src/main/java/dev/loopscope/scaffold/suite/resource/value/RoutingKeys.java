package dev.loopscope.scaffold.suite.resource.value;

/** The attributes of applications and clients that hold what answers requests. */
public final class RoutingKeys {
  /** What answers requests; method and path go on from there. */
  public static final String ROUTE = "route ";

  /** Further routes, below a path that goes on from there. */
  public static final String ROUTER = "router ";

  /** The path that all routes of a router are below. */
  public static final String PREFIX = "prefix ";

  /** What an application does when it is started. */
  public static final String LIFESPAN = "lifespan ";

  /** The application behind a client or a server that reads nothing of it but its answers. */
  public static final String BEHIND = "behind it";

  private RoutingKeys() {}

  /** Whether an attribute is one of these. */
  public static boolean isRouting(String attribute) {
    return attribute.indexOf(' ') > 0
        && (attribute.startsWith(ROUTE)
            || attribute.startsWith(ROUTER)
            || attribute.startsWith(PREFIX)
            || attribute.startsWith(LIFESPAN)
            || attribute.equals(BEHIND));
  }
}
