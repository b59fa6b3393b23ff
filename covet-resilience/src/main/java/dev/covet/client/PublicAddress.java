package dev.covet.client;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a guarded call may reach: those of the public Internet alone, by the registries
 * of special-purpose addresses (RFC 6890). An IPv6 address that stands for one of IPv4 counts as
 * that.
 */
final class PublicAddress {
  /** This network, private, shared (CGNAT), loopback, link-local, protocols, tests, multicast. */
  private static final List<Block> SPECIAL_4 =
      Block.all(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24"
              + " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24"
              + " 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

  /** All of IPv6 that is given out to anybody; the rest is special, or nobody's. */
  private static final Block GLOBAL_6 = Block.of("2000::/3");

  /** Protocols with Teredo, documentation, and what comes after them of their kind. */
  private static final List<Block> SPECIAL_6 =
      Block.all("2001::/23 2001:db8::/32 3fff::/20 5f00::/16");

  /** Mapped, translated (NAT64), compatible: the last four bytes are one of IPv4. */
  private static final List<Block> ENDS_IN_4 =
      Block.all("::/96 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b::/96");

  /** Behind its first two bytes stands one of IPv4. */
  private static final Block SIX_TO_FOUR = Block.of("2002::/16");

  private PublicAddress() {}

  /** Whether an address is one of the public Internet. */
  static boolean is(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 4 ? isPublic4(bytes) : is6(bytes);
  }

  private static boolean is6(byte[] bytes) {
    if (ENDS_IN_4.stream().anyMatch(block -> block.has(bytes))) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.has(bytes)) return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
    return GLOBAL_6.has(bytes) && SPECIAL_6.stream().noneMatch(block -> block.has(bytes));
  }

  private static boolean isPublic4(byte[] bytes) {
    return SPECIAL_4.stream().noneMatch(block -> block.has(bytes));
  }

  /** All addresses whose first bits are these. */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  private record Block(byte[] first, int bits) {
    static List<Block> all(String blocks) {
      return Arrays.stream(blocks.split(" ", -1)).map(Block::of).toList();
    }

    static Block of(String text) {
      var slash = text.indexOf('/');
      return new Block(
          bytes(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Java makes one of IPv4 of a mapped address, which is to stay one of IPv6 here. */
    private static byte[] bytes(String address) {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      if (!address.contains(":") || bytes.length == 16) return bytes;
      var mapped = new byte[16];
      mapped[10] = (byte) 0xff;
      mapped[11] = (byte) 0xff;
      System.arraycopy(bytes, 0, mapped, 12, 4);
      return mapped;
    }

    boolean has(byte[] address) {
      if (address.length != first.length) return false;
      for (var i = 0; i < bits; i++) {
        var mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (first[i / 8] & mask)) return false;
      }
      return true;
    }
  }
}
