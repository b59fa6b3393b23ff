package desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One value of each kind, wherever they come from. */
record Values(
    @Max(9) int count,
    long big,
    double price,
    BigDecimal exact,
    boolean flag,
    @NotBlank @Size(max = 5) String text,
    LocalDate day,
    Instant moment,
    UUID id,
    Color color) {}
