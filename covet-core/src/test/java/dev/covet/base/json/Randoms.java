package dev.covet.base.json;

import dev.covet.api.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;

/** Random JSON values, texts and bytes: the same ones for the same seed. */
final class Randoms {
  private final Random random;

  Randoms(long seed) {
    this.random = new Random(seed);
  }

  JsonValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> JsonValue.NULL;
      case 1 -> new JsonValue.Bool(random.nextBoolean());
      case 2 -> new JsonValue.Decimal(decimal());
      case 3 -> new JsonValue.Text(text());
      case 4 -> items(depth - 1);
      default -> members(depth - 1);
    };
  }

  private JsonValue items(int depth) {
    var items = new ArrayList<JsonValue>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(value(depth));
    }
    return new JsonValue.Items(items);
  }

  private JsonValue members(int depth) {
    var members = new LinkedHashMap<String, JsonValue>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(), value(depth));
    }
    return new JsonValue.Members(members);
  }

  BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(60) - 20)
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
  }

  /** Of all planes, with controls and quotes, without half surrogate pairs. */
  String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      text.appendCodePoint(codePoint());
    }
    return text.toString();
  }

  private int codePoint() {
    int c =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(0x20);
          case 1 -> "\"\\/".charAt(random.nextInt(3));
          case 2 -> random.nextInt(0x800);
          case 3 -> random.nextInt(Character.MAX_CODE_POINT + 1);
          default -> ' ' + random.nextInt(95);
        };
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c;
  }

  double aDouble() {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(1_000_000) / 100.0;
      case 1 -> random.nextLong();
      default -> finite(Double.longBitsToDouble(random.nextLong()));
    };
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : -0.0;
  }

  long aLong() {
    return random.nextLong() >> random.nextInt(64);
  }

  /** A text with some bytes changed, cut off, doubled or left out. */
  byte[] broken(byte[] text) {
    var bytes = text.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = piece();
    }
    return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  byte[] bytes() {
    var bytes = new byte[random.nextInt(40)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = piece();
    }
    return bytes;
  }

  private byte piece() {
    return random.nextInt(4) == 0
        ? (byte) random.nextInt(256)
        : (byte) "{}[]:,\"\\u0d8e19-+. ntrfalse".charAt(random.nextInt(27));
  }
}
