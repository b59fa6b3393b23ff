package castle;

import static castle.GuestTable.GUEST;

import dev.covet.api.Body;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.api.SetCookie;
import dev.covet.api.Sql;
import dev.covet.api.Unauthorized;
import dev.covet.data.Session;
import dev.covet.security.Audit;
import dev.covet.security.CookieSession;
import dev.covet.security.Device;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where guests are who came by a page. */
@Routes("/hall")
public final class Hall {
  /** Who comes in. */
  record Entry(String email, Secret password) {}

  @Post("/in")
  @Public
  Reply<String> enter(
      @Body @Form Entry in, Session db, Device device, CookieSession session, Audit audit)
      throws Unauthorized {
    var asked = db.from(GUEST).where(GUEST.email.eq(in.email()));
    var guest = device.check(in.email(), asked::first, Guest::passwordHash, in.password());
    var visitor = new Visitor(guest.id(), guest.email(), Set.of());
    audit.record("entered", visitor.id(), "by the page\nof the hall");
    return Reply.of("in").cookie(session.begin(visitor)).cookie(device.cookie());
  }

  @Post("/out")
  @Public
  Reply<String> leave(CookieSession session) {
    SetCookie gone = session.end();
    return Reply.of("out").cookie(gone);
  }

  @Post("/alone")
  Reply<String> stayAlone(Visitor me, CookieSession session) {
    session.endAll(me);
    return Reply.of("alone").cookie(session.begin(me));
  }

  /** What was written down. */
  interface Book {
    @Sql("select event || ' by ' || subject as line from audit_events order by id")
    List<Entered> lines();
  }

  /** A line of the book. */
  record Entered(String line) {}

  @Get("/book")
  @Public
  List<String> book(Book book) {
    return book.lines().stream().map(Entered::line).toList();
  }

  @Get
  String sit(Visitor me) {
    return me.name();
  }

  @Post
  String dance(Visitor me) {
    return me.name();
  }

  @Get("/door")
  @Public
  String look(Optional<Visitor> me) {
    return me.map(Visitor::name).orElse("nobody");
  }
}
