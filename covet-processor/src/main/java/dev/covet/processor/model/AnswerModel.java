package dev.covet.processor.model;

import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.schema.BuiltInError;

/** One status that a route can really answer, for the documents. */
public sealed interface AnswerModel {
  /** Its status. */
  int status();

  /**
   * What the handler returns.
   *
   * @param result without {@code Optional} and {@code Reply} around it
   * @param text of its {@code @return}
   */
  record Success(int status, ResultModel result, String text) implements AnswerModel {}

  /**
   * An error of Covet's own.
   *
   * @param text what it means here
   */
  record Known(BuiltInError error, String text) implements AnswerModel {
    @Override
    public int status() {
      return error.status();
    }
  }

  /**
   * An error of the user's, whose facts are generated.
   *
   * @param text what its {@code @throws} says, or {@code ""} for its own
   */
  record Own(int status, TypeName type, String text) implements AnswerModel {}
}
