/** Routes and services behind limits, retries, bulkheads and breakers. */
@NullMarked
package shield;

import org.jspecify.annotations.NullMarked;
