package campus;

import static campus.UserTable.USER;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;

/** Users. */
@Routes("/users")
public final class Users {
  @Post
  User create(User user, Session db) {
    return db.insert(USER, user);
  }

  @Get
  List<User> list(long order, Session db) {
    return db.from(USER).where(USER.order.eq(order)).orderBy(USER.group.asc()).list();
  }

  @Patch("/{id}")
  User update(long id, Changes<User> changes, Session db) throws NotFound {
    return db.update(USER, id, changes);
  }

  @Delete("/{id}")
  void delete(long id, Session db) throws NotFound {
    db.delete(USER, id);
  }
}
