package kinds;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Moments and days on either side of now. */
record Times(
    @Nullable @Past Instant was,
    @Nullable @PastOrPresent LocalDate until,
    @Nullable @Future Instant comes,
    @Nullable @FutureOrPresent LocalDate from) {}
