package vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where something is, and since when. */
public record Place(String name, double height, @Nullable Instant since) {}
