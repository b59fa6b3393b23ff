package lodge;

import dev.covet.api.Id;
import dev.covet.api.OnDelete;
import dev.covet.api.References;
import dev.covet.api.Table;

/** Hangs on something that is somebody's, and is nobody's itself. */
@Table("lodge_label")
public record Label(
    @Id long id,
    @References(value = Keepsake.class, onDelete = OnDelete.CASCADE) long keepsakeId,
    String text) {}
