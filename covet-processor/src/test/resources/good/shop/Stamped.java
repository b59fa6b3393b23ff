package shop;

import dev.covet.api.Use;

/** Marks answers of what it stands on. */
@Use(Stamp.class)
@interface Stamped {}
