/** The documents of an API, as functions over its schema. */
@NullMarked
package dev.covet.web.docs;

import org.jspecify.annotations.NullMarked;
