package tasks.service;

import dev.covet.api.Flatten;
import dev.covet.api.Secret;
import tasks.data.User;

/** A user to be, with a password. */
public record SignUp(@Flatten User user, Secret password) {}
