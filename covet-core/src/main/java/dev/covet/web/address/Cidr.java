package dev.covet.web.address;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses (RFC 4632, 3.1; RFC 4291, 2.3): {@code 10.0.0.0/8}, {@code
 * 2001:db8::/32}, or one address. An IPv4 address that is written as an IPv6 one ({@code
 * ::ffff:10.0.0.1}) is that of IPv4. Immutable and thread-safe.
 */
public final class Cidr {
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern LEADING_ZERO = Pattern.compile("(^|\\.)0[0-9]");
  private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

  private final byte[] network;
  private final int bits;

  private Cidr(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /**
   * The block that a text names; empty if it names none, or if its address has bits beyond the
   * length of the prefix, as {@code 10.0.0.1/8} has.
   */
  public static Optional<Cidr> of(String text) {
    var slash = text.indexOf('/');
    var address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) return Optional.empty();
    var network = address.get().getAddress();
    var all = network.length * 8;
    if (slash < 0) return Optional.of(new Cidr(network, all));
    var length = text.substring(slash + 1);
    if (!BITS.matcher(length).matches() || Integer.parseInt(length) > all) return Optional.empty();
    var cidr = new Cidr(network, Integer.parseInt(length));
    return cidr.hasBitsBeyond() ? Optional.empty() : Optional.of(cidr);
  }

  /**
   * The blocks of a list with commas.
   *
   * @return those that are some, and the texts that are none
   */
  public static Listed list(String text) {
    var blocks = new ArrayList<Cidr>();
    var wrong = new ArrayList<String>();
    for (var each : text.split(",", -1)) {
      if (each.isBlank()) continue;
      of(each.strip()).ifPresentOrElse(blocks::add, () -> wrong.add(each.strip()));
    }
    return new Listed(blocks, wrong);
  }

  /**
   * What a list has.
   *
   * @param blocks those that it names
   * @param wrong what names none
   */
  public record Listed(List<Cidr> blocks, List<String> wrong) {
    /** Copies the lists. */
    public Listed {
      blocks = List.copyOf(blocks);
      wrong = List.copyOf(wrong);
    }
  }

  /** An address as it is written, without a name, a zone or leading zeros; nothing is looked up. */
  public static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) return Optional.empty();
    if (LEADING_ZERO.matcher(text).find() && !text.contains(":")) return Optional.empty();
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private boolean hasBitsBeyond() {
    for (var bit = bits; bit < network.length * 8; bit++) {
      if ((network[bit / 8] & 0x80 >>> bit % 8) != 0) return true;
    }
    return false;
  }

  /** Whether the address is one of the block. */
  public boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length != network.length) return false;
    var whole = bits / 8;
    for (var i = 0; i < whole; i++) {
      if (bytes[i] != network[i]) return false;
    }
    var mask = 0xff00 >>> bits % 8 & 0xff;
    return mask == 0 || (bytes[whole] & mask) == (network[whole] & mask);
  }

  /** Whether the address is one of any of the blocks. */
  public static boolean contains(List<Cidr> blocks, InetAddress address) {
    for (var each : blocks) {
      if (each.contains(address)) return true;
    }
    return false;
  }

  /** By value: settings that name the same blocks are the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr cidr && bits == cidr.bits && Arrays.equals(network, cidr.network);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(network) * 31 + bits;
  }
}
