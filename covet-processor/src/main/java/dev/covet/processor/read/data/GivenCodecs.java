package dev.covet.processor.read.data;

import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Unfit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The types whose codecs methods with {@code @Provides} give. They are known before anything is
 * read, since they decide what a type is.
 */
public final class GivenCodecs {
  private static final String CODEC = "dev.covet.base.json.Codec";

  private final Map<String, TypeModel.Coded> byType = new HashMap<>();
  private final Declarations declarations;

  /**
   * Those of a compilation.
   *
   * @param roots its top-level classes
   * @param others classes compiled before or elsewhere that provide something
   */
  public GivenCodecs(
      Declarations declarations, Collection<TypeElement> roots, Collection<TypeName> others) {
    this.declarations = declarations;
    roots.forEach(this::add);
    others.stream().flatMap(each -> declarations.type(each).stream()).forEach(this::methods);
  }

  /** The type, if its codec is given, by its full name. */
  public Optional<TypeModel> of(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  private void add(TypeElement type) {
    methods(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
  }

  private void methods(TypeElement owner) {
    ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(each -> declarations.notes(each).api("Provides") && isCallable(owner, each))
        .forEach(each ->
            coded(each.getReturnType())
                .map(type -> declarations.types().stripAnnotations(type).toString())
                .forEach(type -> byType.putIfAbsent(type, coded(type, owner, each))));
  }

  private static TypeModel.Coded coded(String type, TypeElement owner, ExecutableElement method) {
    return new TypeModel.Coded(type, Declarations.name(owner), method.getSimpleName().toString());
  }

  private static boolean isCallable(TypeElement owner, ExecutableElement method) {
    return Declarations.visible(owner)
        && Unfit.provider(method).isEmpty()
        && method.getParameters().isEmpty();
  }

  private static Stream<? extends TypeMirror> coded(TypeMirror type) {
    return type instanceof DeclaredType declared
            && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(CODEC)
        ? declared.getTypeArguments().stream()
        : Stream.of();
  }
}
