package lodge;

import dev.covet.api.Id;
import dev.covet.api.Owner;
import dev.covet.api.References;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.api.Version;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Something that is somebody's. */
@Table
public record Keepsake(
    @Id long id,
    @NotBlank @Unique String name,
    @References(Shelf.class) @Nullable Long shelfId,
    @Version long version,
    @Owner(Me.class) long ownerId) {
  /** A new one on the same shelf. */
  Keepsake fresh(String other) {
    return new Keepsake(0, other, shelfId, 0, 0);
  }
}
