/** Tests of the tasks service. */
@NullMarked
package tasks;

import org.jspecify.annotations.NullMarked;
