package dev.covet.web.http;

import dev.covet.api.ApiError;
import dev.covet.schema.ResponseSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a middleware answers by itself, as the documents of the operations within it tell and tests
 * expect.
 *
 * @param errors errors that it throws; status, code and text are those of the classes
 * @param others answers that are no such errors, by their statuses
 */
public record Answers(List<Class<? extends ApiError>> errors, List<ResponseSchema> others) {
  /** Nothing: every answer comes from further in. */
  public static final Answers NONE = new Answers(List.of(), List.of());

  /** Copies the lists. */
  public Answers {
    errors = List.copyOf(errors);
    others = List.copyOf(others);
  }

  /** Errors that it throws: {@code Answers.of(Forbidden.class)}. */
  @SafeVarargs
  public static Answers of(Class<? extends ApiError>... errors) {
    var all = new ArrayList<Class<? extends ApiError>>();
    for (var error : errors) all.add(error);
    return new Answers(all, List.of());
  }

  /**
   * These, and a status of a response that it makes itself, such as a redirect.
   *
   * @param status the HTTP status code, 200 to 599
   * @param text what it means
   */
  public Answers and(int status, String text) {
    var more = ResponseSchema.of(status).described(text);
    return new Answers(errors, Stream.concat(others.stream(), Stream.of(more)).toList());
  }
}
