/** What becomes of what is thrown: a response, in the form of the app. */
@NullMarked
package dev.covet.web.error;

import org.jspecify.annotations.NullMarked;
