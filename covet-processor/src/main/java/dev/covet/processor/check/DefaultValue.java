package dev.covet.processor.check;

import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
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
      case TypeModel.Scalar(var kind, var _) -> parses(kind, text);
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

  private static boolean constant(@Nullable EnumModel model, String text) {
    return model == null
        || model.constants().stream().anyMatch(constant -> constant.name().equals(text));
  }

  private static boolean parses(ScalarKind kind, String text) {
    try {
      return switch (kind) {
        case BOOLEAN -> text.equals("true") || text.equals("false");
        case STRING -> true;
        case INT -> Integer.toString(Integer.parseInt(text)).equals(text);
        case LONG -> Long.toString(Long.parseLong(text)).equals(text);
        case DOUBLE -> Double.isFinite(new BigDecimal(text).doubleValue());
        case DECIMAL -> new BigDecimal(text).signum() <= 1;
        case UUID -> UUID.fromString(text).toString().equalsIgnoreCase(text);
        case DATE -> LocalDate.parse(text).toString().equals(text);
        case INSTANT -> Instant.parse(text).isBefore(Instant.MAX);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
