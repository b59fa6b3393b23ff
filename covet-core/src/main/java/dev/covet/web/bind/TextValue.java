package dev.covet.web.bind;

import dev.covet.base.codec.TextForm;
import dev.covet.base.codec.TextScalars;
import dev.covet.base.json.Codec;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import dev.covet.web.message.Parameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One value of a path, query, header, cookie or form on its way to a type. What is wrong with it
 * becomes a problem at its place; the caller goes on with a zero and learns of it by {@link
 * #valid}. Not thread-safe.
 *
 * <pre>{@code
 * var limitAt = Bind.query(request, problems, "limit").orElse("10");
 * int limit = limitAt.asInt();
 * if (limitAt.valid()) Constraints.max(limitAt, limit, 100);
 * }</pre>
 */
public final class TextValue extends BoundValue {
  private @Nullable String text;

  TextValue(Problems problems, Place at, @Nullable String text) {
    super(problems, at);
    this.text = text;
  }

  /** Whether the request has it, or it has a default. */
  public boolean isGiven() {
    return text != null;
  }

  /**
   * This with a default for when the request does not have it.
   *
   * @param value as a client would write it
   */
  public TextValue orElse(String value) {
    if (text == null) text = value;
    return this;
  }

  /**
   * This, for a type that has no empty text: an input of a form that nobody filled in is sent
   * without a character, and counts as not given.
   */
  public TextValue filled() {
    if (text != null && text.isEmpty()) text = null;
    return this;
  }

  /** This under another name in the query; it is a problem if it stands there more than once. */
  public TextValue orQuery(Request request, String alias) {
    return or(request.parameters(), alias);
  }

  /** This under another name in the form; it is a problem if it stands there more than once. */
  public TextValue orForm(Request request, String alias) {
    var found = or(request.form(), alias);
    if (request.uploadNames().contains(alias)) problem("type", "must be a string, not a file");
    return found;
  }

  private TextValue or(Parameters parameters, String alias) {
    var given = parameters.first(alias);
    return given == null ? this : or(given, parameters.repeats(alias));
  }

  /** This under another name among the cookies; it is a problem if it has several values. */
  public TextValue orCookie(Request request, String alias) {
    var values = RequestCookies.of(request.headers()).all(alias);
    if (values.isEmpty()) return this;
    var given = values.getFirst();
    var decoded = TextValues.decoded(this, given);
    var differ =
        values.stream()
            .anyMatch(each -> !each.equals(given) && !decoded.equals(RequestCookies.decode(each)));
    return or(decoded, differ);
  }

  TextValue or(@Nullable String given, boolean repeats) {
    if (given == null) return this;
    if (text != null || repeats) problem("duplicate", "must be given only once");
    if (text == null) text = given;
    return this;
  }

  /** The text. */
  public String asText() {
    return as(TextForm.STRING);
  }

  /** A whole number of 32 bits. */
  public int asInt() {
    return text != null && valid() ? TextScalars.toInt(this, text) : missing(0);
  }

  /** A whole number of 64 bits. */
  public long asLong() {
    return text != null && valid() ? TextScalars.toLong(this, text) : missing(0L);
  }

  /** A number of 64 bits. */
  public double asDouble() {
    return as(TextForm.DOUBLE);
  }

  /** An exact decimal number. */
  public BigDecimal asDecimal() {
    return as(TextForm.DECIMAL);
  }

  /** {@code true} or {@code false}. */
  public boolean asBoolean() {
    return as(TextForm.BOOLEAN);
  }

  /** A UUID. */
  public UUID asUuid() {
    return as(TextForm.UUID);
  }

  /** A day, as {@code 2026-01-31}. */
  public LocalDate asDate() {
    return as(TextForm.DATE);
  }

  /** A moment, as {@code 2026-01-31T12:00:00Z}. */
  public Instant asInstant() {
    return as(TextForm.INSTANT);
  }

  /** A value of any scalar type: {@code as(TextForm.URI)}. */
  public <T> T as(TextForm<T> form) {
    return read(form.zero(), form::read);
  }

  /**
   * One of a closed set: an enum's constants.
   *
   * @param byText the texts and what they stand for, at least one, in the order of messages
   */
  public <T> T asChoice(Map<String, T> byText) {
    return read(
        byText.values().iterator().next(), (at, given) -> TextScalars.toChoice(at, given, byText));
  }

  /**
   * A value that somebody has written the codec of.
   *
   * @return null, with a problem, if it is missing or none
   */
  public <T> @Nullable T asValue(Codec<T> codec) {
    if (text == null) {
      problem("missing", "is required");
      return null;
    }
    return TextScalars.toValue(this, text, codec);
  }

  private <T> T read(T zero, BiFunction<Place, String, T> from) {
    return text != null && valid() ? from.apply(this, text) : missing(zero);
  }

  /** What was told to be wrong is not told to be missing, or of no type. */
  private <T> T missing(T zero) {
    if (valid()) problem("missing", "is required");
    return zero;
  }
}
