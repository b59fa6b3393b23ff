package dev.covet.web.http;

import dev.covet.api.BadRequest;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.Utf8;
import dev.covet.web.multipart.FormPart;
import dev.covet.web.multipart.PartContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A file in a form of {@code multipart/form-data} (RFC 7578). Up to {@code PART_MEMORY_BYTES_MAX}
 * it is in memory, else in a temporary file that only this process's user may read. It goes with
 * its request: to keep it, {@linkplain #moveTo move} or {@linkplain #copyTo copy} it before the
 * handler returns. Several threads may read it, each a stream of its own.
 *
 * <p>Name and media type are what the client says, and may be anything: neither says what is in the
 * file, and the name is for showing it, not for a path.
 *
 * <p>Every method that reads or writes throws {@link UncheckedIOException} if that fails, and
 * {@link IllegalStateException} once it was moved or its request is over.
 */
public final class Upload {
  private static final String UNKNOWN = "application/octet-stream";

  private final String fileName;
  private final String contentType;
  private final PartContent content;

  private Upload(String fileName, String contentType, PartContent content) {
    this.fileName = fileName;
    this.contentType = contentType;
    this.content = content;
  }

  /**
   * A file in memory, for tests and generated clients.
   *
   * @param contentType its media type; empty is {@code application/octet-stream}
   */
  public static Upload of(String fileName, String contentType, byte[] bytes) {
    return new Upload(fileName, known(contentType), PartContent.of(bytes.clone()));
  }

  static Upload of(FormPart part) {
    return new Upload(plain(part.fileName()), known(part.contentType()), part.content());
  }

  private static String known(String contentType) {
    return contentType.isEmpty() ? UNKNOWN : contentType;
  }

  /** What stands behind the last slash or backslash, and controls as {@code _} (RFC 7578, 4.2). */
  private static String plain(String said) {
    var last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "_").strip();
    return plain.equals(".") || plain.equals("..") ? "" : plain;
  }

  /**
   * The name of the file as the client says it, without folders; empty if it says none. Controls,
   * also those that turn the direction of texts, are {@code _}.
   */
  public String fileName() {
    return fileName;
  }

  /** The media type as the client says it; {@code application/octet-stream} if it says none. */
  public String contentType() {
    return contentType;
  }

  /** The number of bytes. */
  public long size() {
    return content.size();
  }

  /** The bytes from the first on; to be closed. */
  public InputStream open() {
    return told(content::open);
  }

  /**
   * All bytes in memory, however many: look at {@link #size} first where {@code
   * MULTIPART_BYTES_MAX} was raised.
   *
   * @throws ArithmeticException if there are 2 GB or more
   */
  public byte[] bytes() {
    return told(content::bytes);
  }

  /**
   * All of it as a text in UTF-8.
   *
   * @throws BadRequest if it is none (400), or its media type names another charset
   */
  public String text() {
    if (!MediaType.list(contentType).stream().allMatch(MediaType::isUtf8)) throw noText();
    var text = Utf8.of(bytes());
    if (text == null) throw noText();
    return text;
  }

  private static BadRequest noText() {
    return new BadRequest("The file is not a text in UTF-8");
  }

  /** Copies it to a path where nothing is yet; what is there stays, and this fails. */
  public void copyTo(Path target) {
    told(() -> {
      content.copyTo(target);
      return target;
    });
  }

  /**
   * Moves it to a path where nothing is yet; what is there stays, and this fails. Within one file
   * system that takes no time, however large it is ({@code UPLOAD_FOLDER}). Its owner alone may
   * read it there.
   */
  public void moveTo(Path target) {
    told(() -> {
      content.moveTo(target);
      return target;
    });
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  private static <T> T told(Work<T> work) {
    try {
      return work.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name and the size, for logs and failures of tests. */
  @Override
  public String toString() {
    return fileName + " (" + size() + " bytes)";
  }
}
