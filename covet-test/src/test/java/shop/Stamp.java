package shop;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;

/** Needs a receipt, and so is closed before it. */
@Provides(REQUEST)
public final class Stamp implements AutoCloseable {
  private final Till till;

  Stamp(Till till, Receipt receipt) {
    this.till = till;
    till.note("stamp on " + receipt.text());
  }

  @Override
  public void close() {
    till.note("stamp closed");
  }
}
