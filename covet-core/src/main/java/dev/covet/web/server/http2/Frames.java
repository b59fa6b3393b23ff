package dev.covet.web.server.http2;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http2.Http2Exception;

/** Takes the frames of a client, each of which is good by itself (RFC 9113, 6). */
interface Frames {
  /**
   * A frame of a body begins.
   *
   * @param cost its length with its padding, as flow control counts it (6.9.1)
   * @param isEmpty whether it has nothing but padding, and is not the last one
   */
  void data(int stream, int cost, boolean isEmpty) throws Http2Exception;

  /**
   * Bytes of a body, of the frame that has begun.
   *
   * @param last whether they are the last ones of the body
   */
  void bytes(int stream, ByteBuf bytes, boolean last) throws Http2Exception;

  /** The frame that has begun ends with padding, which is over. */
  void padded(int stream);

  /**
   * A whole header block: a request's, or what stands behind its body.
   *
   * @param last whether nothing comes behind it
   */
  void fields(int stream, ByteBuf block, boolean last) throws Http2Exception;

  /** What a client thinks of its streams' importance, which nobody asks for any more (5.3.2). */
  void priority() throws Http2Exception;

  /** The client gives a stream up. */
  void reset(int stream) throws Http2Exception;

  /** Settings, each an identifier of two bytes and a value of four. */
  void settings(ByteBuf pairs) throws Http2Exception;

  /** The client knows the settings of the server. */
  void settled();

  /** The client wants these eight bytes back. */
  void ping(long bytes) throws Http2Exception;

  /**
   * The client takes more bytes.
   *
   * @param stream 0 for the connection
   */
  void window(int stream, int more) throws Http2Exception;
}
