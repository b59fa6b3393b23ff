package dev.covet.resilience;

import dev.covet.web.address.Network;
import dev.covet.web.http.Request;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose requests are counted together. Keys are ordered, so that many of one hash do not slow down
 * a table of them.
 *
 * @param text what the number is, or a name
 * @param number an address, or its network; 0 for a name
 */
public record ClientKey(String text, long number) implements Comparable<ClientKey> {
  /** All clients together. */
  static final ClientKey ALL = new ClientKey("all", 0);

  private static final Comparator<ClientKey> ORDER =
      Comparator.comparingLong(ClientKey::number).thenComparing(ClientKey::text);

  /** The longest name that is kept as it is, in characters; a longer one is cut. */
  private static final int NAME_CHARS_MAX = 256;

  private static final String IPV4 = "4";
  private static final String IPV6 = "6";

  /** Whoever sends a request, if that can be told from others; else its address. */
  static ClientKey of(Request request, @Nullable Object sender) {
    return name(request, sender).map(ClientKey::named).orElseGet(() -> ofAddress(request));
  }

  /**
   * By what the principal of a request is known, if it has one: this alone knows where it is found.
   *
   * @throws dev.covet.api.Unauthorized if its credentials do not hold
   */
  public static Optional<String> caller(Request request) {
    var noted = request.context().principal();
    return name(request, noted != null ? noted : request.terms().owner().who(request.context()));
  }

  /** An id is that of one class of principals: another may have the same one. */
  private static Optional<String> name(Request request, @Nullable Object sender) {
    if (sender == null) return Optional.empty();
    var id = request.terms().owner().id(sender);
    return Optional.ofNullable(id).map(each -> sender.getClass().getName() + " " + each);
  }

  /** The address of a request, as far as it is believed: this alone knows where it is found. */
  static ClientKey ofAddress(Request request) {
    var peer = request.peer();
    var address = peer.getAddress();
    return address == null ? named(peer.getHostString()) : of(address);
  }

  /** A name that somebody has chosen, such as an API key. */
  static ClientKey named(String name) {
    var isLong = name.length() > NAME_CHARS_MAX;
    return isLong
        ? new ClientKey("=" + name.substring(0, NAME_CHARS_MAX), name.hashCode())
        : new ClientKey("=" + name, 0);
  }

  /** An address, by its {@link Network}. */
  static ClientKey of(InetAddress address) {
    var network = Network.of(address);
    return new ClientKey(network.wide() ? IPV6 : IPV4, network.bits());
  }

  @Override
  public int compareTo(ClientKey other) {
    return ORDER.compare(this, other);
  }
}
