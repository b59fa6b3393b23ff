/** Files as answers: their parts and conditions, and folders of them. */
@NullMarked
package dev.covet.web.file;

import org.jspecify.annotations.NullMarked;
