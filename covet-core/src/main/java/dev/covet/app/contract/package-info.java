/** What an app promises its clients: operations, with every answer, and the documents of it. */
@NullMarked
package dev.covet.app.contract;

import org.jspecify.annotations.NullMarked;
