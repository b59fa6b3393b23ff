/** What was generated for an app: codecs, tables, principals, errors. */
@NullMarked
package dev.covet.app.generated;

import org.jspecify.annotations.NullMarked;
