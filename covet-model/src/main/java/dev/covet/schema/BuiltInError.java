package dev.covet.schema;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every error response that Covet itself makes: its code, which is the name of the constant, its
 * status, and what it says where nobody knows better. Whatever answers, documents or counts one of
 * them reads it here; {@code docs/errors.md} lists the same.
 */
public enum BuiltInError {
  /** {@code dev.covet.api.BadRequest}. */
  BAD_REQUEST(400, "The request is invalid.", "dev.covet.api.BadRequest"),
  /** The JSON is not valid. */
  MALFORMED_JSON(400, "The JSON is not valid"),
  /** The JSON is nested too deeply. */
  JSON_DEPTH_MAX(400, "The JSON is nested too deeply"),
  /** A string of the JSON is too long. */
  JSON_STRING_BYTES_MAX(400, "A string of the JSON is too long"),
  /** A name in the JSON is too long. */
  JSON_NAME_BYTES_MAX(400, "A name in the JSON is too long"),
  /** The JSON has too many values. */
  JSON_VALUES_MAX(400, "The JSON has too many values"),
  /** The query has too many parameters. */
  QUERY_PARAMETERS_MAX(400, "The query has too many parameters"),
  /** The form has too many fields. */
  FORM_FIELDS_MAX(400, "The form has too many fields"),
  /** The Last-Event-ID is too long. */
  LAST_EVENT_ID_CHARS_MAX(400, "The Last-Event-ID is too long"),
  /** The form has too many parts. */
  MULTIPART_PARTS_MAX(400, "The form has too many parts"),
  /** The header of a part of a form is too long. */
  PART_HEADER_BYTES_MAX(400, "The header of a part is too long"),
  /** Too many values are asked for at once. */
  IN_VALUES_MAX(400, "Too many values are asked for at once"),
  /** The chunk extensions are too long. */
  CHUNK_EXTENSION_BYTES_MAX(400, "The chunk extensions are too long"),
  /** {@code dev.covet.api.Unauthorized}. */
  UNAUTHORIZED(401, "Sign in first.", "dev.covet.api.Unauthorized"),
  /** {@code dev.covet.api.Forbidden}. */
  FORBIDDEN(403, "This is not allowed.", "dev.covet.api.Forbidden"),
  /** {@code dev.covet.api.NotFound}. */
  NOT_FOUND(404, "What was asked for does not exist.", "dev.covet.api.NotFound"),
  /** This method is not allowed here. */
  METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
  /** The request head arrived too slowly. */
  HEADERS_SECONDS_MAX(408, "The request head arrived too slowly"),
  /** The request body arrived too slowly. */
  BODY_BYTES_PER_SECOND_MIN(408, "The request body arrived too slowly"),
  /** The request body took too long to arrive. */
  BODY_SECONDS_MAX(408, "The request body took too long to arrive"),
  /** {@code dev.covet.api.Conflict}. */
  CONFLICT(409, "The request conflicts with what is there.", "dev.covet.api.Conflict"),
  /** {@code dev.covet.api.PreconditionFailed}. */
  PRECONDITION_FAILED(
      412, "It was changed meanwhile: read it again.", "dev.covet.api.PreconditionFailed"),
  /** The body is too large. */
  BODY_BYTES_MAX(413, "The body is too large"),
  /** The form with files is too large. */
  MULTIPART_BYTES_MAX(413, "The form is too large"),
  /** The body inflates to too many times its length. */
  INFLATE_RATIO_MAX(413, "The body inflates to too many times its length"),
  /** The request line is too long. */
  REQUEST_LINE_BYTES_MAX(414, "The request line is too long"),
  /** The body is of a media type that is not read here. */
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of a media type that is not read here"),
  /** No part that is asked for is in the file. */
  RANGE_NOT_SATISFIABLE(416, "No part that is asked for is in the file"),
  /** The only expectation that is supported is 100-continue. */
  EXPECTATION_FAILED(417, "The only expectation that is supported is 100-continue"),
  /** This host is not served here. */
  MISDIRECTED_REQUEST(421, "This host is not served here"),
  /** {@code dev.covet.api.Invalid}. */
  VALIDATION_ERROR(422, "A value is missing or invalid.", "dev.covet.api.Invalid"),
  /** There is a WebSocket here, and nothing else. */
  UPGRADE_REQUIRED(426, "There is a WebSocket here: ask for an upgrade to it"),
  /** {@code dev.covet.api.PreconditionRequired}. */
  PRECONDITION_REQUIRED(
      428, "Say by If-Match which state you have seen.", "dev.covet.api.PreconditionRequired"),
  /** {@code dev.covet.api.TooManyRequests}. */
  TOO_MANY_REQUESTS(429, "Too many requests.", "dev.covet.api.TooManyRequests"),
  /** The header fields are too long. */
  HEADERS_BYTES_MAX(431, "The header fields are too long"),
  /** There are too many header fields. */
  HEADERS_COUNT_MAX(431, "There are too many header fields"),
  /** Internal server error. */
  INTERNAL_ERROR(500, "Internal server error"),
  /** This method is not implemented. */
  NOT_IMPLEMENTED(501, "This method is not implemented"),
  /** Another service that is needed gave no answer that can be used. */
  UPSTREAM_ERROR(502, "Another service that is needed gave no usable answer"),
  /** Another service led elsewhere too often. */
  REDIRECTS_MAX(502, "Another service that is needed led elsewhere too often"),
  /** The answer of another service is too long. */
  RESPONSE_BYTES_MAX(502, "Another service that is needed gave too long an answer"),
  /** {@code dev.covet.api.Unavailable}. */
  UNAVAILABLE(503, "Try again later.", "dev.covet.api.Unavailable"),
  /** The connection to the database was lost while it committed. */
  COMMIT_UNKNOWN(503, "It is not known whether this was stored"),
  /** The server is busy. */
  REQUESTS_IN_FLIGHT_MAX(503, "The server is busy"),
  /** The server is busy. */
  BODY_BYTES_IN_FLIGHT_MAX(503, "The server is busy"),
  /** Too many uploads are under way. */
  UPLOAD_DISK_BYTES_MAX(503, "Too many uploads are under way"),
  /** The server is busy. */
  BLOCKING_QUEUE_MAX(503, "The server is busy"),
  /** The server is busy. */
  CPU_QUEUE_MAX(503, "The server is busy"),
  /** Too many calls of other services are under way. */
  HTTP_CONNECTIONS_MAX(503, "Too many calls of other services are under way"),
  /** The response took too long. */
  HANDLER_SECONDS_MAX(504, "The response took too long"),
  /** The database took too long. */
  STATEMENT_SECONDS_MAX(504, "The database took too long"),
  /** Another service took too long. */
  HTTP_SECONDS_MAX(504, "Another service that is needed took too long"),
  /** Only HTTP/1.1 and HTTP/1.0 are supported. */
  HTTP_VERSION_NOT_SUPPORTED(505, "Only HTTP/1.1 and HTTP/1.0 are supported");

