package dev.covet.processor.check;

import dev.covet.processor.model.DefaultText;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a text is a value of a type. */
final class DefaultValue {
  private DefaultValue() {}

  static boolean canBeEmpty(TypeModel type) {
    return type instanceof TypeModel.ListOf
        || type instanceof TypeModel.Unresolved
        || (type instanceof TypeModel.Scalar(var kind, var _) && kind == ScalarKind.STRING);
  }

  static boolean fits(TypeModel type, String text, Map<TypeName, EnumModel> enums) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> DefaultText.canonical(kind, text).isPresent();
      case TypeModel.EnumType(var name, var _) -> constant(enums.get(name), text);
      case TypeModel.Unresolved _ -> true;
      case TypeModel.ListOf _,
          TypeModel.OptionalOf _,
          TypeModel.RecordType _,
          TypeModel.Changes _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _ ->
          false;
      case TypeModel.Other(var _, var erased) -> setting(erased, text);
    };
  }

  /** Types that only settings have. */
  private static boolean setting(String type, String text) {
    try {
      return switch (type) {
        case "java.net.URI" -> URI.create(text).toString().equals(text);
        case "java.time.Duration" -> !Duration.parse(text).toString().isEmpty();
        case "dev.covet.api.Secret" -> true;
        default -> false;
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** What to write instead: of an enum its constants, as clients know them. */
  static String right(TypeModel type, Map<TypeName, EnumModel> enums) {
    return type instanceof TypeModel.EnumType(var name, var _) && enums.containsKey(name)
        ? enums.get(name).constants().stream()
            .map(EnumModel.Constant::jsonName)
            .collect(Collectors.joining(", ", "Write one of these: ", "."))
        : "Write a value of that type, as a client would write it in a query.";
  }

  private static boolean constant(@Nullable EnumModel model, String text) {
    return model == null || DefaultText.constant(model.constants(), text).isPresent();
  }
}
