package tasks.service;

import dev.covet.api.Secret;

/** A password to be, and the one that it replaces. */
public record NewPassword(Secret oldPassword, Secret newPassword) {}
