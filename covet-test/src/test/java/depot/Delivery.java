package depot;

import dev.covet.api.Id;
import dev.covet.api.Table;

/** A row of the other database, in a table that is called as one of the first. */
@Reports
@Table("parcel")
public record Delivery(@Id long id, long parcelId, String day) {}
