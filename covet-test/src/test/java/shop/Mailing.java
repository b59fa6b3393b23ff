package shop;

import dev.covet.api.Get;
import dev.covet.api.Routes;
import dev.covet.web.http.PublicUrl;
import dev.covet.web.http.RedirectTargets;
import dev.covet.web.http.Response;

/** Makes links for people who read them elsewhere. */
@Routes("/mailing")
public final class Mailing {
  private final PublicUrl here;

  Mailing(PublicUrl here) {
    this.here = here;
  }

  @Get("/{id}")
  String link(long id) {
    return here.of("/mailing/" + id).toString();
  }

  @Get("/on")
  Response on(String to, RedirectTargets targets) {
    return Response.redirect(targets.checked(to));
  }
}
