package dev.covet.web.http;

import dev.covet.base.json.Writers;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.Parameters;
import dev.covet.web.message.PathValues;
import dev.covet.web.message.RequestBody;
import dev.covet.web.multipart.MultipartForm;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How one request is taken: on what terms, what was read of it, and what was found to answer it.
 * All forms of a request share it. Not thread-safe.
 */
final class Intake {
  private RequestBody body;
  private final Writers writers;
  private RequestTerms terms = RequestTerms.NONE;
  private byte @Nullable [] bytes;
  private @Nullable Parameters parameters;
  private String parsed = "";
  private @Nullable Form form;
  private @Nullable Found found;
  private String foundFor = "";
  private PathValues foundValues = PathValues.NONE;

  /**
   * The form that is the body.
   *
   * @param files where they are, if it is a form that may have some
   */
  private record Form(Parameters texts, @Nullable MultipartForm files) {}

  Intake(RequestBody body, Writers writers) {
    this.body = body;
    this.writers = writers;
  }

  /** That of the same request before anything was found for it. */
  Intake withoutBody() {
    return new Intake(RequestBody.none(), writers);
  }

  void decode(UnaryOperator<RequestBody> coding) {
    body = coding.apply(body);
  }

  /** The same body for an app inside, which finds things of its own. */
  Intake inner() {
    var inner = new Intake(readable(), writers);
    inner.terms = terms;
    inner.form = form;
    return inner;
  }

  RequestBody body() {
    return body;
  }

  Writers writers() {
    return writers;
  }

  byte[] bytes() {
    var known = bytes;
    if (known != null) return known;
    var collected = body.collect(terms.bodyBytesMax());
    bytes = collected;
    return collected;
  }

  InputStream stream() {
    return readable().stream(terms.streamBytesMax());
  }

  /** The body, also where its bytes were read before. */
  private RequestBody readable() {
    return bytes == null ? body : RequestBody.of(bytes);
  }

  Parameters parameters(String target) {
    var known = parameters;
    if (known != null && parsed.equals(target)) return known;
    var end = target.indexOf('?');
    var read = Parameters.parse(end < 0 ? "" : target.substring(end + 1));
    parsed = target;
    parameters = read;
    return read;
  }

  Parameters form() {
    var known = form;
    if (known != null) return known.texts();
    var read = Parameters.parseForm(bytes());
    form = new Form(read, null);
    return read;
  }

  /**
   * The form with files that is the body.
   *
   * @param type what the request says of it
   * @param closing takes what removes its files, before there is any
   */
  MultipartForm multipart(MediaType type, Consumer<MultipartForm> closing) {
    if (form != null && form.files() != null) return form.files();
    var read = new MultipartForm(terms.multipart(), terms.bodyBytesMax());
    closing.accept(read);
    read.read(type, readable());
    form = new Form(read.texts(), read);
    return read;
  }

  /** The names of the files in the form that was read. */
  Set<String> fileNames() {
    return form == null || form.files() == null ? Set.of() : form.files().names();
  }

  /** Whether the body was read as a form. */
  boolean hasForm() {
    return form != null;
  }

  RequestTerms terms() {
    return terms;
  }

  void keepTo(RequestTerms those) {
    terms = those;
  }

  @Nullable Found found(String target) {
    return foundFor.equals(target) ? found : null;
  }

  PathValues foundValues() {
    return foundValues;
  }

  void found(String target, Found what, PathValues values) {
    foundFor = target;
    found = what;
    foundValues = values;
  }
}
