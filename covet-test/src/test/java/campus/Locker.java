package campus;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.UpdatedAt;
import dev.covet.api.Version;
import java.time.Instant;

/** A locker, found by two components, with a version. */
@Table
public record Locker(
    @Id String hall,
    @Id int number,
    String holder,
    @Version long version,
    @UpdatedAt Instant updatedAt) {}
