package tasks.service;

import dev.covet.api.Name;
import dev.covet.api.Secret;

/**
 * What a user signs in with.
 *
 * @param email also taken as {@code username}, as OAuth 2.0 calls it
 */
public record Credentials(@Name({"email", "username"}) String email, Secret password) {}
