/** Letters, which can be found by whatever a client sends; tests send what is not meant well. */
@NullMarked
package letters;

import org.jspecify.annotations.NullMarked;
