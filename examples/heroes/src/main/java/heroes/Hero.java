package heroes;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A hero.
 *
 * @param name what the world calls the hero
 * @param secretName who is behind the mask
 * @param age in years
 * @param teamId the hero's team
 */
@Table
public record Hero(
    @Id long id,
    @NotBlank @Size(max = 80) @Unique String name,
    @NotBlank String secretName,
    @Nullable @Min(0) @Max(10_000) @Index Integer age,
    @Nullable @References(Team.class) Long teamId) {}
