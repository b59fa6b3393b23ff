package dev.covet.web.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What is counted as one client: the first 64 bits of an IPv6 address, within which it has as many
 * as it likes, or all of IPv4's. An IPv6 address that stands for one of IPv4 is that (RFC 4291,
 * 2.5.5.2).
 *
 * @param bits of the address
 * @param wide whether it is IPv6
 */
public record Network(long bits, boolean wide) {
  /** The network of an address. */
  public static Network of(InetAddress address) {
    var bytes = ByteBuffer.wrap(address.getAddress());
    if (!(address instanceof Inet6Address)) return new Network(bytes.getInt(), false);
    return bytes.getLong(0) == 0 && bytes.getInt(8) == 0xffff
        ? new Network(bytes.getInt(12), false)
        : new Network(bytes.getLong(), true);
  }
}
