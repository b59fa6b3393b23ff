package dev.covet.gen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.web.http.Upload;
import dev.covet.web.multipart.MultipartWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that a client sends: {@code multipart/form-data} where it has files, or may
 * have some, else {@code application/x-www-form-urlencoded}. Not thread-safe.
 */
public final class FormBody {
  private final List<Field> fields = new ArrayList<>();
  private @Nullable MultipartWriter written;

  private record Field(String name, String text) {
    String encoded() {
      return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(text, UTF_8);
    }
  }

  /** Adds a field that is a text. */
  public void text(String name, String text) {
    fields.add(new Field(name, text));
    if (written != null) written.text(name, text);
  }

  /** Adds files of one name; the form may have files then, even if these are none. */
  public void files(String name, List<Upload> files) {
    var to = multipart();
    for (var each : files) to.file(name, each.fileName(), each.contentType(), each.bytes());
  }

  private MultipartWriter multipart() {
    var known = written;
    if (known != null) return known;
    var made = new MultipartWriter();
    fields.forEach(each -> made.text(each.name(), each.text()));
    written = made;
    return made;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return fields.isEmpty() && written == null;
  }

  /** What a request says of it. */
  public String contentType() {
    return written == null ? "application/x-www-form-urlencoded" : written.contentType();
  }

  /** All of it, as far as it was added. */
  public byte[] bytes() {
    return written == null
        ? fields.stream().map(Field::encoded).collect(Collectors.joining("&")).getBytes(US_ASCII)
        : written.bytes();
  }
}