  private final int status;
  private final String text;
  private final String type;

  BuiltInError(int status, String text) {
    this(status, text, "");
  }

  BuiltInError(int status, String text, String type) {
    this.status = status;
    this.text = text;
    this.type = type;
  }

  /** The error of a class, by its qualified name; empty if the class is none of these. */
  public static Optional<BuiltInError> of(String type) {
    return Stream.of(values())
        .filter(each -> each.hasClass() && each.type.equals(type))
        .findFirst();
  }

  /** The error of a code; empty if the code is none of these. */
  public static Optional<BuiltInError> ofCode(String code) {
    return Stream.of(values()).filter(each -> each.name().equals(code)).findFirst();
  }

  /** The status of the response, 400 to 599. */
  public int status() {
    return status;
  }

  /** The stable code in upper snake case. */
  public String code() {
    return name();
  }

  /** What it says, to clients and in documents. */
  public String text() {
    return text;
  }

  /** Whether its code is the name of a limit that was reached. */
  public boolean isLimit() {
    return name().endsWith("_MAX") || name().endsWith("_MIN");
  }

  /** Whether there is a class to throw. */
  public boolean hasClass() {
    return !type.isEmpty();
  }

  /** Whether requests are refused with it that no code of the app has seen. */
  public boolean isUnasked() {
    return this == BAD_REQUEST || !hasClass();
  }

  /** What an operation lists that throws it. */
  public ResponseSchema answer() {
    return ResponseSchema.error(status, name(), text);
  }
}
