package tasks.data;

import dev.covet.api.CreatedAt;
import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;

/** Somebody who has tasks. */
@Table
public record User(
    @Id long id,
    @Email @Size(max = 254) @Unique String email,
    @ReadOnly @Default("member") Role role,
    @ReadOnly Secret passwordHash,
    @CreatedAt Instant createdAt) {

  /** Keeps addresses in small letters, so that nobody has two accounts with one. */
  public User {
    email = email.toLowerCase(Locale.ROOT);
  }
}
