package dev.covet.processor.read;

import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.ConstraintModel.Unknown.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Reads the annotations of Jakarta Validation. */
final class ConstraintReader {
  private static final String JAKARTA = "jakarta.validation.constraints.";
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

  /** The end of an annotation's name that holds several others. */
  private static final String LIST = ".List";

  private final Notes notes;

  private ConstraintReader(Notes notes) {
    this.notes = notes;
  }

  /** The constraints of a place, sorted by name: source and class file give the same order. */
  static List<ConstraintModel> of(Notes notes) {
    var reader = new ConstraintReader(notes);
    return notes
        .all()
        .flatMap(mirror -> reader.read(mirror).stream())
        .sorted(Comparator.comparing(ConstraintModel::name))
        .toList();
  }

  private Optional<ConstraintModel> read(AnnotationMirror mirror) {
    var type = mirror.getAnnotationType().asElement();
    var name = type.toString();
    if (name.startsWith(JAKARTA)) {
      return Optional.of(jakarta(mirror, name));
    }
    return custom(type)
        ? Optional.of(new ConstraintModel.Unknown(name, Reason.KIND))
        : Optional.empty();
  }

  private ConstraintModel jakarta(AnnotationMirror mirror, String name) {
    if (name.endsWith(LIST)) {
      return new ConstraintModel.Unknown(name, Reason.REPEATED);
    }
    return isGrouped(notes, name)
        ? new ConstraintModel.Unknown(name, Reason.GROUPS)
        : saying(mirror, known(mirror, name.substring(JAKARTA.length())));
  }

  /** Whether a constraint is not of the default group, which alone is validated. */
  static boolean isGrouped(Notes notes, String name) {
    var groups = notes.list(name, "groups");
    return !groups.isEmpty()
        && groups.stream().noneMatch(each -> each.toString().equals(DEFAULT_GROUP));
  }

  private static ConstraintModel saying(AnnotationMirror mirror, ConstraintModel constraint) {
    return Notes.said(mirror, "message")
        .<ConstraintModel>map(message -> new ConstraintModel.Saying(constraint, message))
        .orElse(constraint);
  }

  private static boolean custom(Element type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(on -> on.getAnnotationType().toString().equals("jakarta.validation.Constraint"));
  }

  private ConstraintModel known(AnnotationMirror mirror, String simple) {
    return switch (simple) {
      case "NotNull" -> new ConstraintModel.NotNull();
      case "NotBlank" -> new ConstraintModel.NotBlank();
      case "NotEmpty" -> new ConstraintModel.NotEmpty();
      case "Positive" -> new ConstraintModel.Positive();
      case "Email" -> new ConstraintModel.Email();
      case "Size" ->
          new ConstraintModel.Size((int) number(mirror, "min"), (int) number(mirror, "max"));
      case "Min" -> new ConstraintModel.Min(number(mirror, "value"));
      case "Max" -> new ConstraintModel.Max(number(mirror, "value"));
      case "DecimalMin" ->
          new ConstraintModel.DecimalMin(
              text(mirror, "value"), Boolean.parseBoolean(text(mirror, "inclusive")));
      case "Digits" ->
          new ConstraintModel.Digits(
              (int) number(mirror, "integer"), (int) number(mirror, "fraction"));
      case "Pattern" -> new ConstraintModel.Pattern(text(mirror, "regexp"), flags(mirror));
      default -> new ConstraintModel.Unknown(JAKARTA + simple, Reason.KIND);
    };
  }

  private List<String> flags(AnnotationMirror mirror) {
    return notes.value(mirror, "flags").map(Notes::items).orElse(List.of()).stream()
        .map(Object::toString)
        .toList();
  }

  private long number(AnnotationMirror mirror, String attribute) {
    return notes
        .value(mirror, attribute)
        .map(value -> value.getValue() instanceof Number number ? number.longValue() : 0L)
        .orElse(0L);
  }

  private String text(AnnotationMirror mirror, String attribute) {
    return notes.value(mirror, attribute).map(value -> value.getValue().toString()).orElse("");
  }
}
