package tasks;

import dev.covet.api.Id;
import dev.covet.api.Model;
import dev.covet.api.Owner;
import dev.covet.api.Principal;
import dev.covet.api.ReadOnly;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import dev.covet.api.WriteOnly;
import org.jspecify.annotations.Nullable;

final class Tasks {
  @Principal
  record Me(@Id long id) {}

  @Table
  record Task(
      @Id long id,
      @Owner long ownerId,
      @Owner long second) {} // error: COV-105 A second @Owner would always hold what the first one does.

  @Table
  record Note(
      @Id long id,
      @Owner int ownerId) {} // error: COV-163 "ownerId" says whose a row is, but no principal has an @Id of

  @Table
  record Memo(
      @Id long id,
      @Owner @Nullable Long ownerId) {} // error: COV-163 "ownerId" says whose a row is, but no principal

  record Other(@Id long id) {}

  @Table
  record Book(
      @Id long id,
      @Owner(Other.class) long ownerId) {} // error: COV-163 "ownerId" says whose a row is, but what it names is not

  @Table
  record Page(@Id long id, @Owner(Me.class) long ownerId) {}

  @Model
  record Draft(
      String text,
      @Owner long ownerId) {} // error: COV-131 @Owner does nothing on a component of a record that is not

  @Table
  record Line(
      @Id long id,
      @Owner String ownerId) {} // error: COV-163 "ownerId" says whose a row is, but no principal

  @Table
  record Account(
      @Id long id,
      String passwordHash, // error: COV-164 "passwordHash" sounds like a secret, and answers would show it.
      String apiKey, // error: COV-164 "apiKey" sounds like a secret, and answers would show it.
      @ReadOnly String passwordBefore, // error: COV-164 "passwordBefore" sounds like a secret
      String resetToken, // error: COV-164 "resetToken" sounds like a secret, and answers would show it.
      Secret password,
      @WriteOnly String accessToken,
      long passwordsTried) {}
}
