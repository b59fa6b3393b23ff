package dev.covet.web.multipart;

import dev.covet.api.BadRequest;
import dev.covet.api.Unavailable;
import dev.covet.base.observe.LoggedFault;
import dev.covet.schema.BuiltInError;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.Parameters;
import dev.covet.web.message.RequestBody;
import dev.covet.web.message.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form of {@code multipart/form-data} (RFC 7578) that is read part by part, as it comes. Whoever
 * makes it closes it, also where reading fails. Not thread-safe.
 */
public final class MultipartForm implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MultipartForm.class);
  private static final String TYPE = "multipart/form-data";

  /** Longest boundary (RFC 2046, 5.1.1). */
  private static final int BOUNDARY_CHARS_MAX = 70;

  /** What it is made of, apart from letters and digits. */
  private static final String BOUNDARY = "[A-Za-z0-9'()+_,./:=? -]*[A-Za-z0-9'()+_,./:=?-]";

  /** A field that says how texts are encoded (RFC 7578, 4.6). */
  private static final String CHARSET = "_charset_";

  private final MultipartTerms terms;
  private final int textBytesMax;
  private final List<String> texts = new ArrayList<>();
  private final List<FormPart> files = new ArrayList<>();
  private long textBytes;

  /**
   * A form that has not been read.
   *
   * @param textBytesMax how long all of its texts together may be, as of any other form
   */
  public MultipartForm(MultipartTerms terms, int textBytesMax) {
    this.terms = terms;
    this.textBytesMax = textBytesMax;
  }

  /** Whether a body of this type is such a form. */
  public static boolean is(List<MediaType> types) {
    return types.size() == 1 && types.getFirst().type().equals(TYPE);
  }

  /** Its fields that are texts. */
  public Parameters texts() {
    return Parameters.ofForm(texts);
  }

  /** Its files, in their order. */
  public List<FormPart> files() {
    return Collections.unmodifiableList(files);
  }

  /** The names of its files, in their order. */
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    files.forEach(each -> names.add(each.name()));
    return names;
  }

  /**
   * Reads a body.
   *
   * @throws FormRefused if it passes a limit (400, 413, 503); by its length before it is read
   * @throws BadRequest if it is no such form
   * @throws ClientGone if the connection ends before the body
   */
  public void read(MediaType type, RequestBody body) {
    var boundary = boundary(type);
    var bytesMax = terms.bytesMax();
    if (body.length() > bytesMax) throw PartScanner.tooLong(bytesMax);
    if (body.length() == 0) return;
    try (var in = body.stream(Long.MAX_VALUE)) {
      read(new PartScanner(in, boundary, bytesMax), body);
    } catch (IOException e) {
      if (e.getCause() instanceof ClientGone gone) throw gone;
      LOG.atError().setCause(LoggedFault.of(e)).log("upload_not_stored");
      throw new Unavailable("Uploads cannot be stored now");
    }
  }

  private static String boundary(MediaType type) {
    var boundary = type.parameters().getOrDefault("boundary", "");
    if (boundary.isEmpty()) throw new BadRequest("The Content-Type has no boundary");
    if (boundary.length() > BOUNDARY_CHARS_MAX || !boundary.matches(BOUNDARY)) {
      throw new BadRequest(
          "The boundary must have at most 70 characters, and only those of RFC 2046");
    }
    return boundary;
  }

  private void read(PartScanner parts, RequestBody body) throws IOException {
    var count = 0;
    for (var more = parts.next(); more; ) {
      if (++count > terms.limits().partsMax()) throw tooMany();
      var head = PartHead.of(parts.header(terms.limits().partHeaderBytesMax()));
      more = head.isFile() ? readFile(head, parts, body) : readText(head, parts, body);
    }
  }

  private FormRefused tooMany() {
    return new FormRefused(
        BuiltInError.MULTIPART_PARTS_MAX,
        "The form has more than " + terms.limits().partsMax() + " parts");
  }

  private boolean readFile(PartHead head, PartScanner parts, RequestBody body) throws IOException {
    var writer = new PartWriter(body, terms.folder(), terms.limits().partMemoryBytesMax());
    try {
      var more = parts.content(writer);
      var name = head.fileName() == null ? "" : head.fileName();
      var part = new FormPart(head.name(), name, head.contentType(), writer.complete());
      if (!part.isUnfilled()) files.add(part);
      return more;
    } catch (Throwable e) {
      writer.discard();
      throw e;
    }
  }

  private boolean readText(PartHead head, PartScanner parts, RequestBody body) throws IOException {
    if (!head.isUtf8()) throw notUtf8();
    var left = (int) Math.max(0, textBytesMax - textBytes);
    var bytes = new PartWriter(body, terms.folder(), left);
    var more =
        parts.content((from, offset, length) -> {
          textBytes += length;
          if (textBytes > textBytesMax) throw new BodyTooLarge(textBytesMax);
          bytes.take(from, offset, length);
        });
    add(head.name(), text(bytes.complete().bytes()));
    return more;
  }

  private void add(String name, String text) {
    if (name.equals(CHARSET) && !text.isEmpty() && !text.equalsIgnoreCase("utf-8")) throw notUtf8();
    texts.add(name);
    texts.add(text);
  }

  private static String text(byte[] bytes) {
    var text = Utf8.of(bytes);
    if (text == null) throw notUtf8();
    return text;
  }

  private static BadRequest notUtf8() {
    return new BadRequest("The texts of the form must be UTF-8");
  }

  /** Removes its files, but for those that were moved. */
  @Override
  public void close() {
    files.forEach(each -> each.content().close());
  }
}
