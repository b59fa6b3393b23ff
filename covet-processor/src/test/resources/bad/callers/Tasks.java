package tasks;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Id;
import dev.covet.api.Lifetime;
import dev.covet.api.Path;
import dev.covet.api.Post;
import dev.covet.api.Principal;
import dev.covet.api.Provides;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.Scopes;
import dev.covet.api.SignedIn;
import java.util.Optional;

@Routes("/tasks")
@Public
final class Tasks {
  @Principal
  record Me(@Id long id) {}

  @Principal
  record Machine(String name) {}

  @Principal // error: COV-131 @Principal does nothing on a class
  static final class Nobody {}

  static final class Wiring {
    @Provides(Lifetime.REQUEST)
    static Machine machine(
        @Header String key,
        @Path long id) { // error: COV-162 "id" is of the path, but who sends a request is known before
      return new Machine(key);
    }
  }

  @Provides
  static final class Apart {
    Apart(Me me) {} // error: COV-121 Apart is made once for the app, but "me" is of a request.
  }

  @Get("/mine")
  String mine(Me me) {
    return "of the class, which the method wins over";
  }

  @Get("/all")
  @Public // error: COV-161 GET /tasks/all says @Public, and needs Me.
  String all(Me me) {
    return "";
  }

  @Get("/some")
  @Public
  String some(Optional<Me> me) {
    return "";
  }

  @Post("/signed")
  @Public // error: COV-161 POST /tasks/signed says @Public, and says that somebody must be signed in.
  @SignedIn
  void signed() {}

  @Post("/scoped")
  @Public // error: COV-161 POST /tasks/scoped says @Public, and says that somebody must be signed in.
  @Scopes("a")
  void scoped() {}

  @Get("/{id}/machine")
  String machine(long id, Machine machine) {
    return "";
  }

  @SignedIn // error: COV-131 @SignedIn does nothing on a method
  void plain() {}
}
