package outbound;

import dev.covet.api.Body;
import dev.covet.api.Client;
import dev.covet.api.Conflict;
import dev.covet.api.Cookie;
import dev.covet.api.Delete;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another service, as this program calls it. */
@Client("http://directory.invalid/api")
interface Directory {
  @Query
  record Filters(@Nullable String text, List<String> tag) {}

  @Get("/people/{id}")
  Person person(long id) throws NotFound, Gone;

  @Get("/maybe/{name}")
  Optional<Person> maybe(String name);

  @Get("/people")
  List<Person> people(
      Filters filters, @Header String userAgent, @Nullable @Cookie String theme, int page);

  @Post("/people")
  Person create(@Body Person person) throws Conflict;

  @Put("/people/{id}")
  void replace(long id, Person person);

  @Patch("/people/{id}")
  Person rename(long id, @Form String name, @Form int age);

  @Delete("/people/{id}")
  void remove(long id);

  /** Everybody at once. */
  default int size() {
    return people(new Filters(null, List.of()), "x", null, 0).size();
  }
}
