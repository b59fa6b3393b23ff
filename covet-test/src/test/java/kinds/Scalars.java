package kinds;

import dev.covet.api.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What JSON has as strings, and defaults. */
record Scalars(
    UUID id,
    LocalDate day,
    Instant moment,
    Color color,
    @Nullable UUID otherId,
    @Nullable LocalDate otherDay,
    @Nullable Instant otherMoment,
    @Nullable Color otherColor,
    @Default("7") int number,
    @Default("1.5") double real,
    @Default("true") boolean truth,
    @Default("a \"b\"") String text,
    @Default("2026-01-31") LocalDate start,
    @Default("deep-blue") Color favourite) {}
