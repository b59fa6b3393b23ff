package dev.covet.web.server;

import dev.covet.base.config.Config;
import dev.covet.web.address.Cidr;
import dev.covet.web.middleware.TrustedProxies;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose connections are those of others.
 *
 * @param trusted those that say in header fields for whom they ask
 * @param speaking those that say so by the PROXY protocol, which they must then
 */
public record Proxies(List<Cidr> trusted, List<Cidr> speaking) {
  /** None. */
  public static final Proxies NONE = new Proxies(List.of(), List.of());

  /** Copies the lists. */
  public Proxies {
    trusted = List.copyOf(trusted);
    speaking = List.copyOf(speaking);
  }

  /** What the settings of a start say. */
  static Proxies from(Config config) {
    var speaking = TrustedProxies.blocks(config.setting("PROXY_PROTOCOL_FROM").orElse(""));
    return new Proxies(TrustedProxies.trusted(config), speaking);
  }

  /** All of them; their connections are not counted by address. */
  List<Cidr> all() {
    return Stream.concat(trusted.stream(), speaking.stream()).toList();
  }
}
