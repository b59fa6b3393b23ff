package dev.covet.base.config;

import dev.covet.base.limit.LimitSource;

/**
 * Limits as settings: {@code bodyBytesMax} is {@code BODY_BYTES_MAX}. One that cannot be used is a
 * fault of the start, which goes on with the usual value to find further ones.
 */
record LimitSettings(Config config) implements LimitSource {
  @Override
  public long whole(String name, long usual, long most) {
    var setting = config.setting(name).orElse(Long.toString(usual));
    var value = setting.asLong();
    if (setting.valid() && value < 1) {
      setting.problem("too_small", "must be at least 1");
    } else if (setting.valid() && value > most) {
      setting.problem("too_large", "must be at most " + most);
    }
    return setting.valid() ? value : usual;
  }

  @Override
  public double seconds(String name, double usual, int most) {
    var setting = config.setting(name).orElse(text(usual));
    var value = setting.asDouble();
    if (setting.valid() && !(value > 0 && value <= most)) {
      setting.problem("too_small", "must be above 0, and at most " + most);
    }
    return setting.valid() ? value : usual;
  }

  private static String text(double seconds) {
    var whole = (long) seconds;
    return whole == seconds ? Long.toString(whole) : Double.toString(seconds);
  }
}
