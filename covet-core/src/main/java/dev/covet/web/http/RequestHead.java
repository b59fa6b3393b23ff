package dev.covet.web.http;

import java.net.InetSocketAddress;

/**
 * What comes before a request's body.
 *
 * @param method the method
 * @param target the path and, after {@code ?}, the query, both as they came; {@code *} for the
 *     server as a whole
 * @param headers the header fields
 * @param peer the other end of the connection; the only thing that is believed about it
 * @param connectionId the connection, as log lines name it
 */
public record RequestHead(
    Method method, String target, Headers headers, InetSocketAddress peer, String connectionId) {}
