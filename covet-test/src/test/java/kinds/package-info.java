/**
 * An app with every type, constraint and kind of route that there is; a conformance step holds its
 * OpenAPI document to what it answers. Nothing is stored, so that what is right is always taken.
 */
@NullMarked
package kinds;

import org.jspecify.annotations.NullMarked;
