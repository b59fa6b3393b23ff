/** Constraints of an app's own, each where a value can come from. */
@NullMarked
package rules;

import org.jspecify.annotations.NullMarked;
