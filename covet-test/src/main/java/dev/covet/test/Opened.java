package dev.covet.test;

import dev.covet.web.message.SocketLine;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request for a WebSocket.
 *
 * @param answer its head, and its body if it was refused
 * @param line what carries messages; null if it was refused
 */
record Opened(Received answer, @Nullable SocketLine line) {}
