/** Takes files, for tests of forms that have some. */
@NullMarked
package gallery;

import org.jspecify.annotations.NullMarked;
