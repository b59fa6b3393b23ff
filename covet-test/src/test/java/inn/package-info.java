/** An inn whose services are of all kinds; its tests are a table of what injection promises. */
@NullMarked
package inn;

import org.jspecify.annotations.NullMarked;
