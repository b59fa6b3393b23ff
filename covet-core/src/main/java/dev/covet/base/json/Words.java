package dev.covet.base.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight or four bytes of an array at once, the first one lowest. */
final class Words {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static void set(byte[] bytes, int at, long word) {
    LONGS.set(bytes, at, word);
  }

  /** The last bytes, less than eight, from here; spaces behind them. */
  static long tail(byte[] bytes, int from) {
    long word = Scan.SPACES;
    for (int i = bytes.length - 1; i >= from; i--) word = (word << 8) | (bytes[i] & 0xFF);
    return word;
  }

  /**
   * Copies bytes that are few, quicker than {@link System#arraycopy}: the first ones and the last
   * ones at once, which may overlap.
   */
  static void copyShort(byte[] from, byte[] to, int at) {
    int count = from.length;
    if (count > 16) {
      System.arraycopy(from, 0, to, at, count);
    } else if (count >= 8) {
      set(to, at, get(from, 0));
      set(to, at + count - 8, get(from, count - 8));
    } else if (count >= 4) {
      INTS.set(to, at, (int) INTS.get(from, 0));
      INTS.set(to, at + count - 4, (int) INTS.get(from, count - 4));
    } else {
      for (int i = 0; i < count; i++) to[at + i] = from[i];
    }
  }
}
