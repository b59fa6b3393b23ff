package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import golden.orders.OrderCodec;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for any value and for any bytes; the seeds are fixed. */
class JsonPropertiesTest {
  private static final int ROUNDS = 5_000;

  private final Json json = new Json();

  @Test
  void whatIsWrittenReadsBackTheSame() {
    var randoms = new Randoms(1);
    for (int i = 0; i < ROUNDS; i++) {
      var value = randoms.value(4);
      var bytes = json.write(Codecs.VALUE, value);
      assertThat(canonical(json.read(bytes, Codecs.VALUE))).isEqualTo(canonical(value));
    }
  }

  @Test
  void numbersReadBackTheSame() {
    var randoms = new Randoms(2);
    for (int i = 0; i < ROUNDS; i++) {
      assertSame(Codecs.DOUBLE, randoms.aDouble());
      assertSame(Codecs.LONG, randoms.aLong());
      assertSame(Codecs.STRING, randoms.text());
    }
    assertSame(Codecs.DOUBLE, -0.0);
    assertSame(Codecs.DOUBLE, Double.MIN_VALUE);
    assertSame(Codecs.LONG, Long.MIN_VALUE);
    assertSame(Codecs.INT, Integer.MIN_VALUE);
  }

  private <T> void assertSame(Codec<T> codec, T value) {
    assertThat(json.read(json.write(codec, value), codec)).isEqualTo(value);
  }

  @Test
  void anyBytesAreAValueOrProblemsOrNoJson() {
    var randoms = new Randoms(3);
    for (int i = 0; i < ROUNDS; i++) {
      var bytes = randoms.bytes();
      read(bytes, Codecs.VALUE);
      read(bytes, OrderCodec.INPUT);
    }
  }

  @Test
  void aBrokenOrderIsAValueOrProblemsOrNoJson() {
    var randoms = new Randoms(4);
    var order =
        """
        {"customer":{"name":"Ada \\u00e9\\n","email":"a@b.c","age":36},
         "items":[{"sku":"ABC-1000","qty":1e0,"price":4.99},{"sku":"QRS-1037","qty":8,"price":8.49}],
         "x":[{"y":[true,false,null,-1.5E-3]}],"notes":"äöü €𝄞"}
        """
            .getBytes(UTF_8);
    assertThat(read(order, OrderCodec.INPUT)).isNotNull();
    for (int i = 0; i < ROUNDS; i++) {
      var bytes = randoms.broken(order);
      read(bytes, OrderCodec.INPUT);
      read(bytes, Codecs.VALUE);
    }
  }

  /** Nothing else than these two may be thrown. */
  private <T> @Nullable T read(byte[] bytes, Codec<T> codec) {
    try {
      return json.read(bytes, codec);
    } catch (MalformedJson | Invalid _) {
      return null;
    }
  }

  /** Numbers without trailing zeros: an exponent is written where there are more than 20 digits. */
  private static JsonValue canonical(JsonValue value) {
    return switch (value) {
      case JsonValue.Decimal(var number) -> new JsonValue.Decimal(plain(number));
      case JsonValue.Items(var items) ->
          new JsonValue.Items(
              List.copyOf(items.stream().map(JsonPropertiesTest::canonical).toList()));
      case JsonValue.Members(var members) -> {
        var all = new java.util.LinkedHashMap<>(members);
        all.replaceAll((name, member) -> canonical(member));
        yield new JsonValue.Members(all);
      }
      default -> value;
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
