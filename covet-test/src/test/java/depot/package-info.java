/** A depot with two databases: its own, and one of reports. */
@NullMarked
package depot;

import org.jspecify.annotations.NullMarked;
