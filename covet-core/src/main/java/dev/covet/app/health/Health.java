package dev.covet.app.health;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.loop.Loops;
import dev.covet.gen.Hook;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.HealthPaths;
import dev.covet.web.middleware.Management;
import dev.covet.web.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells whoever runs an app how it is, in a word that anybody may read: {@code /live}, whether its
 * event loops turn; {@code /ready}, whether requests may be sent to it; {@code /health}, whether
 * all its checks are well, and those of the apps in it. What is not is 503. Who may manage it is
 * told more: its connections. Thread-safe.
 */
public final class Health {
  /** What its routes are called. */
  public static final String NAME = "Health";

  private static final Response UP = answer(200, "up");
  private static final Response DOWN = answer(503, "down");
  private static final int DELAY_SECONDS_MAX = 600;

  private final HealthChecks checks;
  private final List<Health> inner;
  private final Supplier<Loops> loops;
  private final Settings settings;
  private final ConnectionList connections;
  private volatile boolean isDraining;
  private volatile boolean isAsked;

  /**
   * How an app is asked.
   *
   * @param isOn whether it has the paths
   * @param checkTime how long checks may take
   * @param stallSecondsMax how long a loop may stand still while the app is alive
   * @param drainDelay how long requests are still taken once the app is not ready
   * @param management who is told more
   */
  public record Settings(
      boolean isOn,
      Duration checkTime,
      double stallSecondsMax,
      Duration drainDelay,
      Management management) {
    /** What the settings of a start say. */
    public static Settings from(Config config) {
      return new Settings(
          config.setting("HEALTH").orElse("on").asBoolean(),
          config.limits().time("healthCheckSecondsMax", 2, 60),
          config.limits().seconds("loopStallSecondsMax", 10),
          delay(config),
          Management.from(config));
    }

    /** None is possible, so it is no limit. */
    private static Duration delay(Config config) {
      var usual = config.mode() == Mode.PRODUCTION ? "5" : "0";
      var setting = config.setting("DRAIN_DELAY_SECONDS").orElse(usual);
      var seconds = setting.asDouble();
      if (setting.valid() && !(seconds >= 0 && seconds <= DELAY_SECONDS_MAX)) {
        setting.problem("too_large", "must be 0 to " + DELAY_SECONDS_MAX);
      }
      return setting.valid() ? Duration.ofMillis(Math.round(seconds * 1_000)) : Duration.ZERO;
    }
  }

  /**
   * The health of an app.
   *
   * @param inner that of the apps in it
   */
  public Health(Settings settings, HealthChecks checks, List<Health> inner, Supplier<Loops> loops) {
    this.settings = settings;
    this.checks = checks;
    this.inner = List.copyOf(inner);
    this.loops = loops;
    this.connections = new ConnectionList(settings.management());
  }

  /** The checks of one app, of which no two may have one name. */
  public static List<Hook> named(List<Hook> checks, Consumer<String> faults) {
    var names = new HashSet<String>();
    checks.stream()
        .filter(each -> !names.add(each.name()))
        .map(each -> "Two health checks are called \"%s\". Rename one.".formatted(each.name()))
        .forEach(faults);
    return checks;
  }

  private static Response answer(int status, String word) {
    var json = ("{\"status\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
    return Response.json(status, json).withHeader("Cache-Control", "no-store");
  }

  /** Its routes, for the outermost app. */
  public List<Route> routes() {
    if (!settings.isOn()) return List.of(connections.route());
    return List.of(
        connections.route(),
        Route.get(HealthPaths.LIVE, NAME + ".live", _ -> told(isLive())),
        Route.get(HealthPaths.READY, NAME + ".ready", _ -> asked(!isDraining)),
        Route.get(HealthPaths.HEALTH, NAME + ".health", _ -> asked(!isDraining && isWell())));
  }

  /** The connections of what serves the outermost app. */
  public ConnectionList connections() {
    return connections;
  }

  private boolean isLive() {
    return loops.get().stallSeconds() < settings.stallSecondsMax();
  }

  private boolean isWell() {
    var well = isLive() && checks.areWell();
    for (var each : inner) well &= each.isWell();
    return well;
  }

  private Response asked(boolean isUp) {
    isAsked = true;
    return told(isUp);
  }

  private static Response told(boolean isUp) {
    return isUp ? UP : DOWN;
  }

  /**
   * From now on it is not ready.
   *
   * @return how long requests are still to be taken, so that whoever sends them sees that; nothing
   *     if nobody ever asked
   */
  public Duration drain() {
    isDraining = true;
    return isAsked ? settings.drainDelay() : Duration.ZERO;
  }
}
