package gallery;

import dev.covet.api.Body;
import dev.covet.api.BodyMax;
import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.Name;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Strict;
import dev.covet.web.http.Upload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Takes files, and says what it got. */
@Routes("/gallery")
public final class Gallery {
  enum Room {
    EAST,
    WEST
  }

  record Words(
      @NotBlank @Size(max = 10) String title,
      @Nullable @Max(9) Integer rank,
      @Default("EAST") Room room,
      @Default List<String> tags) {}

  record Picture(
      @NotBlank @Size(max = 10) String title,
      Upload image,
      @Nullable Upload frame,
      Optional<Upload> note,
      @Default @Size(max = 2) List<Upload> more,
      @Nullable @Max(9) Integer rank) {}

  @Strict
  record Labelled(@Name({"file", "image"}) Upload file, String label) {}

  /** A page with a form that browsers fill in. */
  @Get
  Html page() {
    return Html.raw(
        """
        <!doctype html><title>Gallery</title>
        <form method=post action=/gallery/pictures enctype=multipart/form-data>
          <input name=title><input type=file name=image><input type=file name=frame>
          <input type=file name=more multiple><button>Hang</button>
        </form>
        """);
  }

  @Post("/words")
  String words(@Form Words words) {
    return words.toString();
  }

  @Post("/either")
  String either(@Body @Form Words words) {
    return words.toString();
  }

  /** Hangs a picture. */
  @Post("/pictures")
  String pictures(@Form Picture picture) {
    return "%s|%s|%s|%s|%s|%s"
        .formatted(
            picture.title(),
            said(picture.image()),
            said(picture.frame()),
            picture.note().map(Gallery::said),
            picture.more().stream().map(Gallery::said).toList(),
            picture.rank());
  }

  @Post("/parameters/{id}")
  String parameters(long id, @Form @Size(max = 5) String title, Upload image, List<Upload> more) {
    return id + title + said(image) + more.size();
  }

  @Post("/labelled")
  String labelled(@Form Labelled labelled) {
    return labelled.label() + said(labelled.file());
  }

  @Post("/map")
  String map(Upload file, @Form Map<String, String> rest) {
    return said(file) + rest;
  }

  @Post("/small")
  @BodyMax(1_000)
  String small(Upload file) {
    return said(file);
  }

  @Post("/text")
  String text(Upload file) {
    return file.text();
  }

  /** Reads a file twice, byte by byte and in blocks, and says whether both are one. */
  @Post("/sums")
  String sums(Upload file) throws IOException {
    var whole = new CRC32();
    whole.update(file.bytes());
    var blocks = new CRC32();
    try (var in = file.open()) {
      var first = in.read();
      if (first >= 0) blocks.update(first);
      for (var block = in.readNBytes(777); block.length > 0; block = in.readNBytes(777)) {
        blocks.update(block);
      }
    }
    return whole.getValue() == blocks.getValue() ? "" + file.size() : "different";
  }

  @Post("/kept")
  String kept(Upload file, @Form String to, @Form boolean moved) {
    try {
      if (moved) {
        file.moveTo(Path.of(to));
      } else {
        file.copyTo(Path.of(to));
      }
      return "kept";
    } catch (UncheckedIOException e) {
      return e.getCause() instanceof FileAlreadyExistsException ? "there is one" : "failed";
    }
  }

  private static String said(@Nullable Upload upload) {
    if (upload == null) return "none";
    var type = upload.contentType();
    var text = upload.size() < 100 ? upload.text() : upload.size() + " bytes";
    return upload.fileName() + ";" + type + ";" + text;
  }
}
