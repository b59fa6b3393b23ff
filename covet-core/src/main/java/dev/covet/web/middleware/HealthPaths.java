package dev.covet.web.middleware;

import dev.covet.web.http.Request;
import java.util.Set;

/** Where whoever runs an app asks how it is: with its address as the host, and without TLS. */
public final class HealthPaths {
  /** Whether the process does its work at all. */
  public static final String LIVE = "/live";

  /** Whether requests may be sent to it. */
  public static final String READY = "/ready";

  /** Whether all that it checks is well. */
  public static final String HEALTH = "/health";

  private static final Set<String> ALL = Set.of(LIVE, READY, HEALTH);

  private HealthPaths() {}

  /** Whether a request asks at one of these paths. */
  public static boolean isOne(Request request) {
    return ALL.contains(request.path());
  }
}
