package haul;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that show whether one of them was lost or moved. */
public final class Cargo {
  /** A prime, so that no two blocks begin with the same byte. */
  private static final int PERIOD = 251;

  private static final int BLOCK_BYTES = 16_384;
  private static final byte[] PATTERN = pattern();

  private Cargo() {}

  private static byte[] pattern() {
    var all = new byte[BLOCK_BYTES + PERIOD];
    for (var i = 0; i < all.length; i++) all[i] = (byte) (i % PERIOD);
    return all;
  }

  /** So many bytes. */
  public static InputStream of(long count) {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at < count ? PATTERN[(int) (at++ % PERIOD)] & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (at >= count) return length == 0 ? 0 : -1;
        var some = (int) Math.min(Math.min(length, BLOCK_BYTES), count - at);
        System.arraycopy(PATTERN, (int) (at % PERIOD), into, offset, some);
        at += some;
        return some;
      }
    };
  }

  /** Writes so many bytes. */
  public static void write(OutputStream out, long count) throws IOException {
    for (long at = 0; at < count; at += BLOCK_BYTES) {
      out.write(PATTERN, (int) (at % PERIOD), (int) Math.min(BLOCK_BYTES, count - at));
    }
  }

  /** Reads to the end, and closes; how many bytes came, -1 if one of them is wrong. */
  public static long check(InputStream in) throws IOException {
    try (in) {
      var block = new byte[BLOCK_BYTES];
      long at = 0;
      for (int count; (count = in.read(block)) >= 0; at += count) {
        var from = (int) (at % PERIOD);
        if (!Arrays.equals(block, 0, count, PATTERN, from, from + count)) return -1;
      }
      return at;
    }
  }
}
