package dev.covet.web.message;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a WebSocket that are deflated one by one (RFC 7692), each without what came before
 * (no context takeover): a socket that says nothing holds no memory for it. Inflates by the JDK,
 * within a limit.
 */
public final class PerMessageDeflate {
  /** Its name in {@code Sec-WebSocket-Extensions}. */
  public static final String NAME = "permessage-deflate";

  /** Shorter messages are sent as they are. */
  public static final int DEFLATED_BYTES_MIN = 256;

  private static final String ACCEPTED =
      NAME + "; server_no_context_takeover; client_no_context_takeover";
  private static final String SERVER_BITS = "server_max_window_bits";
  private static final String CLIENT_BITS = "client_max_window_bits";
  private static final int BITS_MIN = 8;
  private static final int BITS_MAX = 15;
  private static final int BLOCK_BYTES = 8_192;

  /** What stands at the end of a deflated message, and is not sent (RFC 7692, 7.2.1). */
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  private PerMessageDeflate() {}

  /**
   * What the server says to the first offer that it can take; empty if there is none. It deflates
   * with the whole window, so that an offer that wants less of it is none (RFC 7692, 7.1.2.1).
   *
   * @param offers elements of {@code Sec-WebSocket-Extensions}
   */
  public static Optional<String> accepted(List<String> offers) {
    for (var offer : offers) {
      var parameters = parameters(offer);
      if (parameters != null && isPossible(parameters)) {
        return Optional.of(
            parameters.containsKey(SERVER_BITS)
                ? ACCEPTED + "; " + SERVER_BITS + "=" + BITS_MAX
                : ACCEPTED);
      }
    }
    return Optional.empty();
  }

  /** The parameters of an offer; null if it is of another extension, or says one twice. */
  private static @Nullable Map<String, String> parameters(String offer) {
    var parts = offer.split(";", -1);
    if (!parts[0].strip().equalsIgnoreCase(NAME)) return null;
    var all = new HashMap<String, String>();
    for (var i = 1; i < parts.length; i++) {
      var pair = parts[i].strip().split("=", 2);
      var value = pair.length == 1 ? "" : unquoted(pair[1].strip());
      if (all.put(pair[0].strip().toLowerCase(Locale.ROOT), value) != null) return null;
    }
    return all;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private static boolean isPossible(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .allMatch(each ->
            switch (each.getKey()) {
              case "server_no_context_takeover", "client_no_context_takeover" ->
                  each.getValue().isEmpty();
              case CLIENT_BITS -> each.getValue().isEmpty() || isBits(each.getValue());
              case SERVER_BITS -> each.getValue().equals("" + BITS_MAX);
              default -> false;
            });
  }

  private static boolean isBits(String value) {
    return value.matches("[1-9][0-9]?")
        && Integer.parseInt(value) >= BITS_MIN
        && Integer.parseInt(value) <= BITS_MAX;
  }

  /** Bytes of a message, deflated. */
  public static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      var out = new ByteArrayOutputStream(Math.max(64, bytes.length / 4));
      var block = new byte[Math.clamp(bytes.length, 64, BLOCK_BYTES)];
      int count;
      do {
        count = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
        out.write(block, 0, count);
      } while (count == block.length);
      var all = out.toByteArray();
      return Arrays.copyOf(all, all.length - TAIL.length);
    } finally {
      deflater.end();
    }
  }

  /**
   * Bytes of a deflated message, inflated; null if there are more than may be.
   *
   * @throws DataFormatException if they are not deflated
   */
  public static byte @Nullable [] inflate(byte[] bytes, int bytesMax) throws DataFormatException {
    var inflater = new Inflater(true);
    try {
      var out = new ByteArrayOutputStream(Math.min(bytesMax, Math.max(64, bytes.length * 2)));
      var fits = fits(inflater, bytes, out, bytesMax) && fits(inflater, TAIL, out, bytesMax);
      return fits ? out.toByteArray() : null;
    } finally {
      inflater.end();
    }
  }

  private static boolean fits(
      Inflater inflater, byte[] input, ByteArrayOutputStream out, int bytesMax)
      throws DataFormatException {
    var block = new byte[BLOCK_BYTES];
    inflater.setInput(input);
    for (var goesOn = true; goesOn; ) {
      var count = inflater.inflate(block);
      if (count > bytesMax - out.size()) return false;
      out.write(block, 0, count);
      var left = inflater.getRemaining();
      var hasNext = inflater.finished() && left > 0; // others may follow a last block (7.2.3.4)
      if (hasNext) {
        inflater.reset();
        inflater.setInput(input, input.length - left, left);
      }
      goesOn = hasNext || count > 0;
    }
    if (inflater.needsDictionary()) throw new DataFormatException("it needs a dictionary");
    return true;
  }
}
