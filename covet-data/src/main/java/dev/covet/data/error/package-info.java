/** What sessions throw, beside the errors that all of the framework has. */
@NullMarked
package dev.covet.data.error;

import org.jspecify.annotations.NullMarked;
