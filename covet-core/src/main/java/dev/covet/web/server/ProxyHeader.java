package dev.covet.web.server;

import dev.covet.web.address.Cidr;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy sends before the bytes of its client (the PROXY protocol, versions 1 and 2, of
 * HAProxy): the client's address.
 */
sealed interface ProxyHeader {
  /** There is more to come. */
  record Partial() implements ProxyHeader {}

  /** It is none. */
  record Malformed() implements ProxyHeader {}

  /**
   * It is whole.
   *
   * @param bytes its length
   * @param client empty if the proxy asks for itself, or does not say for whom
   */
  record Whole(int bytes, Optional<InetSocketAddress> client) implements ProxyHeader {}

  /** Longest header of version 1, in bytes (2.1). */
  int LINE_BYTES_MAX = 107;

  /** Longest header of version 2, in bytes (2.2): what a receiver has room for. */
  int BYTES_MAX = 536;

  /** Reads one at the beginning of what came; takes nothing from it. */
  static ProxyHeader read(ByteBuf in) {
    if (!in.isReadable()) return new Partial();
    return switch (in.getByte(in.readerIndex())) {
      case 'P' -> Version1.read(in);
      case '\r' -> Version2.read(in);
      default -> new Malformed();
    };
  }

  /** A line of text (2.1): {@code PROXY TCP4 192.0.2.1 198.51.100.1 56324 443}. */
  final class Version1 {
    private static final Pattern PORT = Pattern.compile("0|[1-9][0-9]{0,4}");
    private static final byte[] BEGIN = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final int PORT_MAX = 65_535;
    private static final int PARTS = 6;

    private Version1() {}

    static ProxyHeader read(ByteBuf in) {
      var count = Math.min(in.readableBytes(), LINE_BYTES_MAX);
      var bytes = ByteBufUtil.getBytes(in, in.readerIndex(), count);
      if (!begins(bytes, BEGIN)) return new Malformed();
      var end = 0;
      while (end < count && bytes[end] != '\n') end++;
      if (end == count) return count < LINE_BYTES_MAX ? new Partial() : new Malformed();
      if (bytes[end - 1] != '\r') return new Malformed();
      return line(new String(bytes, 0, end - 1, StandardCharsets.ISO_8859_1), end + 1);
    }

    private static ProxyHeader line(String text, int count) {
      var parts = text.split(" ", -1);
      if (parts.length > 1 && parts[1].equals("UNKNOWN")) {
        return new Whole(count, Optional.empty());
      }
      if (parts.length != PARTS) return new Malformed();
      var client = address(parts[1], parts[2], parts[4]);
      var here = address(parts[1], parts[3], parts[5]);
      return client == null || here == null
          ? new Malformed()
          : new Whole(count, Optional.of(client));
    }

    private static @Nullable InetSocketAddress address(String family, String text, String port) {
      var isOfFamily =
          family.equals(text.indexOf(':') < 0 ? "TCP4" : "TCP6")
              && PORT.matcher(port).matches()
              && Integer.parseInt(port) <= PORT_MAX;
      if (!isOfFamily) return null;
      return Cidr.address(text)
          .map(each -> new InetSocketAddress(each, Integer.parseInt(port)))
          .orElse(null);
    }
  }

  /** Bytes (2.2): a signature, 4 that say what follows, addresses; and more, which is skipped. */
  final class Version2 {
    private static final byte[] BEGIN = {
      '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
    };
    private static final int FIXED = 16;
    private static final int LOCAL = 0x20;
    private static final int PROXY = 0x21;
    private static final int STREAM_4 = 0x11;
    private static final int STREAM_6 = 0x21;
    private static final int STREAM_UNIX = 0x31;
    private static final int UNIX_BYTES = 216;

    private Version2() {}

    static ProxyHeader read(ByteBuf in) {
      var from = in.readerIndex();
      var there = Math.min(in.readableBytes(), BEGIN.length);
      if (!begins(ByteBufUtil.getBytes(in, from, there), BEGIN)) return new Malformed();
      if (in.readableBytes() < FIXED) return new Partial();
      var count = FIXED + in.getUnsignedShort(from + FIXED - 2);
      if (count > BYTES_MAX) return new Malformed();
      if (in.readableBytes() < count) return new Partial();
      var bytes = ByteBufUtil.getBytes(in, from, count);
      return switch (bytes[BEGIN.length]) {
        case LOCAL -> new Whole(count, Optional.empty());
        case PROXY -> of(bytes);
        default -> new Malformed();
      };
    }

    private static ProxyHeader of(byte[] bytes) {
      return switch (bytes[BEGIN.length + 1]) {
        case 0 -> new Whole(bytes.length, Optional.empty());
        case STREAM_4 -> of(bytes, 4);
        case STREAM_6 -> of(bytes, 16);
        case STREAM_UNIX ->
            bytes.length < FIXED + UNIX_BYTES
                ? new Malformed()
                : new Whole(bytes.length, Optional.empty());
        default -> new Malformed();
      };
    }

    /** Two addresses, then two ports; those of the client stand first. */
    private static ProxyHeader of(byte[] bytes, int length) {
      var ports = FIXED + 2 * length;
      if (bytes.length < ports + 4) return new Malformed();
      var port = ((bytes[ports] & 0xff) << 8) | (bytes[ports + 1] & 0xff);
      var address = address(Arrays.copyOfRange(bytes, FIXED, FIXED + length));
      return new Whole(bytes.length, Optional.of(new InetSocketAddress(address, port)));
    }

    private static InetAddress address(byte[] bytes) {
      try {
        return InetAddress.getByAddress(bytes);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e); // of another length
      }
    }
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    var count = Math.min(bytes.length, with.length);
    return Arrays.equals(bytes, 0, count, with, 0, count);
  }
}
