/** What a project promises its clients: {@code openapi.json}, and what a change of it breaks. */
@NullMarked
package dev.covet.cli.contract;

import org.jspecify.annotations.NullMarked;
