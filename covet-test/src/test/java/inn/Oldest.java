package inn;

import dev.covet.api.Qualifier;

/** The oldest of a kind. */
@Qualifier
@interface Oldest {}
