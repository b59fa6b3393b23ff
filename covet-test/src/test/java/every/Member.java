package every;

import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** Somebody with two secrets, one of which clients may set. */
@Table
public record Member(
    @Id long id, String name, @ReadOnly Secret passwordHash, @Nullable Secret note) {}
