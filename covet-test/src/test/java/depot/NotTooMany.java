package depot;

import static depot.DeliveryTable.DELIVERY;

import dev.covet.api.Conflict;
import dev.covet.api.Guard;
import dev.covet.data.Session;

/** A guard that asks the other database. */
@Guard
final class NotTooMany {
  private static final int MAX = 3;

  void check(@Reports Session reports) throws Conflict {
    if (reports.from(DELIVERY).count() >= MAX) throw new Conflict("The depot is full");
  }
}
