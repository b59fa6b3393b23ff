package campus;

import dev.covet.api.CreatedAt;
import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.UpdatedAt;
import dev.covet.api.Version;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;

/** What several people write at. */
@Table
public record Note(
    @Id long id,
    @NotBlank String text,
    @Version long version,
    @CreatedAt Instant createdAt,
    @UpdatedAt Instant updatedAt) {}
