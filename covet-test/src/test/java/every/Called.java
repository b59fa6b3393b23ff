package every;

import dev.covet.api.Default;

/** Somebody who may have a second name. */
record Called(String name, @Default Nick nick) {}
