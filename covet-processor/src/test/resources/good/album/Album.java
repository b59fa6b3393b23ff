package album;

import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.web.http.Upload;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.Events;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Photos. */
@Routes("/photos")
final class Album {
  record Photo(
      @NotBlank @Size(max = 80) String title,
      Upload image,
      @Default @Size(max = 5) List<Upload> more) {}

  record Stored(String title, long bytes) {}

  /** Keeps a photo. */
  @Post
  @Status(201)
  Stored add(@Form Photo photo) {
    return new Stored(photo.title(), photo.image().size());
  }

  @Post("/lines")
  static long lines(Upload file, Optional<Upload> other, @Default("1") int times) {
    return file.size() * times + other.map(Upload::size).orElse(0L);
  }

  /** What comes in, as it does. */
  @Get("/new")
  Events<Stored> follow(@Nullable @Header Long lastEventId) {
    return Events.of(out -> out.send(Event.of(new Stored("Sea", 5)).id(1)));
  }

  @Get("/words")
  Events<String> words() throws NotFound {
    throw new NotFound("No words");
  }

  @Get("/all")
  @Produces("application/jsonl")
  Stream<Stored> all() {
    return Stream.of(new Stored("Sea", 5));
  }

  @Get("/list")
  Stream<Stored> list(@Default("2") int most) {
    return all().limit(most);
  }

  @Get("/{name}")
  Path image(String name) {
    return Path.of(name);
  }

  @Get("/{name}/small")
  @Produces("image/png")
  Optional<Path> small(String name) {
    return Optional.of(Path.of(name));
  }

  @Get("/{name}/once")
  Reply<Path> once(String name) {
    return Reply.of(Path.of(name)).header("Cache-Control", "no-store");
  }
}
