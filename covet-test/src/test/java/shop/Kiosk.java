package shop;

import dev.covet.api.Get;
import dev.covet.api.Routes;

/** Sells without many words. */
@Routes("/kiosk")
public final class Kiosk {
  private final Sales sales;

  Kiosk(Sales sales) {
    this.sales = sales;
  }

  @Get("/{country}")
  void buy(String country) {
    sales.count(country);
  }
}
