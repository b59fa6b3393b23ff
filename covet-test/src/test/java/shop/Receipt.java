package shop;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;
import dev.covet.web.http.Request;

/** One for each request that asks for it. */
@Provides(REQUEST)
public final class Receipt implements AutoCloseable {
  private final Till till;
  private final int number;
  private final String path;

  Receipt(Till till, Request request) {
    this.till = till;
    this.number = till.next();
    this.path = request.path();
    till.note("receipt " + number);
  }

  /** Number and path. */
  public String text() {
    return number + " " + path;
  }

  @Override
  public void close() {
    till.note("receipt " + number + " closed");
  }
}
