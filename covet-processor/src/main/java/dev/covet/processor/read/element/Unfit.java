package dev.covet.processor.read.element;

import dev.covet.processor.model.source.Misplaced.Reason;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Why generated code cannot make a class, or call a method. */
public final class Unfit {
  /** What a result may stand in, without being less of a result. */
  private static final Set<String> AROUND = Set.of("Optional", "Reply");

  private Unfit() {}

  /** Why nobody can make an instance of a class, if so. */
  public static Optional<Reason> type(TypeElement type) {
    var modifiers = type.getModifiers();
    var inner = type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC);
    return switch (type.getKind()) {
      case INTERFACE, ANNOTATION_TYPE -> Optional.of(Reason.INTERFACE);
      case ENUM -> Optional.of(Reason.ENUM);
      case RECORD -> Optional.of(Reason.RECORD);
      default -> {
        if (modifiers.contains(Modifier.ABSTRACT)) yield Optional.of(Reason.ABSTRACT);
        if (!type.getTypeParameters().isEmpty()) yield Optional.of(Reason.GENERIC_CLASS);
        yield inner ? Optional.of(Reason.INNER) : Optional.empty();
      }
    };
  }

  /** Why a route, a hook or a provider cannot be called, if so. */
  public static Optional<Reason> handler(ExecutableElement method) {
    if (!Declarations.visible(method)) return Optional.of(Reason.PRIVATE);
    if (!method.getTypeParameters().isEmpty()) return Optional.of(Reason.GENERIC_METHOD);
    return isNullable(method) ? Optional.of(Reason.NULLABLE) : Optional.empty();
  }

  /** Whether what a method gives may be null: itself, or what an Optional or a Reply holds. */
  private static boolean isNullable(ExecutableElement method) {
    return Notes.isNullable(method) || isNullable(method.getReturnType());
  }

  private static boolean isNullable(TypeMirror given) {
    return Notes.isNullable(given)
        || (given instanceof DeclaredType type
            && AROUND.contains(type.asElement().getSimpleName().toString())
            && type.getTypeArguments().stream().anyMatch(Unfit::isNullable));
  }

  /** Why a provider's method cannot be called, if so. */
  public static Optional<Reason> provider(ExecutableElement method) {
    if (!method.getModifiers().contains(Modifier.STATIC)) return Optional.of(Reason.NOT_STATIC);
    var given = method.getReturnType().getKind();
    return given.isPrimitive() || given == TypeKind.VOID
        ? Optional.of(Reason.NO_SERVICE)
        : handler(method);
  }
}
