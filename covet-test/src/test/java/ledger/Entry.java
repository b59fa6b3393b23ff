package ledger;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotBlank;

/** An entry; nothing but its code tells it from others that were sent. */
@Table("ledger_entry")
public record Entry(@Id long id, @NotBlank String code, String text) {}
