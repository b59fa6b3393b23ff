package shop;

import dev.covet.api.Get;
import dev.covet.api.Routes;

/** Says how taxes are. */
@Routes("/taxes")
public final class Taxes {
  private final TaxSettings settings;

  Taxes(TaxSettings settings) {
    this.settings = settings;
  }

  @Get
  TaxSettings taxes() {
    return settings;
  }
}
