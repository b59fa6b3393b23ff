package dev.covet.web.middleware;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The content coding gzip (RFC 9110, 8.4.1.3). */
public final class Gzip {
  private Gzip() {}

  /** The bytes in this coding. */
  public static byte[] compressed(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What was put into this coding; of bytes that are to be trusted, since it has no bound. */
  public static byte[] plain(byte[] gzip) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether an {@code Accept-Encoding} asks for it (RFC 9110, 12.5.3): by name or by {@code *}, not
   * with weight 0, and no less than for the bytes as they are.
   *
   * @param acceptEncoding the values of all such fields
   */
  public static boolean isAccepted(List<String> acceptEncoding) {
    var weights = weights(acceptEncoding);
    var gzip = weights.getOrDefault("gzip", weights.getOrDefault("*", 0.0));
    return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
  }

  /** Whether it refuses the bytes as they are. */
  static boolean isPlainRefused(List<String> acceptEncoding) {
    var weights = weights(acceptEncoding);
    return weights.getOrDefault("identity", weights.getOrDefault("*", 1.0)) == 0;
  }

  private static Map<String, Double> weights(List<String> acceptEncoding) {
    var weights = new HashMap<String, Double>();
    for (var coding : String.join(",", acceptEncoding).toLowerCase(Locale.ROOT).split(",", -1)) {
      var parts = coding.split(";", 2);
      weights.putIfAbsent(
          parts[0].strip().replace("x-gzip", "gzip"), parts.length < 2 ? 1 : weight(parts[1]));
    }
    return weights;
  }

  /** The weight of {@code q=0.5}; 0 for what is no weight. */
  private static double weight(String parameter) {
    var text = parameter.replaceAll("\\s", "");
    return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
        ? Double.parseDouble(text.substring(2))
        : 0;
  }
}
