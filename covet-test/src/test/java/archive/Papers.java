package archive;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Settings;
import dev.covet.api.Status;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.header.ContentDisposition;
import dev.covet.web.http.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Papers of a folder, given out in every way. */
@Routes("/papers")
public final class Papers {
  /** Where they lie. */
  @Settings
  public record Place(String papersFolder) {}

  private final Path folder;

  Papers(Place place) {
    this.folder = Path.of(place.papersFolder());
  }

  /** The app with the papers of a folder. */
  public static App app(Path folder) {
    return Covet.app().add(Papers.class).set("PAPERS_FOLDER", folder.toString());
  }

  @Get("/{name}")
  Path read(String name) {
    return folder.resolve(name);
  }

  @Get("/{name}/table")
  @Produces("text/csv")
  Path table(String name) {
    return folder.resolve(name);
  }

  @Get("/{name}/found")
  Optional<Path> found(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::exists);
  }

  @Get("/{name}/saved")
  Reply<Path> saved(String name) {
    return Reply.of(folder.resolve(name))
        .header("Content-Disposition", ContentDisposition.attachment("your copy").text());
  }

  @Post("/{name}/copy")
  @Status(201)
  Path copy(String name) {
    return folder.resolve(name);
  }

  /** Tags of its own. */
  @Get("/{name}/tagged")
  Response tagged(String name) {
    return Response.file(folder.resolve(name)).withHeader("ETag", "\"own\"");
  }

  @Get("/{name}/download")
  Response download(String name, String as) {
    return Response.download(folder.resolve(name), as);
  }
}
