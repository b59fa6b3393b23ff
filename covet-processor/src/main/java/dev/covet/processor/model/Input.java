package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.schema.Constraint;
import dev.covet.schema.Remarks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value that a client sends beside the body: a parameter, or a component of a record that groups
 * several.
 *
 * @param name in Java
 * @param wireName what clients call it
 * @param aliases what they may call it, too
 * @param remarks what documents say of it; examples as the source has them
 */
public record Input(
    String name,
    String wireName,
    List<String> aliases,
    ValueSource source,
    ValueModel value,
    DefaultModel fallback,
    Remarks remarks) {
  /** What clients that come again for events send. */
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /** Copies the list; a map has no names of its own. */
  public Input {
    aliases = isMap(source, value) ? List.of() : List.copyOf(aliases);
  }

  /** Whether it is the id of the last event that a client has had. */
  public boolean isLastEventId() {
    return source == ValueSource.HEADER && wireName.equalsIgnoreCase(LAST_EVENT_ID);
  }

  /** A parameter. */
  public static Input of(ParameterModel parameter) {
    return new Input(
        parameter.name(),
        parameter.wireName(),
        parameter.aliases(),
        parameter.source(),
        parameter.value(),
        parameter.fallback(),
        parameter.remarks());
  }

  /** The fields of a form that a body may be. */
  public static Input ofForm(ParameterModel parameter) {
    return new Input(
        parameter.name(),
        parameter.wireName(),
        parameter.aliases(),
        ValueSource.FORM,
        parameter.value().type() instanceof TypeModel.OptionalOf(var inner)
            ? inner
            : parameter.value(),
        parameter.fallback(),
        parameter.remarks());
  }

  /** A component of a record that is bound from a source. */
  public static Input of(ComponentModel component, ValueSource source) {
    var from = component.source().orElse(source);
    var isHeader = from == ValueSource.HEADER;
    return new Input(
        component.name(),
        isHeader ? component.header() : component.jsonName(),
        isHeader ? List.of() : component.names().subList(1, component.names().size()),
        from,
        component.value(),
        component.fallback(),
        component.remarks());
  }

  /** The record whose components are bound in the place of this, if it is one. */
  public Optional<RecordModel> group(CompilationModel model) {
    return source.groups() && value.type() instanceof TypeModel.RecordType(var name)
        ? model.find(name)
        : Optional.empty();
  }

  /** This, or the components in its place. */
  public Stream<Input> single(CompilationModel model) {
    return single(model, Set.of());
  }

  /** What stands in itself has no end, and is a finding. */
  private Stream<Input> single(CompilationModel model, Set<RecordModel> around) {
    var group = group(model).filter(each -> !around.contains(each));
    if (group.isEmpty()) return Stream.of(this);
    var inside = new HashSet<>(around);
    inside.add(group.get());
    return sent(group.get()).flatMap(each -> of(each, source).single(model, inside));
  }

  /** This and what is in it, as far as those are records that group values. */
  public Stream<Input> groups(CompilationModel model) {
    return group(model).stream()
        .flatMap(group ->
            Stream.concat(
                Stream.of(this), sent(group).flatMap(each -> of(each, source).groups(model))));
  }

  /** The components that clients may set, under any name and from any part of a request. */
  private static Stream<ComponentModel> sent(RecordModel group) {
    return group.components().stream().filter(each -> each.role().input());
  }

  /** Whether a record that groups values of a source lets no others be there. */
  public boolean isStrict(ValueSource of, CompilationModel model) {
    return groups(model)
        .filter(each -> each.group(model).filter(RecordModel::strict).isPresent())
        .flatMap(each -> each.single(model))
        .anyMatch(each -> each.source() == of);
  }

  /** Whether it takes each value of the query or a form whose name is no other's. */
  public boolean isMap() {
    return isMap(source, value);
  }

  private static boolean isMap(ValueSource source, ValueModel value) {
    return (source == ValueSource.QUERY || source == ValueSource.FORM)
        && value.inner().type() instanceof TypeModel.MapOf;
  }

  /** Whether clients send it as they send another one, which may be optional alone. */
  public boolean isAlike(Input other) {
    return fallback.equals(other.fallback) && inner().isAlike(other.inner());
  }

  /** What tells it from other values of a request; a map is not called as a value is. */
  public String place() {
    return source + (isMap() ? "" : " " + wireName);
  }

  /** All names by which a client may send it; a map has none of its own. */
  public Stream<String> names() {
    return isMap() ? Stream.of() : Stream.concat(Stream.of(wireName), aliases.stream());
  }

  /** Whether a client must send it. */
  public boolean required() {
    return !value.nullable()
        && (!isMap() || needsOne())
        && fallback instanceof DefaultModel.None
        && !(value.type() instanceof TypeModel.OptionalOf);
  }

  /** Whether nothing is too few. */
  private boolean needsOne() {
    return inner().constraints().stream()
        .flatMap(ConstraintModel::limits)
        .anyMatch(each -> each instanceof Constraint.Size(var min, var _) && min > 0);
  }

  /** The type without {@code Optional} around it, and its constraints. */
  public ValueModel inner() {
    return value.inner();
  }

  /** Its default as a client would write it, if it has one that is a text. */
  public Optional<String> defaultText(CompilationModel model) {
    return switch (fallback) {
      case DefaultModel.None _ -> Optional.empty();
      case DefaultModel.Empty _ -> value.type().isSized() ? Optional.empty() : Optional.of("");
      case DefaultModel.Text(var said) -> Optional.of(model.sent(value.type(), said));
    };
  }

  /**
   * Whether some request has no right value for it, so that it may be answered 422: what stands in
   * no path may stand there twice.
   */
  public boolean canBeWrong() {
    var plain = inner().type() instanceof TypeModel.Scalar(var kind, var _) && kind.text();
    return !plain || inner().isLimited() || source != ValueSource.PATH;
  }
}
