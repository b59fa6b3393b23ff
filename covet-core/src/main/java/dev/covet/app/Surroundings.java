package dev.covet.app;

import dev.covet.app.process.AppLoops;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an app starts.
 *
 * @param faults takes what is wrong
 * @param outer the loops of the app in which it is mounted, if it is
 * @param path where it is mounted, from the outermost app on; empty if it is not
 * @param refusesOpen whether an app around it refuses routes that do not say who may call them
 */
record Surroundings(
    StartOptions options,
    Config config,
    StartFaults faults,
    Optional<AppLoops> outer,
    String path,
    boolean refusesOpen) {
  /** What the settings of an app begin with that is mounted at {@code /}. */
  private static final String ROOT = "ROOT";

  static Surroundings of(StartOptions options, StartFaults faults) {
    var sources = options.sources().toArray(Source[]::new);
    return new Surroundings(
        options, Config.of(options.mode(), faults, sources), faults, Optional.empty(), "", false);
  }

  /** Those of an app mounted in the one that has this configuration and these loops. */
  Surroundings inside(Config outer, AppLoops loops, String below) {
    var name = below.isEmpty() ? ROOT : below.substring(1).replaceAll("[^A-Za-z0-9]", "_");
    var settings = outer.under(name.toUpperCase(Locale.ROOT));
    return new Surroundings(options, settings, faults, Optional.of(loops), path + below, false);
  }

  Surroundings refusingOpen(boolean refuses) {
    return new Surroundings(options, config, faults, outer, path, refuses);
  }

  /** What messages call it; nothing if it is not mounted. */
  String part() {
    return outer.isEmpty() ? "" : "The app at " + (path.isEmpty() ? "/" : path);
  }
}
