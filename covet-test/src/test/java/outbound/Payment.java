package outbound;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Model;
import dev.covet.api.ReadOnly;
import dev.covet.api.WriteOnly;
import java.net.URI;

/** A payment, of which clients are told at an address that they name. */
@Model
record Payment(
    @Id long id,
    int cents,
    @ReadOnly @Default("false") boolean paid,
    @WriteOnly String card,
    URI callbackUrl) {}
