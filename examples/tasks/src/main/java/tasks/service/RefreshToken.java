package tasks.service;

import dev.covet.api.Secret;

/** What gets the next pair of tokens, once. */
public record RefreshToken(Secret refreshToken) {}
