package depot;

import dev.covet.api.Qualifier;

/** The database of reports. */
@Qualifier
public @interface Reports {}
