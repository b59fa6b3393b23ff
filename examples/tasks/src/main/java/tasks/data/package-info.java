/** What is stored. */
@NullMarked
package tasks.data;

import org.jspecify.annotations.NullMarked;
