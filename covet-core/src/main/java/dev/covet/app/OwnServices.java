package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.app.process.AppLoops;
import dev.covet.base.config.Config;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Provider;
import dev.covet.base.json.Json;
import dev.covet.base.observe.Metrics;
import dev.covet.base.task.Offload;
import dev.covet.web.http.IfMatch;
import dev.covet.web.http.PublicUrl;
import dev.covet.web.http.RedirectTargets;
import dev.covet.web.http.Request;
import java.time.Clock;

/** The services that every app has from Covet. */
final class OwnServices {
  private OwnServices() {}

  /** A container that has them. */
  static Container.Builder of(Config config, Surroundings at, AppLoops loops, Json json) {
    var metrics = loops.metrics();
    var clock = at.options().clock();
    var mode = config.mode();
    return Container.of(config, at.faults())
        .subject(Request.class)
        .provide(Provider.app(Clock.class, _ -> (_, _) -> clock))
        .provide(Provider.app(Mode.class, _ -> (_, _) -> mode))
        .provide(Provider.app(Json.class, _ -> (_, _) -> json))
        .provide(Provider.app(Metrics.class, _ -> (_, _) -> metrics))
        .provide(Provider.app(Offload.class, _ -> (_, _) -> new Offload(loops::get)))
        .provide(
            Provider.request(
                IfMatch.class, _ -> (scope, _) -> IfMatch.of((Request) scope.subject())))
        .provide(
            Provider.app(
                PublicUrl.class,
                _ -> { // read only where something asks for it, since production has to set it
                  var url = PublicUrl.from(config);
                  return (_, _) -> url;
                }))
        .provide(
            Provider.app(
                RedirectTargets.class,
                _ -> {
                  var targets = RedirectTargets.from(config);
                  return (_, _) -> targets;
                }));
  }
}
