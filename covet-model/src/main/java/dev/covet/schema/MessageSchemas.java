package dev.covet.schema;

/**
 * What is said over a WebSocket.
 *
 * @param received each message of a client
 * @param sent each message to it
 */
public record MessageSchemas(BodySchema received, BodySchema sent) {}
