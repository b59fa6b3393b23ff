/**
 * Event loops and what runs on them and beside them: transport choice, virtual threads carried by
 * loops, trust in routes, bounded pools, the watchdog. Knows neither HTTP nor SQL.
 */
@NullMarked
package dev.covet.base.loop;

import org.jspecify.annotations.NullMarked;
