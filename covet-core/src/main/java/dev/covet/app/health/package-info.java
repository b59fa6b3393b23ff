/** How an app is, for whoever runs it. */
@NullMarked
package dev.covet.app.health;

import org.jspecify.annotations.NullMarked;
