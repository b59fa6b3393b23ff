package dev.covet.app;

import dev.covet.base.config.Config;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.problem.ProblemLimits;
import dev.covet.web.http.Request;
import dev.covet.web.server.ServerLimits;
import java.math.BigDecimal;
import java.time.Duration;

/** Limits as settings: {@code BODY_BYTES_MAX}. None has a value that means "unlimited". */
final class Limits {
  private static final int SHUTDOWN_SECONDS = 20;
  private static final int SHUTDOWN_SECONDS_MAX = 600;

  private final Config config;

  Limits(Config config) {
    this.config = config;
  }

  /** The longest body that is collected unless its route says otherwise, in bytes. */
  int bodyBytesMax() {
    return limit("bodyBytesMax", Request.BODY_BYTES_MAX);
  }

  JsonLimits json() {
    var usual = JsonLimits.DEFAULT;
    return new JsonLimits(
        limit("jsonDepthMax", usual.depthMax()),
        limit("jsonStringBytesMax", usual.stringBytesMax()),
        limit("jsonNameBytesMax", usual.nameBytesMax()),
        limit("jsonValuesMax", usual.valuesMax()),
        limit("numberCharsMax", usual.numberCharsMax()),
        limit("exponentMax", usual.exponentMax()));
  }

  ProblemLimits problems() {
    var usual = ProblemLimits.DEFAULT;
    return new ProblemLimits(
        limit("problemsMax", usual.problemsMax()),
        limit("patternStepsMax", usual.patternStepsMax()));
  }

  /** How long running requests may take to finish when the program is to stop. */
  Duration shutdown() {
    var seconds = number("shutdownSecondsMax", SHUTDOWN_SECONDS, SHUTDOWN_SECONDS_MAX);
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  ServerLimits server() {
    return ServerLimits.from((name, usual) -> number(name, usual, Integer.MAX_VALUE));
  }

  private int limit(String name, int usual) {
    var setting = config.setting(name).orElse("" + usual);
    var value = setting.asInt();
    if (setting.valid() && value < 1) {
      setting.problem("too_small", "must be at least 1");
    }
    return Math.max(1, value);
  }

  private double number(String name, double usual, int most) {
    var text = new BigDecimal(usual).stripTrailingZeros().toPlainString();
    var setting = config.setting(name).orElse(text);
    var value = setting.asDouble();
    if (setting.valid() && !(value > 0 && value <= most)) {
      setting.problem("too_small", "must be above 0, and at most " + most);
    }
    return value > 0 ? value : usual;
  }
}
