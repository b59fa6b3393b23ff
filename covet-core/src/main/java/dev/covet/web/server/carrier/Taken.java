package dev.covet.web.server.carrier;

import io.netty.channel.Channel;

/**
 * How far a client is with what was written for it.
 *
 * @param waits whether anything waits for it
 * @param writes how many it has taken whole
 * @param bytes what it has taken of the next
 */
public record Taken(boolean waits, long writes, long bytes) {
  /** Nothing waits. */
  public static final Taken ALL = new Taken(false, 0, 0);

  /** How far it is, where so many buffers were given to the socket. */
  public static Taken of(Channel channel, long writes) {
    var buffer = channel.unsafe().outboundBuffer();
    return buffer == null || buffer.isEmpty()
        ? ALL
        : new Taken(true, writes - buffer.size(), buffer.currentProgress());
  }
}
