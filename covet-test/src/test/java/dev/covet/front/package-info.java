/** The framework through its front door: in memory, and over HTTP/1.1 in both thread modes (P2). */
@NullMarked
package dev.covet.front;

import org.jspecify.annotations.NullMarked;
