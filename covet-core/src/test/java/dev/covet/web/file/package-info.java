/** Tests of files as answers. */
@NullMarked
package dev.covet.web.file;

import org.jspecify.annotations.NullMarked;
