package dev.covet.processor.read.data;

import dev.covet.processor.model.type.InstanceOf;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.read.element.Declarations;
import java.util.HashMap;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads generic records, and sealed interfaces of such, with their types: each is a record of its
 * own, whose components have the types in the place of its parameters.
 */
record InstanceReader(Declarations declarations, Seen seen) {
  /** How deep types may stand in types; a record that holds itself in ever more of them ends. */
  private static final int DEPTH_MAX = 8;

  /**
   * The type; no data if its types are not all said, or are ever more.
   *
   * @param arguments its types, read
   * @param shown the type as its source has it
   */
  TypeModel read(DeclaredType type, List<ValueModel> arguments, String shown) {
    var generic = (TypeElement) type.asElement();
    seen.add(generic);
    var instance = new InstanceOf(Declarations.name(generic), arguments);
    if (arguments.isEmpty() || hasWildcard(type)) {
      return new TypeModel.Other(shown, instance.record().qualified());
    }
    if (instance.depth() > DEPTH_MAX) {
      return new TypeModel.Other(instance.source(), instance.record().qualified());
    }
    var name = name(generic, arguments, home(type));
    return generic.getKind() == ElementKind.RECORD
        ? new TypeModel.RecordType(name)
        : new TypeModel.SealedType(name);
  }

  /** Its name, once it is known that it has to be read. */
  TypeName name(TypeElement generic, List<ValueModel> arguments, String packageName) {
    var bound = new HashMap<String, ValueModel>();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(generic.getTypeParameters().get(i).getSimpleName().toString(), arguments.get(i));
    }
    var name = new InstanceOf(Declarations.name(generic), arguments).in(packageName);
    return seen.add(new Seen.Entry(name, generic, bound));
  }

  private static boolean hasWildcard(DeclaredType type) {
    return type.getTypeArguments().stream().anyMatch(each -> each.getKind() == TypeKind.WILDCARD);
  }

  /** The record's package if it is compiled here and can name its types, else that of the use. */
  private String home(DeclaredType type) {
    var generic = (TypeElement) type.asElement();
    var own = Declarations.name(generic).packageName();
    return declarations.isSource(generic)
            && type.getTypeArguments().stream().allMatch(each -> isNamed(each, own))
        ? own
        : seen.here();
  }

  /** Whether code of a package can name a type. */
  private static boolean isNamed(TypeMirror type, String from) {
    return switch (type) {
      case ArrayType array -> isNamed(array.getComponentType(), from);
      case DeclaredType declared ->
          (isPublic(declared.asElement())
                  || Declarations.name((TypeElement) declared.asElement())
                      .packageName()
                      .equals(from))
              && declared.getTypeArguments().stream().allMatch(each -> isNamed(each, from));
      default -> type.getKind().isPrimitive();
    };
  }

  private static boolean isPublic(Element element) {
    var around = element.getEnclosingElement();
    return around == null
        || element instanceof PackageElement
        || (element.getModifiers().contains(Modifier.PUBLIC) && isPublic(around));
  }
}
