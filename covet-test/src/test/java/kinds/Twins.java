package kinds;

import dev.covet.api.Changes;
import dev.covet.api.Get;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;

/** Types of one name, and types that are called like what documents derive. */
@Routes("/twins")
final class Twins {
  /** Called like what a client sends of {@code kinds.one.Item}. */
  record OneItemCreate(int a) {}

  /** Called like Covet's own. */
  @SuppressWarnings("AvoidCommonTypeNames")
  record Error(int b) {}

  /** Called like Covet's own. */
  record Problem(int c) {}

  /** In another class of the same name. */
  record Item(int d) {}

  @Post("/one")
  kinds.one.Item one(kinds.one.Item item) {
    return item;
  }

  @Patch("/one")
  kinds.one.Item change(Changes<kinds.one.Item> changes) {
    return changes.apply(new kinds.one.Item(1, kinds.one.State.ONE, "one"));
  }

  @Post("/two")
  kinds.two.Item two(kinds.two.Item item) {
    return item;
  }

  @Post("/own")
  Item own(Item item) {
    return item;
  }

  @Post("/create")
  OneItemCreate create(OneItemCreate create) {
    return create;
  }

  @Post("/errors")
  Error error(Error error) {
    return error;
  }

  @Get("/problems")
  Problem problem() {
    return new Problem(1);
  }
}
