package dev.covet.processor.check.table;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.ProjectionModel.Part;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for relations of projections: each ends, and has the type of what it reads. */
public final class RelationChecks {
  private final CompilationModel model;
  private final Map<TypeName, ProjectionModel> projections;

  private RelationChecks(CompilationModel model) {
    this.model = model;
    this.projections =
        model.declared().projections().stream()
            .collect(Collectors.toMap(ProjectionModel::name, Function.identity()));
  }

  public static Stream<Finding> of(CompilationModel model) {
    var checks = new RelationChecks(model);
    return model.declared().projections().stream()
        .flatMap(each -> each.parts().stream().flatMap(part -> checks.of(each, part).stream()));
  }

  private Optional<Finding> of(ProjectionModel projection, Part part) {
    var component = model.component(projection.name(), part.component());
    var target = target(part).filter(each -> isWithin(each, projection.name(), new HashSet<>()));
    if (target.isPresent()) return component.map(it -> endless(it, projection, target.get()));
    return switch (part) {
      case Part.Back back ->
          component.filter(it -> !it.value().nullable()).map(it -> mayLack(it, back));
      case Part.Count _ -> component.filter(it -> !isCount(it)).map(RelationChecks::noCount);
      default -> Optional.empty();
    };
  }

  private static Optional<TypeName> target(Part part) {
    return switch (part) {
      case Part.ToOne it -> Optional.of(it.target());
      case Part.ToMany it -> Optional.of(it.target());
      case Part.Back it -> Optional.of(it.target());
      case Part.Through it -> Optional.of(it.target());
      default -> Optional.empty();
    };
  }

  /** Whether a record is what is looked for, or holds it at whatever depth. */
  private boolean isWithin(TypeName record, TypeName asked, Set<TypeName> known) {
    if (record.equals(asked)) return true;
    var projection = projections.get(record);
    return projection != null
        && known.add(record)
        && projection.parts().stream()
            .flatMap(each -> target(each).stream())
            .anyMatch(each -> isWithin(each, asked, known));
  }

  private static Finding endless(
      ComponentModel component, ProjectionModel projection, TypeName target) {
    var holds = target.equals(projection.name()) ? "\"%s\" is %s itself" : "\"%s\" holds %s again";
    return new Finding(
        Code.PROJECTION,
        component.where(),
        holds.formatted(component.name(), projection.name().simple())
            + ", and reading would not end.",
        "Let it be %s, or a projection of it that holds less."
            .formatted(projection.root().simple()));
  }

  private static Finding mayLack(ComponentModel component, Part.Back back) {
    return new Finding(
        Code.PROJECTION,
        component.where(),
        "\"%s\" is null where no %s has this row as its %s, and may not be."
            .formatted(component.name(), back.table().simple(), back.via()),
        "Mark it @Nullable.");
  }

  private static boolean isCount(ComponentModel component) {
    return component.value().type() instanceof TypeModel.Scalar(var kind, var _)
        && kind == ScalarKind.LONG
        && !component.value().nullable();
  }

  private static Finding noCount(ComponentModel component) {
    return new Finding(
        Code.PROJECTION,
        component.where(),
        "\"%s\" is a number of rows, and not %s."
            .formatted(component.name(), TypeChecks.shown(component.value().type())),
        "Make it a long.");
  }
}
