package outbound;

import dev.covet.api.Default;
import dev.covet.api.Model;
import dev.covet.api.ReadOnly;

/** What a shop does after a payment. */
@Model
record Verdict(boolean ship, @ReadOnly @Default("0") int seen) {}
