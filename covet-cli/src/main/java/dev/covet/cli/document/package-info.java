/** Reads OpenAPI documents: from files, from programs, and what their schemas allow. */
@NullMarked
package dev.covet.cli.document;

import org.jspecify.annotations.NullMarked;
