package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.RecordModel.Origin;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.read.element.Declarations;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The classes of the project that somebody asks for as services, be they compiled now or earlier:
 * who provides them is known. A class of a library may come from a plugin, which the start knows.
 */
final class AskedClasses {
  private final Declarations declarations;

  AskedClasses(Declarations declarations) {
    this.declarations = declarations;
  }

  /** Their names, without type arguments. */
  Set<String> of(CompilationModel.Declared declared) {
    return declared
        .asking()
        .filter(each -> each.source() == ValueSource.PROVIDED)
        .map(ParameterModel::value)
        .flatMap(each -> each.type().classes().stream())
        .filter(this::isOwn)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOwn(String name) {
    var type = declarations.elements().getTypeElement(name);
    return type != null
        && (declarations.isSource(type) || declarations.origin(type) == Origin.UNCHANGED);
  }
}
