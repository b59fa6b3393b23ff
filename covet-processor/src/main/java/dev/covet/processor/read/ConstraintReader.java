package dev.covet.processor.read;

import dev.covet.processor.model.ConstraintKind;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.ConstraintModel.Unknown.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads the annotations of Jakarta Validation. */
final class ConstraintReader {
  private static final String JAKARTA = "jakarta.validation.constraints.";
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

  /** The end of an annotation's name that holds several others. */
  private static final String LIST = ".List";

  /** Attributes of every constraint. */
  private static final Set<String> COMMON = Set.of("message", "groups", "payload");

  private final Notes notes;

  private ConstraintReader(Notes notes) {
    this.notes = notes;
  }

  /** The constraints of a place, sorted by name: source and class file give the same order. */
  static List<ConstraintModel> of(Notes notes) {
    var reader = new ConstraintReader(notes);
    return notes
        .all()
        .filter(each -> !Notes.isLost(each))
        .flatMap(reader::read)
        .sorted(Comparator.comparing(ConstraintModel::name))
        .toList();
  }

  private Stream<ConstraintModel> read(AnnotationMirror mirror) {
    var type = mirror.getAnnotationType().asElement();
    var name = type.toString();
    if (name.startsWith(JAKARTA)) {
      return name.endsWith(LIST) ? several(mirror) : Stream.of(jakarta(mirror, name));
    }
    return custom(type) ? Stream.of(new ConstraintModel.Unknown(name, Reason.KIND)) : Stream.of();
  }

  /**
   * Those that stand several times on one place, as the compiler or the source puts them together.
   */
  private Stream<ConstraintModel> several(AnnotationMirror list) {
    return notes.value(list, "value").stream()
        .flatMap(value -> Notes.items(value).stream())
        .filter(AnnotationMirror.class::isInstance)
        .map(AnnotationMirror.class::cast)
        .flatMap(this::read);
  }

  private ConstraintModel jakarta(AnnotationMirror mirror, String name) {
    if (isGrouped(notes.list(mirror, "groups"))) {
      return new ConstraintModel.Unknown(name, Reason.GROUPS);
    }
    if (!notes.list(mirror, "payload").isEmpty()) {
      return new ConstraintModel.Unknown(name, Reason.PAYLOAD);
    }
    return ConstraintKind.of(name.substring(JAKARTA.length()))
        .<ConstraintModel>map(kind -> known(mirror, kind))
        .orElseGet(() -> new ConstraintModel.Unknown(name, Reason.KIND));
  }

  /** Whether a constraint is not of the default group, which alone is validated. */
  static boolean isGrouped(Notes notes, String name) {
    return isGrouped(notes.list(name, "groups"));
  }

  private static boolean isGrouped(List<Object> groups) {
    return !groups.isEmpty()
        && groups.stream().noneMatch(each -> each.toString().equals(DEFAULT_GROUP));
  }

  /** Also those of before Jakarta: nobody checks them, so they are no more silent than others. */
  private static boolean custom(Element type) {
    return type.getAnnotationMirrors().stream()
        .map(on -> on.getAnnotationType().toString())
        .anyMatch(on ->
            on.equals("jakarta.validation.Constraint") || on.equals("javax.validation.Constraint"));
  }

  /** What the annotation says, beside what all constraints have. */
  private ConstraintModel.Known known(AnnotationMirror mirror, ConstraintKind kind) {
    var says = new TreeMap<String, Object>();
    notes.values(mirror).forEach((attribute, value) -> says.put(attribute, said(value)));
    says.keySet().removeAll(COMMON);
    return new ConstraintModel.Known(kind, says, Notes.said(mirror, "message").orElse(""));
  }

  /** Lists become names: annotations have no other ones here. */
  private static Object said(AnnotationValue value) {
    return value.getValue() instanceof List<?>
        ? Notes.items(value).stream().map(Object::toString).toList()
        : value.getValue();
  }
}
