/** Requests, responses, and what stands between them; knows no protocol, socket or event loop. */
@NullMarked
package dev.covet.web.http;

import org.jspecify.annotations.NullMarked;
