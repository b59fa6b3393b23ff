package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.DefaultText;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for {@code @Default}: a value of the type, which the constraints allow. */
final class DefaultChecks {
  private static final String DEFAULT = "dev.covet.api.Default";

  private DefaultChecks() {}

  static Stream<Finding> of(
      ValueModel value, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    if (value.type() instanceof TypeModel.ValueClass(var _, var inner, var _)) {
      return of(inner, fallback, where, enums);
    }
    var type = value.type();
    var good =
        switch (fallback) {
          case DefaultModel.None _ -> true;
          case DefaultModel.Empty _ -> canBeEmpty(type);
          case DefaultModel.Text(var text) -> fits(type, text, enums);
        };
    return good
        ? ConstraintLimits.broken(value, fallback)
            .map(each -> refused(each, fallback, where))
            .stream()
        : Stream.of(badDefault(type, fallback, where, enums));
  }

  private static Finding refused(ConstraintModel broken, DefaultModel fallback, Where where) {
    return new Finding(
        Code.DEFAULT,
        where.at(DEFAULT),
        "%s breaks @%s, so a client that sends nothing would be refused."
            .formatted(said(fallback), broken.name()),
        "Write a default that the constraints allow.");
  }

  private static String said(DefaultModel fallback) {
    return fallback instanceof DefaultModel.Text(var text) ? "\"" + text + "\"" : "@Default";
  }

  private static Finding badDefault(
      TypeModel type, DefaultModel fallback, Where where, Map<TypeName, EnumModel> enums) {
    return new Finding(
        Code.DEFAULT,
        where.at(DEFAULT),
        "%s is not a default for %s.".formatted(said(fallback), type.source()),
        fallback instanceof DefaultModel.Empty
            ? "@Default alone is for a String, a List, a Set, a Map or an array; give it a value."
            : right(type, enums));
  }

  private static boolean canBeEmpty(TypeModel type) {
    return type.isSized()
        || type instanceof TypeModel.Unresolved
        || (type instanceof TypeModel.Coded coded && coded.isSort())
        || (type instanceof TypeModel.Scalar(var kind, var _) && kind == ScalarKind.STRING);
  }

  private static boolean fits(TypeModel type, String text, Map<TypeName, EnumModel> enums) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> DefaultText.canonical(kind, text).isPresent();
      case TypeModel.EnumType(var name, var _) -> constant(enums.get(name), text);
      case TypeModel.Unresolved _ -> true;
      default -> false;
    };
  }

  /** What to write instead: of an enum its constants, as clients know them. */
  private static String right(TypeModel type, Map<TypeName, EnumModel> enums) {
    return type instanceof TypeModel.EnumType(var name, var _) && enums.containsKey(name)
        ? enums.get(name).constants().stream()
            .map(EnumModel.Constant::jsonName)
            .collect(Collectors.joining(", ", "Write one of these: ", "."))
        : "Write a value of that type, as a client would write it in a query.";
  }

  private static boolean constant(@Nullable EnumModel model, String text) {
    return model == null || EnumModel.Constant.of(model.constants(), text).isPresent();
  }
}
