package tasks;

import dev.covet.api.Get;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import java.util.List;
import java.util.Optional;

@Routes("/secrets")
final class Tasks {
  record Account(String name, Secret password) {
    @ReadOnly
    Secret shown() { // error: COV-104 Secret cannot be a response, since a Secret is never written
      return password;
    }
  }

  @Get("/account")
  Account account() {
    return new Account("Ann", Secret.EMPTY);
  }

  @Get("/one")
  Secret one() { // error: COV-104 Secret cannot be a response, since a Secret is never written
    return Secret.EMPTY;
  }

  @Get("/many")
  List<Secret> many() { // error: COV-104 List<Secret> cannot be a response
    return List.of();
  }

  @Get("/maybe")
  Optional<Secret> maybe() { // error: COV-104 Secret cannot be a response
    return Optional.empty();
  }
}
