package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProjectionModel.Part;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code HeroWithTeamProjection}: where the components of a projection come from. */
public final class ProjectionEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements `dev.covet.data.query.Projection`<%3$s, %4$s, %5$s> {
        /** %6$s */
        public static final %2$s `=%7$s` = new %2$s();

        private %2$s() {}

        @`Override`
        public `dev.covet.data.query.Mapping`<%3$s, %4$s> root() {
          return %8$s;
        }

        @`Override`
        public `java.util.List`<%9$s<%3$s>> parts() {
          return `java.util.List`.of(%10$s);
        }

        @`Override`
        public %5$s make(`dev.covet.data.query.PartValues` values) {
          return new %5$s(%11$s);
        }
      }
      """;

  private static final String PART = "`dev.covet.data.query.Part`";

  private final CompilationModel model;
  private final ProjectionModel projection;
  private final RecordModel record;

  /**
   * Writes one projection.
   *
   * @param record the projection's own record
   */
  public ProjectionEmitter(CompilationModel model, ProjectionModel projection, RecordModel record) {
    this.model = model;
    this.projection = projection;
    this.record = record;
  }

  /**
   * The class, with its constant; nothing where a component is no column and no relation, which was
   * reported.
   */
  public Optional<GeneratedSource> emit() {
    var parts = projection.parts().stream().flatMap(part -> part(part).stream()).toList();
    return parts.size() == projection.parts().size() ? Optional.of(emit(parts)) : Optional.empty();
  }

  private GeneratedSource emit(List<String> parts) {
    var name = projection.name().generated("Projection");
    var sentence =
        "Rows of {@code %s} as {@link %s}."
            .formatted(root().sqlName(), JavaCode.type(projection.name()));
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(sentence, projection.name(), List.of(projection, record, root())),
            name.nested(),
            JavaCode.type(projection.root()),
            key(),
            JavaCode.type(projection.name()),
            sentence,
            projection.name().constant(),
            TableEmitter.constant(projection.root()),
            PART,
            String.join(", ", parts),
            values());
    return SourceText.of(name, model).finish(body, List.of(projection.name().qualified()));
  }

  private dev.covet.processor.model.TableModel root() {
    return java.util.Objects.requireNonNull(model.tables().get(projection.root()));
  }

  private String key() {
    var id = root().ids().getFirst().component();
    var component =
        model.find(projection.root()).orElseThrow().components().stream()
            .filter(each -> each.name().equals(id))
            .findFirst();
    return ColumnCode.boxed(component.orElseThrow());
  }

  private Optional<String> part(Part part) {
    var root = projection.root();
    return switch (part) {
      case Part.Whole _ -> Optional.of("%s.whole(%s)".formatted(PART, TableEmitter.constant(root)));
      case Part.Column(var component) ->
          Optional.of("%s.value(%s)".formatted(PART, TableEmitter.column(root, component)));
      case Part.ToOne(var _, var target, var via) ->
          Optional.of(
              "%s.one(%s, %s)".formatted(PART, TableEmitter.column(root, via), source(target)));
      case Part.ToMany(var _, var target, var via) ->
          Optional.of(
              "%s.many(%s, %s)"
                  .formatted(PART, source(target), TableEmitter.column(tableOf(target), via)));
      case Part.Unknown _, Part.Unresolved _ -> Optional.empty();
    };
  }

  /** The constant of a table or of a projection. */
  private String source(TypeName target) {
    return model.tables().containsKey(target)
        ? TableEmitter.constant(target)
        : JavaCode.type(target.generated("Projection")) + "." + target.constant();
  }

  private TypeName tableOf(TypeName target) {
    return model.declared().projections().stream()
        .filter(each -> each.name().equals(target))
        .map(ProjectionModel::root)
        .findFirst()
        .orElse(target);
  }

  private String values() {
    var values = new ArrayList<String>();
    for (var component : record.components()) {
      values.add(value(component, values.size()));
    }
    return values.stream().collect(Collectors.joining(", "));
  }

  private static String value(ComponentModel component, int position) {
    if (component.value().type() instanceof TypeModel.ListOf(var element)) {
      return "values.list(%d, %s.class)".formatted(position, JavaCode.reference(element));
    }
    var method = component.value().nullable() ? "orNull" : "get";
    return "values.%s(%d, %s.class)".formatted(method, position, ColumnCode.boxed(component));
  }
}
