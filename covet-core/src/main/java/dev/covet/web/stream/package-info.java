/** What leaves bit by bit: events, as servers send them to pages and programs that listen. */
@NullMarked
package dev.covet.web.stream;

import org.jspecify.annotations.NullMarked;
