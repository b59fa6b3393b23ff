package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.ProjectionModel.Part;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code HeroWithTeamProjection}: where the components of a projection come from.
 *
 * @param record the projection's own record
 */
public record ProjectionEmitter(
    CompilationModel model, ProjectionModel projection, RecordModel record) {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements `dev.covet.data.table.Projection`<%3$s, %4$s, %5$s> {
        /** %6$s */
        public static final %2$s `=%7$s` = new %2$s();

        private %2$s() {}

        @`Override`
        public `dev.covet.data.table.Mapping`<%3$s, %4$s> root() {
          return %8$s;
        }

        @`Override`
        public `java.util.List`<%9$s<%3$s>> parts() {
          return `java.util.List`.of(%10$s);
        }

        %12$s
        @`Override`
        public %5$s make(`dev.covet.data.table.PartValues` values) {
          return new %5$s(%11$s);
        }
      }
      """;

  private static final String PART = "`dev.covet.data.table.Part`";

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
        "Rows of %s as {@link %s}."
            .formatted(ClassComment.code(root().sqlName()), JavaCode.type(projection.name()));
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
            values(),
            unchecked());
    return SourceText.of(name, model).finish(body, List.of(projection.name().qualified()));
  }

  private dev.covet.processor.model.data.TableModel root() {
    return java.util.Objects.requireNonNull(model.tables().get(projection.root()));
  }

  private String key() {
    if (root().hasCompositeKey()) {
      return JavaCode.type(projection.root().generated("Table")) + ".Key";
    }
    var id = root().ids().getFirst().component();
    return ColumnCode.boxed(model.component(projection.root(), id).orElseThrow());
  }

  private Optional<String> part(Part part) {
    var root = projection.root();
    return switch (part) {
      case Part.Whole _ -> Optional.of("%s.whole(%s)".formatted(PART, TableEmitter.constant(root)));
      case Part.Column(var component) ->
          Optional.of(
              "%s.value(%s%s)"
                  .formatted(
                      PART,
                      TableEmitter.column(root, component),
                      model.component(root, component).map(ColumnCode::itself).orElse("")));
      case Part.ToOne(var _, var target, var via) ->
          Optional.of(
              "%s.one(%s, %s)".formatted(PART, TableEmitter.column(root, via), source(target)));
      case Part.ToMany(var _, var target, var table, var via) ->
          Optional.of(
              "%s.many(%s, %s)".formatted(PART, source(target), TableEmitter.column(table, via)));
      case Part.Back(var _, var target, var table, var via) ->
          Optional.of(
              "%s.back(%s, %s)".formatted(PART, source(target), TableEmitter.column(table, via)));
      case Part.Through(var _, var target, var between, var from, var to) ->
          Optional.of(
              "%s.through(%s, %s, %s, %s)"
                  .formatted(
                      PART,
                      source(target),
                      TableEmitter.constant(between),
                      TableEmitter.column(between, from),
                      TableEmitter.column(between, to)));
      case Part.Count(var _, var table, var via) ->
          Optional.of(
              "%s.count(%s, %s)"
                  .formatted(PART, TableEmitter.constant(table), TableEmitter.column(table, via)));
      case Part.Unknown _, Part.Unresolved _ -> Optional.empty();
    };
  }

  /** The constant of a table or of a projection. */
  private String source(TypeName target) {
    return model.tables().containsKey(target)
        ? TableEmitter.constant(target)
        : JavaCode.type(target.generated("Projection")) + "." + target.constant();
  }

  private String values() {
    var values = new ArrayList<String>();
    for (var part : projection.parts()) {
      values.add(value(part, record.components().get(values.size()), values.size()));
    }
    return String.join(", ", values);
  }

  private static String value(Part part, ComponentModel component, int position) {
    var listed =
        switch (part) {
          case Part.ToMany many -> Optional.of(many.target());
          case Part.Through through -> Optional.of(through.target());
          default -> Optional.<TypeName>empty();
        };
    if (listed.isPresent()) {
      return "values.list(%s, %s.class)".formatted(position, JavaCode.type(listed.get()));
    }
    var method = component.value().nullable() ? "orNull" : "get";
    return isList(component)
        ? "(%s) values.%s(%s, `java.util.List`.class)"
            .formatted(JavaCode.type(component.value().type()), method, position)
        : "values.%s(%s, %s.class)".formatted(method, position, ColumnCode.boxed(component));
  }

  private static boolean isList(ComponentModel component) {
    return component.value().type() instanceof TypeModel.ListOf;
  }

  /** What the method says that casts columns which hold lists. */
  private String unchecked() {
    return projection.parts().stream().noneMatch(this::holdsList)
        ? ""
        : "@`SuppressWarnings`(\"unchecked\") // values are of the columns' types";
  }

  private boolean holdsList(Part part) {
    return part instanceof Part.Column(var name)
        && record.components().stream().anyMatch(each -> each.name().equals(name) && isList(each));
  }
}
