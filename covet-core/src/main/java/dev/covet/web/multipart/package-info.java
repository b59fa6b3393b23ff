/** Forms of {@code multipart/form-data} (RFC 7578): read part by part, large parts into files. */
@NullMarked
package dev.covet.web.multipart;

import org.jspecify.annotations.NullMarked;
