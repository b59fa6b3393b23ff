/** Papers that are files. */
@NullMarked
package archive;

import org.jspecify.annotations.NullMarked;
