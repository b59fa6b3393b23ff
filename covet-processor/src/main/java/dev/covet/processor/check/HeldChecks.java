package dev.covet.processor.check;

import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.Where;
import java.util.Optional;

/**
 * Rules for what holds other values: what a list, a set, a map, an array and an option can hold.
 */
final class HeldChecks {
  private HeldChecks() {}

  /** Why a type that holds values cannot hold these, if that is not a fault of theirs. */
  static Optional<Finding> of(TypeModel type, Where where) {
    if (type.parts().stream().anyMatch(each -> isWildcard(each.type()))) {
      return fault(
          type, where, "Covet does not know what is in it", "Name its type, as in List<String>.");
    }
    if (type.parts().stream().anyMatch(each -> each.type() instanceof TypeModel.OptionalOf)) {
      return fault(
          type,
          where,
          "an Optional is possible in records only",
          "Use @Nullable, as in List<@Nullable String>.");
    }
    return switch (type) {
      case TypeModel.MapOf(var _, var key, var _) when isNoKey(key.type()) ->
          fault(
              type,
              where,
              "the names of a JSON object are strings that everybody may see",
              "Use a String, a number, an enum or another scalar as the key, or a List of records.");
      case TypeModel.MapOf(var _, var key, var _) when key.nullable() ->
          fault(type, where, "a key is never null", "Remove @Nullable from it.");
      case TypeModel.ManyOf(var form, var element) when form.unique() && element.type().isArray() ->
          fault(type, where, "no two arrays are equal, whatever is in them", "Use a Set of Lists.");
      case TypeModel.ManyOf(var form, var element)
          when form == TypeModel.Form.ARRAY && ValueChecks.isNullablePrimitive(element) ->
          fault(
              type,
              where,
              "@Nullable stands before its elements, which are never null",
              "If the array may be null: %s @Nullable []."
                  .formatted(element.type().source()));
      case TypeModel.ManyOf(var form, var element) when form == TypeModel.Form.ARRAY ->
          element.type().canBeInArray()
              ? Optional.empty()
              : fault(
                  type,
                  where,
                  "arrays contain scalars and records, and of the primitives int, long and double",
                  "Use a List.");
      default -> Optional.empty();
    };
  }

  private static boolean isWildcard(TypeModel type) {
    return type instanceof TypeModel.Other(var source, var _) && source.startsWith("?");
  }

  private static boolean isNoKey(TypeModel type) {
    return !type.canBeKey() && !(type instanceof TypeModel.Unresolved);
  }

  private static Optional<Finding> fault(
      TypeModel type, Where where, String reason, String instead) {
    return Optional.of(
        new Finding(
            Code.NO_CODEC,
            where,
            "%s has no codec: %s.".formatted(TypeChecks.shown(type), reason),
            instead));
  }

  /** Why an optional component says more, or less, than it can. */
  static Optional<Finding> optional(ComponentModel component) {
    if (!(component.value().type() instanceof TypeModel.OptionalOf(var inner))) {
      return Optional.empty();
    }
    if (component.value().nullable() || inner.nullable()) {
      return Optional.of(
          new Finding(
              Code.NO_CODEC,
              component.where(),
              "@Nullable does not apply to %s: what is null or missing is empty."
                  .formatted(TypeChecks.shown(component.value().type())),
              "Remove @Nullable."));
    }
    return Optional.empty();
  }
}
