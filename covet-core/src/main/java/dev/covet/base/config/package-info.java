/** Settings of an app and the faults that stop its start. */
@NullMarked
package dev.covet.base.config;

import org.jspecify.annotations.NullMarked;
