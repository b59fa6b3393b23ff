package dev.covet.security;

import dev.covet.api.Default;
import dev.covet.api.Settings;
import dev.covet.security.hash.Argon2;
import dev.covet.security.hash.Bcrypt;
import dev.covet.security.hash.HashMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * How passwords are kept, and which ones are taken.
 *
 * @param passwordHash what new ones are hashed by: {@code bcrypt}, or {@code argon2id}, for which
 *     Bouncy Castle must be on the class path
 * @param bcryptCost the base-2 logarithm of the rounds of bcrypt
 * @param passwordCharsMin fewest characters of a new one
 * @param passwordCommon whether new ones may be among the commonest: {@code refuse} or {@code
 *     allow}
 * @param hashQueueMax most hashes that wait for a thread; beyond it the answer is a 503
 */
@Settings
public record PasswordSettings(
    @Pattern(regexp = "bcrypt|argon2id") @Default("bcrypt") String passwordHash,
    @Min(4) @Max(16) @Default("10") int bcryptCost,
    @Min(1) @Max(64) @Default("8") int passwordCharsMin,
    @Pattern(regexp = "refuse|allow") @Default("refuse") String passwordCommon,
    @Min(1) @Default("64") int hashQueueMax) {
  boolean allowsCommon() {
    return passwordCommon.equals("allow");
  }

  /** What new passwords are hashed by. */
  HashMethod method() {
    return passwordHash.equals("bcrypt") ? new Bcrypt(bcryptCost) : Argon2.checked();
  }
}
