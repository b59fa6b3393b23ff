package club;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets a member in: a component of each kind that a new record may leave out, or not. */
@Table
public record Ticket(
    @Id long id,
    LocalDate day,
    String holder,
    long seat,
    boolean paid,
    @Default("7") int row,
    @Default("FULL_MEMBER") Rank rank,
    @Nullable String note,
    @ReadOnly Instant sold) {}
