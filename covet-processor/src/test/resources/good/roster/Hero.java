package roster;

import dev.covet.api.Id;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A hero. */
public record Hero(
    @Id long id, @NotBlank String name, String secretName, @Nullable Integer age, @Nullable Long teamId) {}
