package dev.covet.cli.document;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.json.MalformedJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file with an OpenAPI document, and says in a sentence what is wrong with it. */
public final class DocumentReader {
  /** Largest file that is read: 64 MiB. */
  static final int BYTES_MAX = 64 << 20;

  private static final int DEPTH_MAX = 200;
  private static final int NAME_BYTES_MAX = 65_536;
  private static final int VALUES_MAX = 20_000_000;
  private static final int NUMBER_CHARS_MAX = 1_000;

  private static final Json JSON =
      new Json(
          new JsonLimits(
              DEPTH_MAX, BYTES_MAX, NAME_BYTES_MAX, VALUES_MAX, NUMBER_CHARS_MAX, 1_000));

  private static final String CONFLICT = "<<<<<<<";

  private final String name;
  private final byte[] bytes;

  private DocumentReader(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads a document of OpenAPI 3.1.
   *
   * @throws ContractFailure if the file cannot be read, or is something else
   */
  public static ApiDocument read(Path file) throws ContractFailure {
    return read(file, String.valueOf(file.getFileName()));
  }

  /**
   * Reads a document of OpenAPI 3.1.
   *
   * @param name what messages call it
   * @throws ContractFailure if the file cannot be read, or is something else
   */
  public static ApiDocument read(Path file, String name) throws ContractFailure {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new ContractFailure(name + " is larger than " + (BYTES_MAX >> 20) + " MiB");
      }
      return new DocumentReader(name, Files.readAllBytes(file)).document();
    } catch (IOException e) {
      throw new ContractFailure(name + " cannot be read: " + e);
    }
  }

  private ApiDocument document() throws ContractFailure {
    if (bytes.length == 0) throw new ContractFailure(name + " is empty");
    checkConflict();
    checkText();
    var root = Tree.members(json());
    var version = Tree.text(root.get("openapi"));
    if (version.matches("3\\.1(\\..*)?")) return new ApiDocument(root);
    throw new ContractFailure(
        version.isEmpty()
            ? name + " is not an OpenAPI document: it has no field \"openapi\""
            : name + " is OpenAPI " + version + ", and only 3.1 can be compared");
  }

  /** Git leaves both versions with marks between them, each at the start of a line. */
  private void checkConflict() throws ContractFailure {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var at = text.startsWith(CONFLICT) ? 0 : text.indexOf("\n" + CONFLICT) + 1;
    if (text.startsWith(CONFLICT, at)) throw failure(at, "has a merge conflict (" + CONFLICT + ")");
  }

  private void checkText() throws ContractFailure {
    var in = ByteBuffer.wrap(bytes);
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(in);
    } catch (CharacterCodingException _) {
      throw failure(in.position(), "is not UTF-8");
    }
  }

  private JsonValue json() throws ContractFailure {
    var start = hasMark() ? 3 : 0;
    try {
      return JSON.read(Arrays.copyOfRange(bytes, start, bytes.length), Codecs.VALUE);
    } catch (MalformedJson e) {
      var at = start + e.position();
      throw failure(at, at >= bytes.length ? "ends too early" : withoutPosition(e));
    } catch (Invalid e) {
      var problem = e.problems().getFirst();
      throw new ContractFailure(
          name + ": " + problem.field() + " " + problem.reason() + " (" + problem.code() + ")");
    }
  }

  /** Some editors begin a file with the mark of its encoding. */
  private boolean hasMark() {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static String withoutPosition(MalformedJson e) {
    return "is not valid JSON ("
        + String.valueOf(e.getMessage()).replaceAll(", at byte \\d+$", "").strip()
        + ")";
  }

  /** Where editors jump to: line and column, each from 1. */
  private ContractFailure failure(int at, String what) {
    var line = 1;
    var column = 1;
    for (var i = 0; i < Math.min(at, bytes.length); i++) {
      if (bytes[i] == '\n') {
        line++;
        column = 1;
      } else if ((bytes[i] & 0xC0) != 0x80) { // no further byte of a character
        column++;
      }
    }
    return new ContractFailure("%s:%s:%s %s".formatted(name, line, column, what));
  }
}
