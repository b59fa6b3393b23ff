package depot;

import static depot.DeliveryTable.DELIVERY;
import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Provides;
import dev.covet.data.Session;

/** A service that is given the session of the other database. */
@Provides(REQUEST)
final class Ledger {
  private final Session reports;

  Ledger(@Reports Session reports) {
    this.reports = reports;
  }

  Delivery note(long parcelId) {
    return reports.insert(DELIVERY, new Delivery(0, parcelId, "Monday"));
  }
}
