package dev.covet.processor.check.value;

import dev.covet.api.JsonValue;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ExampleJson;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.DefaultText;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether examples are values of their types, as clients send them or get them. */
public final class ExampleValues {
  private final CompilationModel model;
  private final Predicate<ComponentModel> isRequired;

  private ExampleValues(CompilationModel model, Predicate<ComponentModel> isRequired) {
    this.model = model;
    this.isRequired = isRequired;
  }

  /** Values that clients send: what may be absent may be absent, what is read-only may be there. */
  public static ExampleValues sent(CompilationModel model) {
    return new ExampleValues(model, each -> each.role().input() && each.required());
  }

  /** Values that clients get: all is there that they may see. */
  public static ExampleValues answered(CompilationModel model) {
    return new ExampleValues(model, each -> each.role().output());
  }

  /** Whether examples of a type are written as in a query; else they are JSON. */
  public static boolean isText(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar _, TypeModel.EnumType _, TypeModel.ValueClass _ -> true;
      case TypeModel.OptionalOf(var inner) -> isText(inner.type());
      default -> false;
    };
  }

  /** What is wrong with an example; empty if nothing is. */
  public Optional<String> fault(ValueModel value, String example) {
    var type = value.type();
    if (type instanceof TypeModel.OptionalOf(var inner)) return fault(inner, example);
    if (type instanceof TypeModel.ValueClass(var _, var inner, var _)) return fault(inner, example);
    if (type instanceof TypeModel.Coded) {
      return Optional.empty(); // only its codec knows
    }
    return isText(type)
        ? text(value, example, "it")
        : ExampleJson.read(example)
            .map(json -> json(value, json, "it"))
            .orElseGet(() -> Optional.of("it is not JSON"));
  }

  private Optional<String> text(ValueModel value, String text, String what) {
    if (!fits(value.type(), text)) {
      return Optional.of(what + " is not of the type " + TypeChecks.shown(value.type()));
    }
    return ConstraintLimits.broken(value, new DefaultModel.Text(text))
        .map(each -> breaks(what, each));
  }

  private boolean fits(TypeModel type, String text) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> DefaultText.canonical(kind, text).isPresent();
      case TypeModel.EnumType(var name, var _) ->
          model.constants(name).isEmpty()
              || EnumModel.Constant.of(model.constants(name), text).isPresent();
      default -> true;
    };
  }

  private Optional<String> json(ValueModel value, JsonValue json, String what) {
    if (json instanceof JsonValue.Null) {
      return value.nullable() ? Optional.empty() : Optional.of(what + " must not be null");
    }
    return switch (value.type()) {
      case TypeModel.Scalar(var kind, var _) -> scalar(kind, value, json, what);
      case TypeModel.ValueClass(var _, var inner, var _) -> json(inner, json, what);
      case TypeModel.EnumType _ ->
          json instanceof JsonValue.Text(var text)
              ? text(value, text, what)
              : Optional.of(what + " must be a string");
      case TypeModel.ListOf(var element) -> list(element, value, json, what);
      case TypeModel.ManyOf(var form, var element) ->
          form.unique() && hasTwice(json)
              ? Optional.of(what + " has an item twice")
              : list(element, value, json, what);
      case TypeModel.MapOf map -> map(map, value, json, what);
      case TypeModel.OptionalOf(var inner) -> json(inner, json, what);
      case TypeModel.RecordType(var name) -> object(name, json, what, isRequired);
      case TypeModel.Changes(var name) -> object(name, json, what, _ -> false);
      case TypeModel.SealedType(var name) -> union(name, json, what);
      case TypeModel.Coded _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Stream _,
          TypeModel.Upload _,
          TypeModel.Other _,
          TypeModel.Unresolved _ ->
          Optional.empty();
    };
  }

  private Optional<String> scalar(ScalarKind kind, ValueModel value, JsonValue json, String what) {
    return switch (json) {
      case JsonValue.Bool(var bool) when kind == ScalarKind.BOOLEAN ->
          text(value, String.valueOf(bool), what);
      case JsonValue.Decimal(var number) when !kind.quoted() && kind != ScalarKind.BOOLEAN ->
          text(value, number.toString(), what);
      case JsonValue.Text(var text) when kind.quoted() -> text(value, text, what);
      default -> Optional.of(what + " is not of the type " + TypeChecks.shown(value.type()));
    };
  }

  private Optional<String> list(ValueModel element, ValueModel value, JsonValue json, String what) {
    if (!(json instanceof JsonValue.Items(var items))) {
      return Optional.of(what + " must be an array");
    }
    return IntStream.range(0, items.size())
        .mapToObj(i -> json(element, items.get(i), inside(what, "[" + i + "]")))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> size(value, items.size(), what));
  }

  private static Optional<String> size(ValueModel value, int size, String what) {
    return ConstraintLimits.brokenBySize(value, size).map(each -> breaks(what, each));
  }

  private static String breaks(String what, ConstraintModel.Known constraint) {
    return "%s breaks @%s".formatted(what, constraint.name());
  }

  private static boolean hasTwice(JsonValue json) {
    return json instanceof JsonValue.Items(var items)
        && items.stream().distinct().count() < items.size();
  }

  private Optional<String> map(TypeModel.MapOf map, ValueModel value, JsonValue json, String what) {
    if (!(json instanceof JsonValue.Members(var members))) {
      return Optional.of(what + " must be an object");
    }
    return members.entrySet().stream()
        .flatMap(each -> entry(map, each.getKey(), each.getValue(), what))
        .findFirst()
        .or(() -> size(value, members.size(), what));
  }

  private Stream<String> entry(TypeModel.MapOf map, String name, JsonValue json, String what) {
    var place = inside(what, name);
    var key =
        map.key().type() instanceof TypeModel.ValueClass(var _, var of, var _) ? of : map.key();
    return Stream.of(text(key, name, "the name " + place), json(map.value(), json, place))
        .flatMap(Optional::stream);
  }

  /** One of the records of a sealed type: that which the discriminator names. */
  private Optional<String> union(TypeName name, JsonValue json, String what) {
    var union = model.unions().get(name);
    if (union == null) return Optional.empty();
    if (!(json instanceof JsonValue.Members(var members))) {
      return Optional.of(what + " must be an object");
    }
    var rest = new LinkedHashMap<>(members);
    var tag = rest.remove(union.discriminator());
    return union.leaves().stream()
        .filter(each -> tag instanceof JsonValue.Text(var text) && each.tags().contains(text))
        .findFirst()
        .map(leaf -> object(leaf.record(), new JsonValue.Members(rest), what, isRequired))
        .orElseGet(() ->
            Optional.of(
                "\"%s\" names none of its records".formatted(path(what, union.discriminator()))));
  }

  private Optional<String> object(
      TypeName name, JsonValue json, String what, Predicate<ComponentModel> required) {
    if (!(json instanceof JsonValue.Members(var members))) {
      return Optional.of(what + " must be an object");
    }
    var record = model.find(name);
    if (record.isEmpty()) return Optional.empty();
    var fields =
        Stream.concat(
                JsonField.of(record.get(), model).stream(),
                JsonField.computed(record.get(), model).stream())
            .map(JsonField::component)
            .toList();
    return members.entrySet().stream()
        .flatMap(each -> member(fields, each.getKey(), each.getValue(), what).stream())
        .findFirst()
        .or(() -> missing(fields, members.keySet()::contains, required, what));
  }

  private Optional<String> member(
      List<ComponentModel> fields, String name, JsonValue json, String what) {
    return fields.stream()
        .filter(each -> each.names().contains(name))
        .findFirst()
        .map(field -> json(field.value(), json, inside(what, name)))
        .orElseGet(() -> Optional.of("there is no field \"%s\"".formatted(path(what, name))));
  }

  private static Optional<String> missing(
      List<ComponentModel> fields,
      Predicate<String> isThere,
      Predicate<ComponentModel> required,
      String what) {
    return fields.stream()
        .filter(required)
        .filter(each -> each.names().stream().noneMatch(isThere))
        .findFirst()
        .map(each -> "\"%s\" is missing".formatted(path(what, each.jsonName())));
  }

  private static String inside(String what, String name) {
    return "\"" + path(what, name) + "\"";
  }

  private static String path(String what, String name) {
    if (what.equals("it")) return name;
    var around = what.substring(1, what.length() - 1);
    return name.startsWith("[") ? around + name : around + "." + name;
  }
}
