package shop;

import dev.covet.api.Default;
import dev.covet.api.Settings;

/** Keys of the shop. */
@Settings
record Keys(@Default("secret") String key) {}
