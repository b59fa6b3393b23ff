package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.RuleModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes expressions that describe a value to the documents: {@code Schema.of(Kind.STRING,
 * Constraint.notBlank())}.
 */
public final class SchemaCode {
  private static final String SCHEMA = "`dev.covet.schema.Schema`";
  private static final String KIND = "`dev.covet.schema.Kind`";
  private static final String LIMIT = "`dev.covet.schema.Constraint`";

  /** What a table's strings must be such that a database can hold them. */
  private static final String STORABLE = "Its strings must not contain U+0000.";

  private SchemaCode() {}

  /** The schema of a value where it stands. */
  public static String of(ValueModel value) {
    var schema =
        switch (value.type()) {
          case TypeModel.Scalar scalar -> scalar(scalar.kind(), value.constraints());
          case TypeModel.EnumType choice -> ValueCode.choice(choice) + ".schema()";
          case TypeModel.ValueClass(var name, var _, var _) -> codec(name) + ".CODEC.schema()";
          case TypeModel.RecordType(var name) -> ref(name);
          case TypeModel.SealedType(var name) -> union(name);
          case TypeModel.Changes(var of) -> "%s.changesOf(%s)".formatted(SCHEMA, ref(of));
          case TypeModel.ListOf(var element) -> listOf(element, value.constraints());
          case TypeModel.ManyOf(var form, var element) ->
              form.unique()
                  ? setOf(element, value.constraints())
                  : listOf(element, value.constraints());
          case TypeModel.MapOf(var _, var key, var held) -> mapOf(key, held, value.constraints());
          case TypeModel.OptionalOf(var inner) -> of(inner);
          case TypeModel.Coded coded -> ValueCode.coded(coded) + ".schema()";
          case TypeModel.Ready ready -> ValueCode.ready(ready) + ".schema()";
          case TypeModel.Bytes _ ->
              "%s.of(%s)".formatted(SCHEMA, arguments(KIND + ".BYTES", value.constraints()));
          case TypeModel.Upload _ -> "%s.of(%s.FILE)".formatted(SCHEMA, KIND);
          case TypeModel.Stream _, TypeModel.Other _, TypeModel.Unresolved _ -> SCHEMA + ".any()";
        };
    return value.nullable() ? schema + ".orNull()" : schema;
  }

  /** The schema of a value class: that of its scalar, and its rules in words. */
  static String ofValueClass(RecordModel record) {
    var rules =
        record.rules().stream()
            .map(each -> ", " + LIMIT + "." + limit(Constraint.said(each.described())))
            .collect(Collectors.joining());
    var schema = of(record.components().getFirst().value());
    return schema.substring(0, schema.length() - 1) + rules + ")";
  }

  /** A record by its name in the document. */
  static String ref(TypeName name) {
    return "%s.ref(%s, () -> %s.SCHEMA)"
        .formatted(SCHEMA, Literals.string(name.documented()), codec(name));
  }

  private static String union(TypeName name) {
    return "%s.union(%s, () -> %s.SCHEMA)"
        .formatted(SCHEMA, Literals.string(name.documented()), codec(name));
  }

  private static String codec(TypeName name) {
    return JavaCode.type(name.generated("Codec"));
  }

  private static String scalar(ScalarKind kind, List<ConstraintModel> constraints) {
    return "%s.of(%s)".formatted(SCHEMA, arguments(KIND + "." + kind.name(), constraints));
  }

  private static String listOf(ValueModel element, List<ConstraintModel> constraints) {
    return "%s.listOf(%s)".formatted(SCHEMA, arguments(of(element), constraints));
  }

  private static String setOf(ValueModel element, List<ConstraintModel> constraints) {
    return "%s.listOf(%s)"
        .formatted(
            SCHEMA,
            arguments(
                of(element) + ", " + LIMIT + ".unique()" + hashed(element.type()), constraints));
  }

  private static String mapOf(ValueModel key, ValueModel value, List<ConstraintModel> constraints) {
    return "%s.mapOf(%s)"
        .formatted(SCHEMA, arguments(of(key) + ", " + of(value) + hashed(key.type()), constraints));
  }

  /** What may be a scalar to all others is none to a hash table, if it is a class of its own. */
  private static String hashed(TypeModel type) {
    return type instanceof TypeModel.ValueClass || type instanceof TypeModel.Coded
        ? ", " + LIMIT + ".unordered()"
        : "";
  }

