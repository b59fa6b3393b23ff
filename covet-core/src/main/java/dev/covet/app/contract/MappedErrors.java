package dev.covet.app.contract;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import dev.covet.api.Conflict;
import dev.covet.api.Forbidden;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.PreconditionFailed;
import dev.covet.api.PreconditionRequired;
import dev.covet.api.TooManyRequests;
import dev.covet.api.Unauthorized;
import dev.covet.api.Unavailable;
import dev.covet.base.json.MalformedJson;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.web.error.ErrorFacts;
import dev.covet.web.error.ErrorMapping;
import dev.covet.web.error.Faults;
import dev.covet.web.message.BodyTooLarge;
import dev.covet.web.message.InflatesTooMuch;
import dev.covet.web.message.TooManyFields;
import dev.covet.web.message.TooManyParameters;
import dev.covet.web.message.UnsupportedMediaType;
import dev.covet.web.middleware.TrustedHosts;
import dev.covet.web.stream.LastEventIdTooLong;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Documents what an app tells clients for exceptions that are no errors of an API themselves.
 *
 * @param own the facts of the user's errors
 */
public record MappedErrors(ErrorMapping mapping, Faults.Facts own) {
  /** The errors that Covet brings, which documents know by their codes. */
  private static final Map<String, Class<? extends ApiError>> READY =
      Map.ofEntries(
          Map.entry(BuiltInError.BAD_REQUEST.code(), BadRequest.class),
          Map.entry(BuiltInError.BODY_BYTES_MAX.code(), BodyTooLarge.class),
          Map.entry(BuiltInError.CONFLICT.code(), Conflict.class),
          Map.entry(BuiltInError.FORBIDDEN.code(), Forbidden.class),
          Map.entry(BuiltInError.FORM_FIELDS_MAX.code(), TooManyFields.class),
          Map.entry(BuiltInError.INFLATE_RATIO_MAX.code(), InflatesTooMuch.class),
          Map.entry(BuiltInError.LAST_EVENT_ID_CHARS_MAX.code(), LastEventIdTooLong.class),
          Map.entry(BuiltInError.MALFORMED_JSON.code(), MalformedJson.class),
          Map.entry(BuiltInError.MISDIRECTED_REQUEST.code(), TrustedHosts.Misdirected.class),
          Map.entry(BuiltInError.NOT_FOUND.code(), NotFound.class),
          Map.entry(BuiltInError.PRECONDITION_FAILED.code(), PreconditionFailed.class),
          Map.entry(BuiltInError.PRECONDITION_REQUIRED.code(), PreconditionRequired.class),
          Map.entry(BuiltInError.QUERY_PARAMETERS_MAX.code(), TooManyParameters.class),
          Map.entry(BuiltInError.TOO_MANY_REQUESTS.code(), TooManyRequests.class),
          Map.entry(BuiltInError.UNAUTHORIZED.code(), Unauthorized.class),
          Map.entry(BuiltInError.UNAVAILABLE.code(), Unavailable.class),
          Map.entry(BuiltInError.UNSUPPORTED_MEDIA_TYPE.code(), UnsupportedMediaType.class),
          Map.entry(BuiltInError.VALIDATION_ERROR.code(), Invalid.class));

  /** Tells of documented errors that nothing is known of. */
  public void check(Consumer<String> faults) {
    for (var error : mapping.documented()) {
      if (answer(error).isEmpty()) {
        faults.accept(
            "onError(...) documents %s, whose status is unknown. Put @Status on it."
                .formatted(error.getName()));
      }
    }
  }

  /** An operation with the answers that stand for what its method throws. */
  public Operation in(Operation operation) {
    var others = new TreeMap<String, Class<? extends ApiError>>();
    operation.responses().stream()
        .flatMap(each -> Stream.ofNullable(each.errorCode()))
        .forEach(code ->
            Optional.<Class<? extends ApiError>>ofNullable(READY.get(code))
                .flatMap(mapping::inPlaceOf)
                .ifPresent(other -> others.put(code, other)));
    return operation
        .without(others.keySet())
        .responding(
            Stream.concat(
                    others.values().stream(),
                    operation.thrown().stream()
                        .flatMap(thrown -> mapping.documented(thrown).stream()))
                .flatMap(error -> answer(error).stream())
                .toList());
  }

  /** What is known of a class of errors; empty if nothing is. */
  public Optional<ResponseSchema> answer(Class<? extends ApiError> error) {
    return BuiltInError.of(error.getName())
        .map(BuiltInError::answer)
        .or(() -> Optional.ofNullable(own.find(error)).map(MappedErrors::answer));
  }

  private static ResponseSchema answer(ErrorFacts facts) {
    return ResponseSchema.error(facts.status(), facts.code(), facts.text());
  }
}
