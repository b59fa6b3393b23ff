package dev.covet.web.server.http1;

import dev.covet.web.http.RequestHead;
import dev.covet.web.server.carrier.Connection;
import io.netty.buffer.ByteBuf;

/** What else is spoken where HTTP/1.1 is. Thread-safe; called on the loop of a connection. */
public interface OtherProtocols {
  /** Where nothing else is. */
  OtherProtocols NONE =
      new OtherProtocols() {
        @Override
        public boolean begins(Connection connection, ByteBuf in) {
          return false;
        }

        @Override
        public boolean upgrades() {
          return false;
        }

        @Override
        public boolean upgrade(Connection connection, RequestHead first, byte[] settings) {
          return false;
        }
      };

  /**
   * Is given what is no HTTP/1.1 from the first byte on; whether it takes it, and has made this
   * leave by {@link Http1#handOn}.
   */
  boolean begins(Connection connection, ByteBuf in);

  /** Whether a request may have its connection go on with HTTP/2 (RFC 7540, 3.2). */
  boolean upgrades();

  /**
   * Goes on with HTTP/2 once its client was told so, and has made this leave by {@link
   * Http1#handOn}.
   *
   * @param first the request that asked for it, without a body, which is that of stream 1
   * @param settings of the client, as a frame would have them
   * @return false, and nothing is done, if they are malformed
   */
  boolean upgrade(Connection connection, RequestHead first, byte[] settings);
}
