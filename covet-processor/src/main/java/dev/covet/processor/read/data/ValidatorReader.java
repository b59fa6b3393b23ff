package dev.covet.processor.read.data;

import dev.covet.processor.model.type.ConstraintModel.Unknown.Reason;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Unfit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds the validator of a constraint for values of a type, as Jakarta Validation (4.7.4) does. */
record ValidatorReader(Declarations declarations, TypeMirror limited) {
  private static final String CONSTRAINT = "jakarta.validation.Constraint";
  private static final String VALIDATOR = "jakarta.validation.ConstraintValidator";

  /**
   * The validator, if the constraint names some.
   *
   * @param reason why there is none that can be asked
   * @param subject what the reason is about
   */
  record Answer(Optional<TypeElement> found, Optional<Reason> reason, String subject) {}

  Answer of(TypeElement constraint) {
    var all =
        declarations.notes(constraint).list(CONSTRAINT, "validatedBy").stream()
            .flatMap(each -> Notes.element(each).stream())
            .toList();
    if (all.isEmpty() || limited.getKind() == TypeKind.ERROR) {
      return new Answer(Optional.empty(), Optional.empty(), "");
    }
    var nearest = nearest(all.stream().filter(this::fits).toList());
    if (nearest.size() != 1) {
      var reason = nearest.isEmpty() ? Reason.NO_VALIDATOR : Reason.VALIDATORS;
      return new Answer(Optional.empty(), Optional.of(reason), boxed().toString());
    }
    var found = nearest.getFirst();
    return new Answer(
        Optional.of(found), wrong(found, constraint), Declarations.name(found).simple());
  }

  private List<TypeElement> nearest(List<TypeElement> fitting) {
    return fitting.stream()
        .filter(each -> fitting.stream().noneMatch(other -> isNearer(other, each)))
        .toList();
  }

  private boolean isNearer(TypeElement one, TypeElement than) {
    var near = validated(one);
    var far = validated(than);
    return !one.equals(than)
        && near != null
        && far != null
        && declarations.types().isSubtype(near, far);
  }

  private boolean fits(TypeElement validator) {
    var validated = validated(validator);
    return validated != null && declarations.types().isSubtype(boxed(), validated);
  }

  private TypeMirror boxed() {
    return limited instanceof PrimitiveType primitive
        ? declarations.types().boxedClass(primitive).asType()
        : declarations.types().stripAnnotations(limited);
  }

  /** The type that a validator is for; null if it does not say one. */
  private @Nullable TypeMirror validated(TypeElement validator) {
    return parents(validator.asType())
        .filter(each -> each.asElement().toString().equals(VALIDATOR))
        .filter(each -> each.getTypeArguments().size() == 2)
        .<TypeMirror>map(each -> each.getTypeArguments().get(1))
        .findFirst()
        .orElse(null);
  }

  private Stream<DeclaredType> parents(TypeMirror type) {
    return declarations.types().directSupertypes(type).stream()
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast)
        .flatMap(each -> Stream.concat(Stream.of(each), parents(each)));
  }

  /** Why generated code cannot make a validator, or the annotation that it is given. */
  private Optional<Reason> wrong(TypeElement validator, TypeElement constraint) {
    if (Unfit.type(validator).isPresent() || !isMade(validator, constraint)) {
      return Optional.of(Reason.UNMAKEABLE);
    }
    if (!Declarations.visible(constraint) || !AnnotationTypes.isWritable(constraint)) {
      return Optional.of(Reason.UNWRITABLE);
    }
    return declarations.isSource(constraint)
            || declarations.exists(Declarations.name(constraint).generated("Literal"))
        ? Optional.empty()
        : Optional.of(Reason.FOREIGN);
  }

  /** Whether it can be made wherever the constraint can be named. */
  private static boolean isMade(TypeElement validator, TypeElement constraint) {
    var isEverywhere = isPublic(constraint);
    return ElementFilter.constructorsIn(validator.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().isEmpty() && each.getThrownTypes().isEmpty())
        .anyMatch(each -> isEverywhere ? isPublic(each) : Declarations.visible(each));
  }

  private static boolean isPublic(Element element) {
    return element instanceof PackageElement
        || (element.getModifiers().contains(Modifier.PUBLIC)
            && isPublic(Objects.requireNonNull(element.getEnclosingElement())));
  }
}
