package dev.covet.processor.check;

import dev.covet.processor.check.value.ExampleValues;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for {@code @Example}: a value of the type, which the constraints allow. */
final class ExampleChecks {
  private static final String EXAMPLE = "dev.covet.api.Example";

  private final CompilationModel model;
  private final ExampleValues sent;
  private final ExampleValues answered;

  ExampleChecks(CompilationModel model) {
    this.model = model;
    this.sent = ExampleValues.sent(model);
    this.answered = ExampleValues.answered(model);
  }

  /** Settings are in no document, which is said of the annotation itself. */
  Stream<Finding> record(RecordModel record) {
    if (model.declared().isSettings(record.name())) return Stream.of();
    var itself = ValueModel.of(new TypeModel.RecordType(record.name()));
    return Stream.concat(
        of(itself, record.remarks(), record.where(), sent),
        record.all().flatMap(each -> of(each.value(), each.remarks(), each.where(), sent)));
  }

  Stream<Finding> routes(RoutesModel routes) {
    return routes.routes().stream()
        .flatMap(route -> Stream.concat(parameters(route.parameters().stream()), answer(route)));
  }

  /** One where it does nothing is reported as such, whatever it says. */
  Stream<Finding> parameters(Stream<ParameterModel> parameters) {
    return parameters
        .filter(each -> each.source() != ValueSource.PROVIDED)
        .filter(each -> each.source() != ValueSource.QUALIFIER)
        .filter(each -> Input.of(each).group(model).isEmpty())
        .flatMap(each -> of(each.value(), each.remarks(), each.where(), sent));
  }

  private Stream<Finding> answer(RouteModel route) {
    var remarks = route.rules().remarks();
    return switch (route.result().bare()) {
      case ResultModel.Json(var value) -> of(value, remarks, route.where(), answered);
      case ResultModel.Text _, ResultModel.Html _, ResultModel.Unresolved _ -> Stream.of();
      case ResultModel.Values(var _, var each) ->
          of(ValueModel.of(new TypeModel.ListOf(each)), remarks, route.where(), answered);
      case ResultModel.Nothing _,
          ResultModel.Messages _,
          ResultModel.OneOf _,
          ResultModel.Bytes _,
          ResultModel.Stream _,
          ResultModel.File _,
          ResultModel.Raw _ ->
          remarks.examples().stream()
              .limit(1)
              .map(_ ->
                  new Finding(
                      Code.EXAMPLE,
                      route.where().at(EXAMPLE),
                      "%s has no response that an example could show."
                          .formatted(RouteChecks.label(route)),
                      "Put it on the record that it belongs to, or return a value or a string."));
    };
  }

  private static Stream<Finding> of(
      ValueModel value, Remarks remarks, Where where, ExampleValues values) {
    return remarks.examples().stream()
        .flatMap(each -> finding(value, each, where, values).stream());
  }

  private static Optional<Finding> finding(
      ValueModel value, String example, Where where, ExampleValues values) {
    return values
        .fault(value, example)
        .map(why ->
            new Finding(
                Code.EXAMPLE,
                where.at(EXAMPLE),
                "%s is not a valid example: %s.".formatted(shown(example), why),
                ExampleValues.isText(value.type())
                    ? "Write a value of the type as a client would in a query, within the limits."
                    : "Write JSON that a client could send, or would get from a route."));
  }

  private static String shown(String example) {
    return example.length() > 40 ? example.substring(0, 40) + "..." : "\"" + example + "\"";
  }
}
