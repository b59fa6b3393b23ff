package dev.covet.web.server.carrier;

import dev.covet.web.address.Cidr;
import dev.covet.web.address.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts open connections, in total and for each address. The addresses of one IPv6 /64 network
 * count as one, for whoever has one of them has them all. Safe for use by many threads.
 */
public final class OpenConnections {
  private final List<Cidr> proxies;
  private final int max;
  private final int perAddressMax;
  private final AtomicInteger total = new AtomicInteger();
  private final Map<Network, Integer> byNetwork = new ConcurrentHashMap<>();

  /**
   * Counts by these limits.
   *
   * @param proxies whose connections are those of many clients
   */
  public OpenConnections(ServerLimits limits, List<Cidr> proxies) {
    this.proxies = proxies;
    this.max = limits.admission().connectionsMax();
    this.perAddressMax = limits.admission().connectionsPerAddressMax();
  }

  /** Counts a connection; else says which limit it would break, in upper snake case. */
  public Optional<String> open(InetAddress peer) {
    if (total.incrementAndGet() > max) {
      total.decrementAndGet();
      return Optional.of("CONNECTIONS_MAX");
    }
    if (isCounted(peer) && add(Network.of(peer), 1) > perAddressMax) {
      close(peer);
      return Optional.of("CONNECTIONS_PER_ADDRESS_MAX");
    }
    return Optional.empty();
  }

  /** A connection that was counted is gone; returns how many are left. */
  public int close(InetAddress peer) {
    if (isCounted(peer)) add(Network.of(peer), -1);
    return total.decrementAndGet();
  }

  /**
   * A connection that was counted as that of one address is another's; else says which limit that
   * would break, and it stays counted as before.
   */
  Optional<String> move(InetAddress from, InetAddress to) {
    if (isCounted(to) && add(Network.of(to), 1) > perAddressMax) {
      add(Network.of(to), -1);
      return Optional.of("CONNECTIONS_PER_ADDRESS_MAX");
    }
    if (isCounted(from)) add(Network.of(from), -1);
    return Optional.empty();
  }

  private boolean isCounted(InetAddress peer) {
    return !peer.isLoopbackAddress() && !Cidr.contains(proxies, peer);
  }

  private int add(Network network, int change) {
    var count =
        byNetwork.compute(
            network,
            (_, before) -> {
              var after = (before == null ? 0 : before) + change;
              return after == 0 ? null : after;
            });
    return count == null ? 0 : count;
  }

  /** How many are open. */
  public int total() {
    return total.get();
  }
}
