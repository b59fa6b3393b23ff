/** Who may send requests to an app, and how it is known who does. */
@NullMarked
package dev.covet.app.caller;

import org.jspecify.annotations.NullMarked;
