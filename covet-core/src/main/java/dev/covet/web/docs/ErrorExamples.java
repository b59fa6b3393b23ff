package dev.covet.web.docs;

import dev.covet.api.ErrorReport;
import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.MalformedJson;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.error.ErrorBody;
import dev.covet.web.error.ProblemJson;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.TooManyFields;
import dev.covet.web.message.TooManyParameters;
import dev.covet.web.stream.LastEventIdTooLong;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Error responses as clients get them, an example for each code, written by what writes them in the
 * app. Those that are the same for many operations are there once. Not thread-safe.
 */
final class ErrorExamples {
  private static final String REQUEST_ID = "7c9e6f301";
  private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");
  private static final Json JSON = new Json();
  private static final Written PROBLEM = new Written("_PROBLEM", new ProblemJson());

  private final AppForms forms;
  private final Summaries summaries;
  private final Map<JsonValue, String> names = new HashMap<>();
  private final Map<String, Object> components = new TreeMap<>();

  /**
   * A format of errors.
   *
   * @param suffix what the names of its examples end in
   */
  private record Written(String suffix, ErrorBody body) {}

  ErrorExamples(AppForms forms, Summaries summaries) {
    this.forms = forms;
    this.summaries = summaries;
  }

  /** Every example that was asked for, by its name. */
  Map<String, Object> components() {
    return components;
  }

  /** Errors of an operation in the app's own format, by their codes. */
  Map<String, Object> own(Operation operation, List<ResponseSchema> errors) {
    var body = forms.errors(operation.errorBody());
    return body == null ? Map.of() : all(operation, errors, new Written("", body));
  }

  /** Errors of an operation as {@code application/problem+json}, by their codes. */
  Map<String, Object> problems(Operation operation, List<ResponseSchema> errors) {
    return all(operation, errors, PROBLEM);
  }

  /** What an empty message is answered with. */
  Optional<JsonValue> message(Operation operation) {
    var own = forms.errors(operation.errorBody());
    var error = BuiltInError.VALIDATION_ERROR;
    var problems = List.of(Problem.at(List.of("message"), "missing", "is required"));
    var report =
        new ErrorReport(
            error.status(), error.name(), "Invalid input", problems, false, REQUEST_ID, TIME);
    return own == null ? Optional.empty() : value(report, own);
  }

  private Map<String, Object> all(
      Operation operation, List<ResponseSchema> errors, Written format) {
    var examples = new LinkedHashMap<String, Object>();
    for (var error : errors) {
      var code = error.errorCode();
      if (code == null) continue;
      value(report(operation, error, code), format.body())
          .ifPresent(value ->
              examples.putIfAbsent(
                  code,
                  Map.of("$ref", "#/components/examples/" + name(code + format.suffix(), value))));
    }
    return examples;
  }

  private String name(String code, JsonValue value) {
    return names.computeIfAbsent(
        value,
        _ -> {
          var name = code;
          for (var i = 2; components.containsKey(name); i++) name = code + "_" + i;
          components.put(name, Map.of("value", value));
          return name;
        });
  }

  /** What the format makes of a report; nothing if it fails or that is no JSON. */
  private static Optional<JsonValue> value(ErrorReport report, ErrorBody body) {
    try {
      return body.response(report).content() instanceof Content.Bytes bytes
          ? Optional.of(JSON.read(bytes.array(), Codecs.VALUE))
          : Optional.empty();
    } catch (RuntimeException | AssertionError _) {
      return Optional.empty();
    }
  }

  private ErrorReport report(Operation operation, ResponseSchema error, String code) {
    var builtIn = BuiltInError.ofCode(code).orElse(null);
    var problems =
        builtIn == BuiltInError.VALIDATION_ERROR
            ? ExampleProblems.of(operation)
            : List.<Problem>of();
    var message = builtIn == null ? message(error, code) : message(operation, error, builtIn);
    return new ErrorReport(error.status(), code, message, problems, false, REQUEST_ID, TIME);
  }

  private static String message(ResponseSchema error, String code) {
    var words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return error.text().isEmpty() ? words : error.text();
  }

  /** What a client reads where Covet itself answers. */
  private String message(Operation operation, ResponseSchema error, BuiltInError builtIn) {
    return switch (builtIn) {
      case VALIDATION_ERROR -> "Invalid input";
      case MALFORMED_JSON -> malformed();
      case BODY_BYTES_MAX -> new BodyTooLarge(Request.BODY_BYTES_MAX).message();
      case QUERY_PARAMETERS_MAX -> new TooManyParameters().message();
      case LAST_EVENT_ID_CHARS_MAX -> new LastEventIdTooLong().message();
      case FORM_FIELDS_MAX -> new TooManyFields().message();
      case UNSUPPORTED_MEDIA_TYPE ->
          operation.body() == null
              ? builtIn.text()
              : "The Content-Type must be " + operation.body().mediaType() + " in UTF-8";
      case NOT_FOUND ->
          error.text().isEmpty() || error.text().equals(builtIn.text())
              ? summaries.one(operation).map(each -> each + " not found").orElse(builtIn.text())
              : error.text();
      default -> builtIn.text();
    };
  }

  /** What the reader says of a text that ends too early. */
  private static String malformed() {
    try {
      JSON.read(new byte[] {'{'}, Codecs.VALUE);
      return BuiltInError.MALFORMED_JSON.text();
    } catch (MalformedJson e) {
      return e.message();
    }
  }
}
