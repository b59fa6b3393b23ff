package dev.covet.processor.read.data;

import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.ConstraintModel.Own;
import dev.covet.processor.model.type.ConstraintModel.Unknown;
import dev.covet.processor.model.type.ConstraintModel.Unknown.Reason;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads constraints of the program's own: what they are composed of, and who validates them. */
final class OwnConstraints {
  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
  private static final String SINGLE = "jakarta.validation.ReportAsSingleViolation";

  private final Declarations declarations;
  private final ConstraintReader reader;
  private final TypeMirror limited;

  /** The constraints around the one that is read. */
  private final Set<String> around = new HashSet<>();

  /**
   * Those of a place.
   *
   * @param limited the type of its value
   */
  OwnConstraints(Declarations declarations, ConstraintReader reader, TypeMirror limited) {
    this.declarations = declarations;
    this.reader = reader;
    this.limited = limited;
  }

  /** Whether a validator is asked, so that what the annotation says must be written for it. */
  static boolean isValidated(Declarations declarations, TypeElement annotation) {
    return AnnotationTypes.isOwn(annotation)
        && !declarations.notes(annotation).list(CONSTRAINT, "validatedBy").isEmpty();
  }

  /**
   * A constraint.
   *
   * @param overridden whether what is composed of it sets one of its attributes
   */
  ConstraintModel read(AnnotationMirror mirror, boolean overridden) {
    var type = (TypeElement) mirror.getAnnotationType().asElement();
    var name = type.getQualifiedName().toString();
    if (overridden) return new Unknown(name, Reason.OVERRIDING, "");
    if (!around.add(name)) return new Unknown(name, Reason.CIRCLE, "");
    var read = own(mirror, type);
    around.remove(name);
    return read;
  }

  private ConstraintModel own(AnnotationMirror mirror, TypeElement type) {
    var name = type.getQualifiedName().toString();
    var parts = parts(mirror, type);
    var validators = new ValidatorReader(declarations, limited).of(type);
    if (validators.reason().isPresent()) {
      return new Unknown(name, validators.reason().get(), validators.subject());
    }
    if (parts.isEmpty() && validators.found().isEmpty()) {
      return new Unknown(name, Reason.NOTHING, "");
    }
    var isSingle = declarations.notes(type).has(SINGLE);
    var said = Notes.said(mirror, "message");
    var tells = isSingle || validators.found().isPresent();
    return new Own(
        Declarations.name(type),
        AnnotationTypes.shape(type),
        parts,
        validators
            .found()
            .map(each ->
                new Own.Validator(
                    Declarations.name(each), AnnotationTypes.values(reader::value, mirror, type))),
        isSingle,
        reader.says(mirror),
        tells ? message(mirror, said) : said.orElse(""));
  }

  private String message(AnnotationMirror mirror, Optional<String> said) {
    return said.or(() -> reader.text(mirror, "message"))
        .filter(each -> !each.isEmpty())
        .orElse("is not valid");
  }

  /** What the declaration of an annotation is composed of, with what this use of it overrides. */
  private List<ConstraintModel> parts(AnnotationMirror mirror, TypeElement type) {
    var overrides = overrides(mirror, type);
    var counts = new HashMap<String, Integer>();
    var parts = new ArrayList<ConstraintModel>();
    type.getAnnotationMirrors().stream()
        .flatMap(AnnotationTypes::flat)
        .forEach(part -> {
          var name = part.getAnnotationType().asElement().toString();
          var index = counts.merge(name, 1, Integer::sum) - 1;
          parts.add(
              reader.read(part, overrides.getOrDefault(new Overridden(name, index), Map.of())));
        });
    return ConstraintReader.sorted(parts.stream());
  }

  /**
   * A part whose attributes an annotation sets.
   *
   * @param index its position among the parts of its kind
   */
  private record Overridden(String constraint, int index) {}

  private Map<Overridden, Map<String, AnnotationValue>> overrides(
      AnnotationMirror mirror, TypeElement type) {
    var all = new HashMap<Overridden, Map<String, AnnotationValue>>();
    for (var member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      var name = member.getSimpleName().toString();
      member.getAnnotationMirrors().stream()
          .flatMap(OwnConstraints::overriding)
          .forEach(each ->
              reader
                  .value(mirror, name)
                  .ifPresent(value ->
                      all.computeIfAbsent(overridden(each), _ -> new TreeMap<>())
                          .put(attribute(each, name), value)));
    }
    return all;
  }

  private static Stream<AnnotationMirror> overriding(AnnotationMirror each) {
    return switch (each.getAnnotationType().asElement().toString()) {
      case OVERRIDES -> Stream.of(each);
      case OVERRIDES + ".List" -> AnnotationTypes.several(each);
      default -> Stream.of();
    };
  }

  private Overridden overridden(AnnotationMirror overrides) {
    var index = reader.text(overrides, "constraintIndex").map(Integer::parseInt).orElse(0);
    return new Overridden(reader.text(overrides, "constraint").orElse(""), Math.max(0, index));
  }

  private String attribute(AnnotationMirror overrides, String member) {
    return reader.text(overrides, "name").filter(each -> !each.isEmpty()).orElse(member);
  }
}
