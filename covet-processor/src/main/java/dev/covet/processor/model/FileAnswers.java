package dev.covet.processor.model;

import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.schema.BuiltInError;
import java.util.stream.Stream;

/** What clients may get where files are sent, to them or by them. */
final class FileAnswers {
  private FileAnswers() {}

  /** What becomes of a file by what a client asks of it; parts and conditions are for GET. */
  static Stream<AnswerModel> of(RouteModel route) {
    var result = route.result().bare();
    if (!(result instanceof ResultModel.File) || route.isGuard()) return Stream.of();
    var missing = new AnswerModel.Known(BuiltInError.NOT_FOUND, "The file is not there.");
    if (route.http().method() != HttpMethod.GET || route.status() != 200) return Stream.of(missing);
    return Stream.of(
        missing,
        new AnswerModel.Success(206, result, "The part that `Range` asks for."),
        new AnswerModel.Success(304, new ResultModel.Nothing(), "The client has it already."),
        new AnswerModel.Known(
            BuiltInError.PRECONDITION_FAILED, "The file is not in the state that is asked for."),
        new AnswerModel.Known(
            BuiltInError.RANGE_NOT_SATISFIABLE, "No part that is asked for is in the file."));
  }

  /** What a form with files may get. */
  static Stream<AnswerModel> ofForm() {
    return Stream.of(
        new AnswerModel.Known(BuiltInError.MULTIPART_BYTES_MAX, "The form is too long."),
        new AnswerModel.Known(BuiltInError.BODY_BYTES_MAX, "The texts of the form are too long."),
        new AnswerModel.Known(BuiltInError.MULTIPART_PARTS_MAX, "The form has too many parts."),
        new AnswerModel.Known(
            BuiltInError.PART_HEADER_BYTES_MAX, "The header of a part is too long."),
        new AnswerModel.Known(
            BuiltInError.UNSUPPORTED_MEDIA_TYPE, "The body is not multipart/form-data."));
  }
}
