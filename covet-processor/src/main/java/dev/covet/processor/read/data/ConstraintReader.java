package dev.covet.processor.read.data;

import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.ConstraintModel.Unknown;
import dev.covet.processor.model.type.ConstraintModel.Unknown.Reason;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.type.TypeMirror;

/** Reads the constraints of a place: those of Jakarta Validation, and the program's own. */
public final class ConstraintReader {
  private static final String JAKARTA = "jakarta.validation.constraints.";
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

  /** Attributes of every constraint. */
  private static final Set<String> COMMON = Set.of("message", "groups", "payload");

  private final Notes notes;
  private final OwnConstraints own;

  private ConstraintReader(Declarations declarations, Notes notes, TypeMirror limited) {
    this.notes = notes;
    this.own = new OwnConstraints(declarations, this, limited);
  }

  /**
   * The constraints of a place, sorted by name: source and class file give the same order.
   *
   * @param limited the type of the value
   */
  public static List<ConstraintModel> of(
      Declarations declarations, Notes notes, TypeMirror limited) {
    var reader = new ConstraintReader(declarations, notes, limited);
    return sorted(
        notes
            .all()
            .filter(each -> !Notes.isLost(each))
            .flatMap(AnnotationTypes::flat)
            .map(each -> reader.read(each, Map.of())));
  }

  static List<ConstraintModel> sorted(Stream<ConstraintModel> all) {
    return all.sorted(Comparator.comparing(ConstraintModel::name)).toList();
  }

  /**
   * A constraint.
   *
   * @param overridden values that what is composed of it gives to its attributes
   */
  public ConstraintModel read(AnnotationMirror mirror, Map<String, AnnotationValue> overridden) {
    var type = mirror.getAnnotationType().asElement();
    var name = type.toString();
    if (isGrouped(notes.list(mirror, "groups"))) return new Unknown(name, Reason.GROUPS, "");
    if (!notes.list(mirror, "payload").isEmpty()) return new Unknown(name, Reason.PAYLOAD, "");
    if (name.startsWith(JAKARTA)) {
      return ConstraintKind.of(name.substring(JAKARTA.length()))
          .<ConstraintModel>map(kind -> known(mirror, kind, overridden))
          .orElseGet(() -> new Unknown(name, Reason.KIND, ""));
    }
    return AnnotationTypes.isOwn(type)
        ? own.read(mirror, !overridden.isEmpty())
        : new Unknown(name, Reason.KIND, "");
  }

  /** Whether a constraint is not of the default group, which alone is validated. */
  static boolean isGrouped(Notes notes, String name) {
    return isGrouped(notes.list(name, "groups"));
  }

  private static boolean isGrouped(List<Object> groups) {
    return !groups.isEmpty()
        && groups.stream().noneMatch(each -> each.toString().equals(DEFAULT_GROUP));
  }

  private ConstraintModel.Known known(
      AnnotationMirror mirror, ConstraintKind kind, Map<String, AnnotationValue> overridden) {
    var says = says(mirror);
    overridden.forEach((attribute, value) -> says.put(attribute, said(value)));
    var message = Optional.ofNullable(says.remove("message")).map(Object::toString);
    return new ConstraintModel.Known(
        kind, says, message.or(() -> Notes.said(mirror, "message")).orElse(""));
  }

  /** What an annotation says, beside what all constraints have. */
  SortedMap<String, Object> says(AnnotationMirror mirror) {
    var says = new TreeMap<String, Object>();
    notes.values(mirror).forEach((attribute, value) -> says.put(attribute, said(value)));
    says.keySet().removeAll(COMMON);
    return says;
  }

  /** Constants, classes and annotations become texts, lists those of their elements. */
  private static Object said(AnnotationValue value) {
    if (value.getValue() instanceof List<?>) {
      return Notes.items(value).stream().map(Object::toString).toList();
    }
    var plain = Notes.items(value).getFirst();
    return plain instanceof Number || plain instanceof Boolean ? plain : plain.toString();
  }

  /** An attribute as a text, also where the annotation does not say it. */
  Optional<String> text(AnnotationMirror mirror, String attribute) {
    return value(mirror, attribute).map(each -> each.getValue().toString());
  }

  public Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute) {
    return notes.value(mirror, attribute);
  }
}
