package dev.covet.web.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.covet.api.BadRequest;
import dev.covet.schema.BuiltInError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds the parts of a multipart body between their boundaries (RFC 2046, 5.1.1). What stands
 * before the first and behind the last is passed over. Holds one block of the body at a time. Not
 * thread-safe.
 */
final class PartScanner {
  private static final int BLOCK_BYTES = 16_384;

  /** Most blanks between a boundary and the end of its line. */
  private static final int PADDING_MAX = 64;

  /** What stays here of what was passed: a line end. */
  private static final int KEPT_BYTES = 2;

  private static final Sink NOWHERE = (_, _, _) -> {};

  /** Takes the bytes of a part; they are valid during the call. */
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int offset, int length) throws IOException;
  }

  private enum Line {
    PART,
    LAST,
    NONE
  }

  private final InputStream in;
  private final long bytesMax;
  private final byte[] delimiter;

  /** How far the end of the delimiter may be moved on, by the byte there (Horspool). */
  private final byte[] skips = new byte[256];

  private final byte[] block = new byte[BLOCK_BYTES];
  private int at;
  private int end;
  private long came;
  private boolean atEnd;

  /**
   * A scanner of a body.
   *
   * @param boundary 1 to 70 characters of ASCII
   * @param bytesMax longest body in bytes, else 413
   */
  PartScanner(InputStream in, String boundary, long bytesMax) {
    this.in = in;
    this.bytesMax = bytesMax;
    this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    Arrays.fill(skips, (byte) delimiter.length);
    for (var i = 0; i < delimiter.length - 1; i++) {
      skips[delimiter[i] & 0xff] = (byte) (delimiter.length - 1 - i);
    }
    block[0] = '\r'; // so that a boundary at the start stands behind a line end, as all others do
    block[1] = '\n';
    end = 2;
  }

  /** Goes to the next part, whose header follows; false if there is none, and all was read. */
  boolean next() throws IOException {
    return content(NOWHERE);
  }

  /** Gives the rest of a part to a sink, and goes to the next part; false if there is none. */
  boolean content(Sink sink) throws IOException {
    var line = withoutContent();
    while (line == Line.NONE) {
      var found = find();
      sink.take(block, at, found - at);
      at = found;
      if (isAt(delimiter, found)) {
        line = lineOr(sink);
      } else if (!fill()) {
        throw new BadRequest("The form ends before its last boundary");
      }
    }
    if (line == Line.LAST) readToEnd();
    return line == Line.PART;
  }

  /** Reads the line of a delimiter; that of another form is content. */
  private Line lineOr(Sink content) throws IOException {
    var line = line();
    if (line == Line.NONE) content.take(block, at++, 1);
    return line;
  }

  /** The empty line behind a header may be that of the delimiter: the part has no content then. */
  private Line withoutContent() throws IOException {
    var isLong = at >= KEPT_BYTES && byteAt(delimiter.length - KEPT_BYTES - 1) >= 0;
    if (!isLong || !isAt(delimiter, at - KEPT_BYTES)) return Line.NONE;
    at -= KEPT_BYTES;
    var line = line();
    if (line == Line.NONE) at += KEPT_BYTES;
    return line;
  }

  /** Where the delimiter stands, or where it may begin at the end of what is here. */
  private int find() {
    var last = delimiter.length - 1;
    var from = at;
    while (from + last < end && !isAt(delimiter, from)) from += skips[block[from + last] & 0xff];
    return from;
  }

  private boolean isAt(byte[] text, int from) {
    return from + text.length <= end
        && Arrays.equals(block, from, from + text.length, text, 0, text.length);
  }

  /** Reads the line of a delimiter, if it is one. */
  private Line line() throws IOException {
    var from = delimiter.length;
    if (byteAt(from) == '-' && byteAt(from + 1) == '-') return Line.LAST;
    while (byteAt(from) == ' ' || byteAt(from) == '\t') {
      if (++from > delimiter.length + PADDING_MAX) return Line.NONE;
    }
    if (byteAt(from) == '\n') throw noLineEnd();
    if (byteAt(from) != '\r' || byteAt(from + 1) != '\n') return Line.NONE;
    at += from + 2;
    return Line.PART;
  }

  /** The byte so far behind where it is; -1 at the end. */
  private int byteAt(int offset) throws IOException {
    while (at + offset >= end) {
      if (!fill()) return -1;
    }
    return block[at + offset] & 0xff;
  }

  /**
   * The header of a part, with the line ends of its fields; the content follows.
   *
   * @param most its longest length in bytes
   */
  byte[] header(int most) throws IOException {
    var header = new ByteArrayOutputStream(256);
    for (var lineBytes = 0; ; ) {
      var next = byteAt(0);
      if (next < 0) throw new BadRequest("The header of a part has no end");
      if (header.size() == most) {
        throw new FormRefused(
            BuiltInError.PART_HEADER_BYTES_MAX,
            "The header of a part is longer than " + most + " bytes");
      }
      if (next == '\n') throw noLineEnd();
      header.write(next);
      at++;
      lineBytes++;
      if (next != '\r') continue;
      if (byteAt(0) != '\n') throw noLineEnd();
      header.write('\n');
      at++;
      if (lineBytes == 1) break;
      lineBytes = 0;
    }
    return header.toByteArray();
  }

  private static BadRequest noLineEnd() {
    return new BadRequest("The lines of the form must end with CR LF");
  }

  private void readToEnd() throws IOException {
    do {
      at = end;
    } while (fill());
  }

  /** Reads more behind what is here; false if there is nothing more. */
  private boolean fill() throws IOException {
    if (atEnd) return false;
    if (at > KEPT_BYTES) {
      var from = at - KEPT_BYTES;
      System.arraycopy(block, from, block, 0, end - from);
      end -= from;
      at = KEPT_BYTES;
    }
    var read = in.read(block, end, block.length - end);
    atEnd = read < 0;
    if (atEnd) return false;
    end += read;
    came += read;
    if (came > bytesMax) throw tooLong(bytesMax);
    return true;
  }

  static FormRefused tooLong(long bytesMax) {
    return new FormRefused(
        BuiltInError.MULTIPART_BYTES_MAX, "The form is longer than " + bytesMax + " bytes");
  }
}
