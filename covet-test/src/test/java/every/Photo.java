package every;

import dev.covet.api.Id;
import dev.covet.api.Table;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Bytes among other things. */
@Table
@SuppressWarnings("ArrayRecordComponent") // nobody compares two photos
public record Photo(@Id long id, @Size(max = 4) @NotEmpty byte[] data, byte @Nullable [] small) {}
