package campus;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A room; one that is closed may have the number of another. */
@Table
@Unique(
    value = {"building", "number"},
    whereNull = "closedOn")
@Unique({"floor", "key"})
@Index({"building", "floor"})
public record Room(
    @Id long id,
    String building,
    int number,
    @Nullable Integer floor,
    @Nullable String key,
    @Nullable LocalDate closedOn) {}