  private static String arguments(String first, List<ConstraintModel> constraints) {
    return Stream.concat(Stream.of(first), constraints.stream().flatMap(SchemaCode::limits))
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> limits(ConstraintModel constraint) {
    return constraint.limits().map(each -> LIMIT + "." + limit(each));
  }

  /** The call that makes a limit. */
  private static String limit(Constraint limit) {
    return switch (limit) {
      case Constraint.AtLeast(var value, var exclusive) ->
          "%s(\"%s\")".formatted(exclusive ? "above" : "atLeast", value);
      case Constraint.AtMost(var value, var exclusive) ->
          "%s(\"%s\")".formatted(exclusive ? "below" : "atMost", value);
      case Constraint.Size(var min, var max) when min == 1 && max == Integer.MAX_VALUE ->
          "notEmpty()";
      case Constraint.Size(var min, var max) -> "size(%s, %s)".formatted(min, CheckCode.whole(max));
      case Constraint.Digits(var integer, var fraction) ->
          "digits(%s, %s)".formatted(integer, fraction);
      case Constraint.Matches(var regex) -> "matches(" + Literals.string(regex) + ")";
      case Constraint.NotBlank _ -> "notBlank()";
      case Constraint.Email _ -> "email()";
      case Constraint.Null _ -> "isNull()";
      case Constraint.Is(var value) -> "is(" + value + ")";
      case Constraint.Unique _ -> "unique()";
      case Constraint.Said(var sentence) -> "said(" + Literals.string(sentence) + ")";
    };
  }

  /** The description of a record by its fields, those of what it flattens in their place. */
  static String object(RecordModel record, List<JsonField> slots, CompilationModel model) {
    var properties = new ArrayList<String>();
    slots.forEach(slot -> properties.add(property(slot, model)));
    var list =
        properties.stream().map(property -> ",\n    " + property).collect(Collectors.joining());
    var text =
        "`dev.covet.schema.ObjectSchema`.of(\n    %s,\n    %s%s)"
            .formatted(
                Literals.string(record.name().documented()),
                Literals.string(record.name().documentedType()),
                list);
    return text
        + described(texts(record, slots, model))
        + (record.strict() ? "\n    .asStrict()" : "")
        + (record.remarks().deprecated() ? "\n    .asDeprecated()" : "")
        + ExamplesCode.call(record.remarks().examples());
  }

  /** The Javadoc, the rules and what tables hold, which JSON Schema has no words for. */
  private static String texts(RecordModel record, List<JsonField> slots, CompilationModel model) {
    var isStored =
        slots.stream()
            .anyMatch(each -> each.stored() && holdsText(each.component().value().type()));
    return joined(
        Stream.of(
                Stream.of(record.remarks().text()),
                rules(record, model),
                isStored ? Stream.of(STORABLE) : Stream.<String>of())
            .flatMap(each -> each));
  }

  /** What is checked once the record is made, also of what it flattens. */
  private static Stream<String> rules(RecordModel record, CompilationModel model) {
    var flattened =
        record.components().stream()
            .filter(each -> JsonField.isReplaced(each, model))
            .flatMap(each ->
                Stream.concat(
                    JsonField.flattened(each, model).stream().flatMap(inner -> rules(inner, model)),
                    said(each.value())));
    return Stream.concat(record.rules().stream().map(RuleModel::described), flattened);
  }

  private static boolean holdsText(TypeModel type) {
    return type.hasAnyCharacter() || type.parts().stream().anyMatch(each -> holdsText(each.type()));
  }

  /** Paragraphs of Markdown, leaving out the empty ones. */
  public static String joined(Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** A text, and under which further names a value is read. */
  public static String withAliases(String text, List<String> aliases) {
    return joined(
        Stream.concat(
            Stream.of(text), aliases.stream().map(each -> "Also read as `%s`.".formatted(each))));
  }

  private static String property(JsonField slot, CompilationModel model) {
    var component = slot.component();
    var property =
        "`dev.covet.schema.Property`.of(%s, %s)"
            .formatted(Literals.string(component.jsonName()), of(component));
    var isRead = component.role().input();
    var aliases = isRead ? component.names().stream().skip(1).toList() : List.<String>of();
    return property
        + (slot.isChange() ? ".asChange()" : required(component, model))
        + role(component.role())
        + text(
            joined(
                Stream.concat(
                    Stream.of(withAliases(component.text(), aliases)), said(component.value()))))
        + ExamplesCode.of(component.remarks(), component.value().type(), model);
  }

  /** What only words can say of a value whose schema has no place for it: it stands elsewhere. */
  private static Stream<String> said(ValueModel value) {
    return switch (value.type()) {
      case TypeModel.Scalar _,
          TypeModel.ListOf _,
          TypeModel.ManyOf _,
          TypeModel.MapOf _,
          TypeModel.Bytes _ ->
          Stream.of();
      default -> value.said();
    };
  }

  /** What is empty goes out as null. */
  private static String of(ComponentModel component) {
    var schema = of(component.value());
    return component.value().type() instanceof TypeModel.OptionalOf && !component.value().nullable()
        ? schema + ".orNull()"
        : schema;
  }

  private static String required(ComponentModel component, CompilationModel model) {
    return switch (component.fallback()) {
      case DefaultModel.None _ -> component.required() ? "" : ".asOptional()";
      case DefaultModel.Empty _, DefaultModel.Text _ when component.value().type().isSecret() ->
          ".asOptional()";
      case DefaultModel.Empty _, DefaultModel.Text _ ->
          ".withDefault("
              + Literals.string(DefaultCode.json(Input.of(component, ValueSource.BODY), model))
              + ")";
    };
  }

  private static String role(ComponentModel.Role role) {
    return switch (role) {
      case PLAIN -> "";
      case KEY -> ".asKey()";
      case ID, READ_ONLY -> ".asReadOnly()";
      case WRITE_ONLY -> ".asWriteOnly()";
      case INSIDE -> ".asReadOnly().asWriteOnly()";
    };
  }

  private static String text(String text) {
    return text.isEmpty() ? "" : ".described(" + Literals.string(text) + ")";
  }

  private static String described(String text) {
    return text.isEmpty() ? "" : "\n    .described(" + Literals.string(text) + ")";
  }
}
