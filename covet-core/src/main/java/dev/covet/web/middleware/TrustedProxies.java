package dev.covet.web.middleware;

import dev.covet.api.BadRequest;
import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import dev.covet.web.address.Authority;
import dev.covet.web.address.Cidr;
import dev.covet.web.address.Peer;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Believes what trusted proxies say of the clients for which they ask: the address, the scheme and
 * the host. Of the addresses that were handed on it takes the rightmost that is none of a trusted
 * proxy, since whoever stands left of it may have written the rest. One that is not told ({@code
 * unknown}, {@code _hidden}, RFC 7239, 6) is nobody's: not that of the proxy, which may be let in
 * where clients are not. What makes no sense is 400. From all others it ignores the same. Every app
 * has it whose setting {@code trustedProxies} names some. Immutable and thread-safe.
 */
public final class TrustedProxies implements Middleware {
  /** The address of a client of which a proxy tells none. */
  private static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

  private final List<Cidr> trusted;
  private final boolean isForwarded;

  private TrustedProxies(List<Cidr> trusted, boolean isForwarded) {
    this.trusted = List.copyOf(trusted);
    this.isForwarded = isForwarded;
  }

  /**
   * What the settings say: {@code TRUSTED_PROXIES}, addresses and blocks with commas, and {@code
   * TRUSTED_PROXY_HEADERS}, {@code x-forwarded} or {@code forwarded} (RFC 7239), which the proxies
   * write. What they do not write comes from clients, so only one of the two is read.
   */
  public static TrustedProxies from(Config config) {
    var kind =
        config
            .setting("TRUSTED_PROXY_HEADERS")
            .orElse("x-forwarded")
            .asChoice(List.of("x-forwarded", "forwarded"), List.of(false, true));
    return new TrustedProxies(trusted(config), kind);
  }

  /** The addresses that are believed; none unless {@code TRUSTED_PROXIES} names some. */
  public static List<Cidr> trusted(Config config) {
    return blocks(config.setting("TRUSTED_PROXIES").orElse(""));
  }

  /** The addresses and blocks that a setting names, with commas. */
  public static List<Cidr> blocks(Setting setting) {
    var listed = Cidr.list(setting.asText());
    for (var wrong : listed.wrong()) {
      setting.problem(
          "type",
          "must be addresses or blocks such as 10.0.0.0/8, with commas; \"%s\" is none"
              .formatted(wrong));
    }
    return listed.blocks();
  }

  /** Whether nobody is believed. */
  public boolean isEmpty() {
    return trusted.isEmpty();
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.NET;
  }

  @Override
  public Response handle(Request request, Handler next) {
    var peer = request.peer().getAddress();
    var isBelieved =
        peer != null
            && Cidr.contains(trusted, peer)
            && (isForwarded ? ForwardedHops.FORWARDED : ForwardedHops.X_FORWARDED)
                .stream().anyMatch(request.headers()::has);
    return next.handle(isBelieved ? believed(request) : request);
  }

  /** One of whom nobody can know who it is is refused further in, so that it is logged, too. */
  private Request believed(Request request) {
    try {
      return told(
          request,
          isForwarded ? ForwardedHops.forwarded(request) : ForwardedHops.xForwarded(request));
    } catch (BadRequest malformed) {
      request.context().refused(Refusal.malformed(malformed.message()));
      return request.withPeer(from(request, UNKNOWN, request.scheme()));
    }
  }

  private Request told(Request request, ForwardedHops hops) {
    var at = hops.client(each -> Cidr.contains(trusted, each));
    var scheme = hops.scheme(at).map(TrustedProxies::scheme).orElse(request.scheme());
    var client = hops.address(at).map(each -> new InetSocketAddress(each, 0)).orElse(UNKNOWN);
    var seen = request.withPeer(from(request, client, scheme));
    return hops.host(at).map(TrustedProxies::host).map(seen::withAuthority).orElse(seen);
  }

  private static Peer from(Request request, InetSocketAddress client, String scheme) {
    return new Peer(client, request.connectionId(), scheme, Optional.empty());
  }

  private static String scheme(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals("http") && !lower.equals("https")) throw malformed();
    return lower;
  }

  private static String host(String text) {
    if (!Authority.isValid(text)) throw malformed();
    return text;
  }

  /** 400: what a proxy handed on cannot be read, so that nobody knows who asks. */
  static BadRequest malformed() {
    return new BadRequest("What a proxy says of its client is malformed");
  }

  /** An address as it was handed on, with or without a port; empty for one that is not told. */
  static Optional<InetAddress> handedOn(String text) {
    var bare = text;
    if (text.startsWith("[")) {
      var close = text.indexOf(']');
      if (close < 0 || !isPort(text.substring(close + 1))) throw malformed();
      bare = text.substring(1, close);
    } else if (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      bare = text.substring(0, text.indexOf(':'));
      if (!isPort(text.substring(bare.length()))) throw malformed();
    }
    if (bare.equalsIgnoreCase("unknown") || bare.startsWith("_")) return Optional.empty();
    return Optional.of(Cidr.address(bare).orElseThrow(TrustedProxies::malformed));
  }

  private static boolean isPort(String text) {
    return text.isEmpty() || text.matches(":([0-9]{1,5}|_[A-Za-z0-9._-]+)");
  }
}
