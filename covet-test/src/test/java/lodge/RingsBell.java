package lodge;

import dev.covet.api.Scopes;

/** An annotation of the lodge's own, for who may ring. */
@Scopes("bell:ring")
public @interface RingsBell {}
