package dev.covet.web.server.http2;

import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Arrays;

/**
 * The fields of a header block as HPACK gives them: names and values in turn, in their order, which
 * Netty's own list does not keep, and nothing checked. Not thread-safe.
 */
final class DecodedFields extends DefaultHttp2Headers {
  private static final int FIELDS_HINT = 32;

  private String[] fields = new String[FIELDS_HINT];
  private int count;

  private DecodedFields() {
    super(false, 2);
  }

  /** What makes them: HPACK for one connection, within a limit as RFC 9113, 6.5.2 counts it. */
  static DefaultHttp2HeadersDecoder decoder(int bytesMax) {
    return new DefaultHttp2HeadersDecoder(false, bytesMax) {
      @Override
      protected Http2Headers newHeaders() {
        return new DecodedFields();
      }
    };
  }

  @Override
  public Http2Headers add(CharSequence name, CharSequence value) {
    if (count == fields.length) fields = Arrays.copyOf(fields, count * 2);
    fields[count++] = name.toString();
    fields[count++] = value.toString();
    return this;
  }

  /** How many names and values there are. */
  int count() {
    return count;
  }

  /** The names and values in turn; what stands behind {@link #count} is null. */
  String[] array() {
    return fields;
  }
}
