package desk;

import dev.covet.api.Body;
import dev.covet.api.Default;
import dev.covet.api.Form;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What somebody signs in with.
 *
 * @param login the name of an account
 */
@Body
@Form
record Login(
    @NotBlank String login, @Size(min = 4) String password, @Default("false") boolean stay) {
  @AssertTrue(message = "must not be the name")
  boolean isSecretive() {
    return !password.equals(login);
  }
}
