/** Reads comments: Javadoc in HTML and in Markdown becomes the text of documents. */
@NullMarked
package dev.covet.processor.read.doc;

import org.jspecify.annotations.NullMarked;
