/** An office with doors: guards of every kind, on routers, classes, methods and annotations. */
@NullMarked
package gate;

import org.jspecify.annotations.NullMarked;
