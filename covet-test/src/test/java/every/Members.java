package every;

import static every.MemberTable.MEMBER;

import dev.covet.api.Changes;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.data.Session;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets in bodies, headers, the query and a table. */
@Routes("/members")
public final class Members {
  private static final Logger LOG = LoggerFactory.getLogger(Members.class);

  @Post
  Member add(SignUp in, Session db) {
    LOG.info("{} {}", in, in.password());
    var member = new Member(0, in.name(), Secret.EMPTY, in.pin());
    return db.insert(MEMBER, member, MEMBER.passwordHash.to(in.password()));
  }

  @Post("/echo")
  SignUp echo(SignUp in) {
    return in;
  }

  @Patch("/{id}")
  Member change(long id, Changes<Member> changes, Session db) throws NotFound {
    return db.update(MEMBER, id, changes);
  }

  /** The one whose hash is the key. */
  @Get("/mine")
  Optional<Member> mine(@Header("X-API-Key") @Size(min = 4) Secret key, Session db) {
    return db.from(MEMBER).where(MEMBER.passwordHash.eq(key)).first();
  }

  @Get("/open")
  boolean open(@Size(max = 10) Secret token) {
    return token.value().equals("sesame");
  }
}
