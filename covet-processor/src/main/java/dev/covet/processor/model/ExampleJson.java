package dev.covet.processor.model;

import dev.covet.api.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a JSON text that a source has, as strictly as those of requests are read (RFC 8259). Not
 * thread-safe.
 */
public final class ExampleJson {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]{1,4})?+");
  private static final Pattern HEX = Pattern.compile("\\p{XDigit}{4}");

  /** Arrays and objects within each other: as many as a request may have. */
  private static final int DEPTH_MAX = 64;

  private final String text;
  private int at;
  private int depth;

  private ExampleJson(String text) {
    this.text = text;
  }

  /** What is wrong with a text, and where. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The value; empty if the text is no JSON. */
  public static Optional<JsonValue> read(String text) {
    try {
      return Optional.of(new ExampleJson(text).whole());
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private JsonValue whole() {
    var value = value();
    space();
    check(at == text.length());
    return value;
  }

  private JsonValue value() {
    space();
    return switch (peek()) {
      case '{' -> within(this::members);
      case '[' -> within(this::items);
      case '"' -> new JsonValue.Text(string());
      case 't' -> word("true", new JsonValue.Bool(true));
      case 'f' -> word("false", new JsonValue.Bool(false));
      case 'n' -> word("null", JsonValue.NULL);
      default -> number();
    };
  }

  private JsonValue within(Supplier<JsonValue> read) {
    at++;
    check(++depth <= DEPTH_MAX);
    var value = read.get();
    depth--;
    return value;
  }

  private JsonValue members() {
    var members = new LinkedHashMap<String, JsonValue>();
    for (var more = !closes('}'); more; more = goesOn('}')) {
      space();
      var name = string();
      space();
      take(':');
      check(members.put(name, value()) == null);
    }
    return new JsonValue.Members(members);
  }

  private JsonValue items() {
    List<JsonValue> items = new ArrayList<>();
    for (var more = !closes(']'); more; more = goesOn(']')) items.add(value());
    return new JsonValue.Items(items);
  }

  private boolean closes(char bracket) {
    space();
    var isEnd = peek() == bracket;
    at += isEnd ? 1 : 0;
    return isEnd;
  }

  /** Whether a comma follows, not the end. */
  private boolean goesOn(char bracket) {
    if (closes(bracket)) return false;
    take(',');
    return true;
  }

  private String string() {
    take('"');
    var out = new StringBuilder();
    for (var c = next(); c != '"'; c = next()) {
      check(c >= ' ');
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() {
    var c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Malformed();
    };
  }

  private char unicode() {
    var hex = HEX.matcher(text).region(at, text.length());
    check(hex.lookingAt());
    at = hex.end();
    return (char) Integer.parseInt(hex.group(), 16);
  }

  private JsonValue number() {
    var number = NUMBER.matcher(text).region(at, text.length());
    check(number.lookingAt());
    at = number.end();
    return new JsonValue.Decimal(new BigDecimal(number.group()));
  }

  private JsonValue word(String word, JsonValue value) {
    check(text.startsWith(word, at));
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
  }

  private char peek() {
    check(at < text.length());
    return text.charAt(at);
  }

  private char next() {
    var c = peek();
    at++;
    return c;
  }

  private void take(char expected) {
    check(next() == expected);
  }

  private static void check(boolean isRight) {
    if (!isRight) throw new Malformed();
  }
}
