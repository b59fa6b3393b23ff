/** WebSocket (RFC 6455) on Netty: frames of one connection, its messages, its end. */
@NullMarked
package dev.covet.web.server.websocket;

import org.jspecify.annotations.NullMarked;
