package tasks.routes;

import static tasks.data.CategoryTable.CATEGORY;

import dev.covet.api.Changes;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.NotFound;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.SignedIn;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;
import tasks.data.Category;

/** Categories, which all users share: everybody may add one, administrators change them. */
@SignedIn
@Routes("/categories")
public final class Categories {
  /** Adds a category. */
  @Post
  @Status(201)
  Category create(Category category, Session db) {
    return db.insert(CATEGORY, category);
  }

  /** Lists categories by their names. */
  @Get
  List<Category> list(Paging paging, Session db) {
    return db.from(CATEGORY).orderBy(CATEGORY.name.asc()).list(paging);
  }

  /** Shows a category. */
  @Get("/{id}")
  Optional<Category> read(long id, Session db) {
    return db.find(CATEGORY, id);
  }

  /** Renames a category. */
  @Patch("/{id}")
  @Guard(AdminsOnly.class)
  Category update(long id, Changes<Category> changes, Session db) throws NotFound {
    return db.update(CATEGORY, id, changes);
  }

  /** Deletes a category; its tasks remain, in none. */
  @Delete("/{id}")
  @Guard(AdminsOnly.class)
  void delete(long id, Session db) throws NotFound {
    db.delete(CATEGORY, id);
  }
}
