package dev.covet.web.middleware;

import dev.covet.api.Forbidden;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;

/**
 * Lets in clients at some addresses alone; all others are answered 403. Behind a proxy these are
 * those that it tells, if the setting {@code trustedProxies} names it. Immutable and thread-safe.
 */
public final class AllowIps implements Middleware {
  private final List<String> wrong;
  private final List<Cidr> allowed;

  private AllowIps(List<String> wrong, List<Cidr> allowed) {
    this.wrong = wrong;
    this.allowed = allowed;
  }

  /**
   * For clients at these addresses.
   *
   * @param blocks such as {@code 10.0.0.0/8} or {@code 2001:db8::1}; anything else stops the start
   */
  public static AllowIps of(String... blocks) {
    var listed = Cidr.list(String.join(",", blocks));
    return new AllowIps(listed.wrong(), listed.blocks());
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.LIMIT_BY_ADDRESS;
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    for (var each : wrong) {
      surroundings
          .faults()
          .add(
              "AllowIps.of(\"%s\") names no address. Write one, or a block such as 10.0.0.0/8 whose address has no bits beyond its length."
                  .formatted(each));
    }
    if (wrong.isEmpty() && allowed.isEmpty()) {
      surroundings.faults().add("AllowIps.of() lets nobody in. Name addresses, or leave it out.");
    }
    return this;
  }

  @Override
  public Response handle(Request request, Handler next) {
    var client = request.peer().getAddress();
    if (client == null || !Cidr.contains(allowed, client)) {
      throw new Forbidden("This address is not allowed here");
    }
    return next.handle(request);
  }

  @Override
  public Answers answers() {
    return Answers.of(Forbidden.class);
  }
}
