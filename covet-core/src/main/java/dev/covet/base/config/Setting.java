package dev.covet.base.config;

import dev.covet.api.Mode;
import dev.covet.api.Secret;
import dev.covet.base.codec.TextForm;
import dev.covet.base.problem.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting on its way to a value. What is wrong with it becomes a fault of the start that shows
 * the value, unless it is secret; the caller goes on with a zero and learns of it by {@link
 * #valid}. Not thread-safe.
 */
public final class Setting implements Place {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final Config config;
  private final StartFaults faults;
  private final String name;
  private final String source;
  private @Nullable String text;
  private boolean secret;
  private boolean valid = true;

  Setting(Config config, StartFaults faults, String name, @Nullable String text, String source) {
    this.config = config;
    this.faults = faults;
    this.name = name;
    this.text = text;
    this.source = source;
    note();
  }

  /** Its name in the source that has it; where none has it, the first that was looked for. */
  public String name() {
    return name;
  }

  /** Whether any source has it, or it has a default. */
  public boolean isGiven() {
    return text != null;
  }

  /** Whether the value was there and could be read. */
  public boolean valid() {
    return valid;
  }

  /**
   * This with a default for when no source has it.
   *
   * @param value as it would stand in a source
   */
  public Setting orElse(String value) {
    if (text == null) {
      text = value;
      note();
    }
    return this;
  }

  /** The text; empty, and a fault, if there is none. */
  public String asText() {
    return read("a string", "", Function.identity());
  }

  /** A whole number of 32 bits. */
  public int asInt() {
    return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number of 64 bits. */
  public long asLong() {
    return whole(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long whole(long least, long most) {
    var value = read("a whole number", BigInteger.ZERO, Setting::integer);
    if (value.compareTo(BigInteger.valueOf(least)) < 0) {
      problem("too_small", "must be at least " + least);
    } else if (value.compareTo(BigInteger.valueOf(most)) > 0) {
      problem("too_large", "must be at most " + most);
    }
    return valid ? value.longValue() : 0;
  }

  private static BigInteger integer(String value) {
    if (!WHOLE.matcher(value).matches()) throw new IllegalArgumentException();
    return new BigInteger(value);
  }

  /** A number. */
  public double asDouble() {
    return read("a number", 0.0, Setting::floating);
  }

  /** Without a {@link BigDecimal}, the first of which costs the JDK a tenth of a second. */
  private static double floating(String value) {
    if (!DECIMAL.matcher(value).matches()) throw new IllegalArgumentException();
    return Double.parseDouble(value);
  }

  /** An exact decimal number. */
  public BigDecimal asDecimal() {
    return read("a number", BigDecimal.ZERO, BigDecimal::new);
  }

  /** {@code true} or {@code on}, {@code false} or {@code off}. */
  public boolean asBoolean() {
    return read("true or false", false, Setting::truth);
  }

  private static boolean truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** A UUID. */
  public UUID asUuid() {
    return read("a UUID", new UUID(0, 0), UUID::fromString);
  }

  /** A day, as {@code 2026-01-31}. */
  public LocalDate asDate() {
    return read("a date such as 2026-01-31", LocalDate.EPOCH, LocalDate::parse);
  }

  /** A moment, as {@code 2026-01-31T12:00:00Z}. */
  public Instant asInstant() {
    return read("a date and time such as 2026-01-31T12:00:00Z", Instant.EPOCH, Instant::parse);
  }

  /** A length of time, as {@code PT2.5S}. */
  public Duration asDuration() {
    return read("a duration such as PT2.5S", Duration.ZERO, Duration::parse);
  }

  /** An address. */
  public URI asUri() {
    return read("a URI such as https://example.org", URI.create(""), URI::create);
  }

  /** A value of any scalar type, as a request would have it. */
  public <T> T as(TextForm<T> form) {
    return text == null ? unset(form.zero()) : form.read(this, text);
  }

  /**
   * One of a closed set, such as an enum's constants; the first where there is none or another.
   *
   * @param texts as they stand in a source, as many as there are values
   */
  public <T> T asChoice(List<String> texts, List<? extends T> values) {
    return read(
        "one of " + String.join(", ", texts),
        values.getFirst(),
        value -> values.get(texts.indexOf(value)));
  }

  /** This, shown nowhere. Outside production a random text is made up if none is set. */
  public Setting secret() {
    secret = true;
    note();
    if (text == null && config.mode() != Mode.PRODUCTION) text = config.madeUp(name);
    return this;
  }

  /** A text that is {@link #secret}. */
  public Secret asSecret() {
    return secret().read("a string", Secret.EMPTY, Secret::of);
  }

  private <T> T read(String what, T zero, Function<String, T> from) {
    if (text == null) return unset(zero);
    try {
      return from.apply(text);
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      problem("type", "must be " + what);
      return zero;
    }
  }

  private <T> T unset(T zero) {
    valid = false;
    faults.addUnset(missing());
    config.note(new Config.Entry(name, "", Config.MISSING));
    return zero;
  }

  private String missing() {
    return "%1$s is missing. Pass %2$s, or set %1$s in the environment or in .env."
        .formatted(name, Config.option(name));
  }

  /** What a broken constraint adds: a fault that names the setting, its value and its source. */
  @Override
  public void problem(String code, String reason) {
    valid = false;
    faults.add(name + " " + reason + "; " + quoted() + " came from " + from(source) + ".");
  }

  /** A source as a sentence names it: {@code the environment}. */
  static String from(String source) {
    return source.equals("environment") || source.equals("command line") ? "the " + source : source;
  }

  private String quoted() {
    return secret ? shown() : "\"" + shown() + "\"";
  }

  /** Settings are flat: a part of one is reported as the whole. */
  @Override
  public Place field(String part) {
    return this;
  }

  /** Settings are flat: an element of one is reported as the whole. */
  @Override
  public Place index(int element) {
    return this;
  }

  @Override
  public int problemCount() {
    return faults.count();
  }

  private void note() {
    config.note(new Config.Entry(name, shown(), source));
  }

  private String shown() {
    if (text == null) return "";
    return secret ? UrlSecrets.MASK : UrlSecrets.hidden(text);
  }
}
