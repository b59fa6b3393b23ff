/** The pages that show an API: Swagger UI, ReDoc, the documents themselves. */
@NullMarked
package dev.covet.web.docs.page;

import org.jspecify.annotations.NullMarked;
