package dev.covet.app;

import dev.covet.base.config.Config;
import dev.covet.base.json.JsonLimits;
import dev.covet.web.http.Request;
import dev.covet.web.server.ServerLimits;
import java.math.BigDecimal;

/** Limits as settings: {@code BODY_BYTES_MAX}. None has a value that means "unlimited". */
final class Limits {
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

  ServerLimits server() {
    return ServerLimits.from(this::number);
  }

  private int limit(String name, int usual) {
    return (int) number(name, usual);
  }

  private double number(String name, double usual) {
    var text = new BigDecimal(usual).stripTrailingZeros().toPlainString();
    var setting = config.setting(name).orElse(text);
    var value = setting.asDouble();
    if (setting.valid() && !(value > 0 && value <= Integer.MAX_VALUE)) {
      setting.problem("too_small", "must be above 0, and at most " + Integer.MAX_VALUE);
    }
    return value > 0 ? value : usual;
  }
}
