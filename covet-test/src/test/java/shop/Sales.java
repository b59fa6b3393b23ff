package shop;

import dev.covet.api.Provides;
import dev.covet.base.observe.Metrics;

/** Counts what is sold, where the app counts everything. */
@Provides
public final class Sales {
  private final Metrics metrics;

  Sales(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Counts one sale. */
  void count(String country) {
    metrics.count("sales_total", "country", country);
  }
}
