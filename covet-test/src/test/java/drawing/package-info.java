/** An app whose values are of many shapes: sealed types, generic records, records in records. */
@NullMarked
package drawing;

import org.jspecify.annotations.NullMarked;
