package stores;

import dev.covet.api.Qualifier;

/** The disk that is fast. */
@Qualifier
@interface Fast {}
