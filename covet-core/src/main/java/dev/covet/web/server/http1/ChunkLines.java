package dev.covet.web.server.http1;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpUtil;

/**
 * The lines between the chunks of a body, as Netty takes them (RFC 9112, 7.1): what is folded
 * there, and how much stands in extensions. Used on its loop alone.
 */
final class ChunkLines {
  /** Framing that a chunk needs without any extension: 16 hex digits, two line ends. */
  private static final int CHUNK_FRAMING_BYTES = 20;

  private final int extensionBytesMax;
  private boolean inChunks;
  private boolean inTrailers;
  private int extensionBytes;

  ChunkLines(int extensionBytesMax) {
    this.extensionBytesMax = extensionBytesMax;
  }

  /** A message begins, whose body comes in chunks or does not. */
  void begin(HttpMessage message) {
    extensionBytes = 0;
    inChunks = HttpUtil.isTransferEncodingChunked(message);
    inTrailers = false;
  }

  /**
   * Takes lines, with no bytes of a body; behind the last one's there are only fields.
   *
   * @return false if there is too much in extensions
   */
  boolean take(ByteBuf in, int taken) {
    if (!inChunks || inTrailers) return true;
    var last = lastChunkExtension(in, taken);
    inTrailers = last >= 0;
    return count(inTrailers ? last : taken, 0);
  }

  /**
   * Takes what stands around the bytes of a chunk.
   *
   * @return false if there is too much in extensions
   */
  boolean takeFraming(int bytes) {
    return count(bytes, CHUNK_FRAMING_BYTES);
  }

  /** Counts what stands in chunk lines beyond their plain framing (RFC 9112, 7.1.1). */
  private boolean count(int bytes, int plain) {
    extensionBytes = Math.max(0, extensionBytes + bytes - plain);
    return extensionBytes <= extensionBytesMax;
  }

  /**
   * Whether one of the lines just taken begins with a space or a tab, as a chunk's size never does,
   * and a field behind the last chunk only if it is folded (RFC 9112, 5.2 and 7.1). Netty takes
   * whole lines.
   */
  boolean folds(ByteBuf in, int taken) {
    if (!inChunks) return false;
    var lineStarts = true;
    for (var i = in.readerIndex() - taken; i < in.readerIndex(); i++) {
      var next = in.getByte(i);
      if (lineStarts && (next == ' ' || next == '\t')) return true;
      lineStarts = next == '\n';
    }
    return false;
  }

  /**
   * How long the extension of the last chunk is, which has no bytes, where its line is among those
   * just taken; else -1.
   */
  private static int lastChunkExtension(ByteBuf in, int taken) {
    var zeros = 0; // at the start of this line; -1 once anything else came
    for (var i = in.readerIndex() - taken; i < in.readerIndex(); i++) {
      var next = in.getByte(i);
      if (next == '0' && zeros >= 0) {
        zeros++;
      } else if (zeros > 0 && endsSize(next)) {
        return in.indexOf(i, in.readerIndex(), (byte) '\r') - i;
      } else {
        zeros = next == '\n' ? 0 : -1;
      }
    }
    return -1;
  }

  /** White space before an extension is forgiven (RFC 9112, 7.1.1). */
  private static boolean endsSize(byte next) {
    return next == ';' || next == '\r' || next == ' ' || next == '\t';
  }
}
