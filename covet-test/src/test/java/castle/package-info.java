/** A castle whose guests sign in, for tests of covet-security. */
@NullMarked
package castle;

import org.jspecify.annotations.NullMarked;
