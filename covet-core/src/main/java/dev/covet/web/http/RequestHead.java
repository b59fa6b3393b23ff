package dev.covet.web.http;

import dev.covet.web.address.Peer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What comes before a request's body. Immutable.
 *
 * <pre>{@code
 * RequestHead.of(Method.GET, "/heroes?limit=5").headers(headers).peer(peer).build()
 * }</pre>
 */
public final class RequestHead {
  private final Method method;
  private final String methodText;
  private final String target;
  private final Headers headers;
  private final Peer peer;
  private final String protocol;
  private final @Nullable String authority;
  private final boolean connects;

  private RequestHead(Builder from) {
    this.method = from.method;
    this.methodText = from.methodText;
    this.target = from.target;
    this.headers = from.headers;
    this.peer = from.peer;
    this.protocol = from.protocol;
    this.authority = from.authority;
    this.connects = from.connects;
  }

  /**
   * Begins a head.
   *
   * @param target the path and, after {@code ?}, the query, both as they came; {@code *} for the
   *     server as a whole
   */
  public static Builder of(Method method, String target) {
    return new Builder(method, target);
  }

  /** The method. */
  public Method method() {
    return method;
  }

  /** The method as it came, for the log: also one that no route can have; empty if unknown. */
  public String methodText() {
    return methodText;
  }

  /** The path and, after {@code ?}, the query, both as they came. */
  public String target() {
    return target;
  }

  /** The header fields. */
  public Headers headers() {
    return headers;
  }

  /** The other end of the connection. */
  public Peer peer() {
    return peer;
  }

  /** The version, {@code HTTP/1.1} or {@code HTTP/2}. */
  public String protocol() {
    return protocol;
  }

  /** The host, and the port if it was named, that the client asked; empty if it named none. */
  public String authority() {
    if (authority != null) return authority;
    var host = headers.first("Host");
    return host == null ? "" : host;
  }

  /**
   * Whether a stream of HTTP/2 is to become a WebSocket (RFC 8441), which HTTP/1.1 asks for by an
   * {@code Upgrade}.
   */
  public boolean connects() {
    return connects;
  }

  /** This head with another target. */
  RequestHead withTarget(String target) {
    return changed(target).build();
  }

  /** This head as it came to another that is trusted, and passed it on. */
  RequestHead withPeer(Peer peer) {
    return changed(target).peer(peer).build();
  }

  /** This head as it came to another that is trusted, which says whom its client asked. */
  RequestHead withAuthority(String authority) {
    return changed(target).authority(authority).build();
  }

  private Builder changed(String target) {
    var changed = of(method, target).methodText(methodText).headers(headers).peer(peer);
    changed.authority = authority;
    return changed.protocol(protocol).connects(connects);
  }

  /** Puts a head together. Not thread-safe. */
  public static final class Builder {
    private static final Peer NOBODY = Peer.of(InetSocketAddress.createUnresolved("", 0), "");

    private final Method method;
    private final String target;
    private String methodText;
    private Headers headers = Headers.empty();
    private Peer peer = NOBODY;
    private String protocol = "HTTP/1.1";
    private @Nullable String authority;
    private boolean connects;

    private Builder(Method method, String target) {
      this.method = method;
      this.target = target;
      this.methodText = method.name();
    }

    /** The header fields; none unless it is said. */
    public Builder headers(Headers headers) {
      this.headers = headers;
      return this;
    }

    /** The other end of the connection; nobody unless it is said. */
    public Builder peer(Peer peer) {
      this.peer = peer;
      return this;
    }

    /** The method as it came, where it is none that a route can have. */
    public Builder methodText(String text) {
      this.methodText = text;
      return this;
    }

    /** The version; {@code HTTP/1.1} unless it is said. */
    public Builder protocol(String protocol) {
      this.protocol = protocol;
      return this;
    }

    /**
     * Whom the client asked, where another thing than {@code Host} says it (RFC 9112, 3.2.2); null
     * where that says it.
     */
    public Builder authority(@Nullable String authority) {
      this.authority = authority;
      return this;
    }

    /** Whether a stream of HTTP/2 is to become a WebSocket; not unless it is said. */
    public Builder connects(boolean connects) {
      this.connects = connects;
      return this;
    }

    /** The head. */
    public RequestHead build() {
      return new RequestHead(this);
    }
  }
}
