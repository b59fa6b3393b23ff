/** What clients may ask for. */
@NullMarked
package tasks.routes;

import org.jspecify.annotations.NullMarked;
