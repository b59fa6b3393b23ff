package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes {@code HeroTable}: the table of a record, with a field for each column.
 *
 * @param record the table's record
 */
public record TableEmitter(CompilationModel model, TableModel table, RecordModel record) {
  private static final String METHODS =
      """
      @`Override`
      public `String` table() {
        return %2$s;
      }

      @`Override`
      public `String` entity() {
        return %3$s;
      }

      @`Override`
      public `dev.covet.api.Changes.Shape`<%1$s> shape() {
        return %4$s.SHAPE;
      }

      @`Override`
      public `dev.covet.schema.ObjectSchema` schema() {
        return %4$s.SCHEMA;
      }
      %5$s
      %9$s
      %10$s

      /** A record of these values, and of the defaults of all others. */
      @`SafeVarargs`
      public final %1$s of(`dev.covet.api.Changes.Assignment`<%1$s>... values) {
        var record = newRecord();
        for (var each : values) record.set(each);
        return record.record();
      }

      @`Override`
      public `dev.covet.data.table.NewRecord`<%1$s> newRecord() {
        return `dev.covet.data.table.NewRecord`.of(%4$s.SHAPE, %8$s);
      }

      @`Override`
      public `java.util.List`<`dev.covet.data.table.Column`<%1$s, ?>> columns() {
        return columns;
      }

      @`Override`
      public %6$s key() {
        return %7$s;
      }
      """;

  private static final String INDEX = "`dev.covet.data.table.IndexSpec`";

  private static final String COMPOSITE_KEY = "`dev.covet.data.table.CompositeKey`<%s, Key>";

  /** The class {@code HeroTable}, named {@code HERO}. */
  public GeneratedSource emit() {
    var name = table.name().generated("Table");
    var sentence =
        "The table %s of {@link %s}."
            .formatted(ClassComment.code(table.sqlName()), JavaCode.type(table.name()));
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s implements `dev.covet.data.table.Mapping`<%3$s, %4$s> {
              /** The table %5$s. */
              public static final %2$s `=%6$s` = new %2$s();

              %7$s

              private final `java.util.List`<`dev.covet.data.table.Column`<%3$s, ?>> columns =
                  `java.util.List`.of(%8$s);

              %10$s

              private %2$s() {}

              %9$s

              %11$s
            }
            """,
            ClassComment.of(sentence, table.name(), List.of(table, record)),
            name.nested(),
            JavaCode.type(table.name()),
            key(),
            ClassComment.code(table.sqlName()),
            table.name().constant(),
            columns(),
            Template.list(table.columns(), each -> itself(each.component())),
            methods(),
            table.hasCompositeKey() ? keyField() : "",
            table.hasCompositeKey() ? keyRecord() : "");
    return SourceText.of(name, model).finish(body, List.of(table.name().qualified()));
  }

  /**
   * The field of a column. The list of all has a name of its own, as have the key and the table:
   * what is called so, with underscores behind or without, gets one more.
   */
  static String field(TypeName table, String component) {
    var bare = component.replaceAll("_+$", "");
    return bare.equals("columns")
            || bare.equals("compositeKey")
            || bare.equals(table.constant().replaceAll("_+$", ""))
        ? component + "_"
        : component;
  }

  /** The expression that names a column: {@code HeroTable.HERO.teamId}. */
  static String column(TypeName table, String component) {
    return constant(table) + "." + field(table, component);
  }

  /** The expression that names a table: {@code HeroTable.HERO}. */
  static String constant(TypeName table) {
    return JavaCode.type(table.generated("Table")) + "." + table.constant();
  }

  private String key() {
    return table.hasCompositeKey()
        ? table.name().generated("Table").nested() + ".Key"
        : ColumnCode.boxed(component(table.ids().getFirst()));
  }

  private String keyField() {
    return Template.fill(
        """
        private final %1$s compositeKey =
            new `dev.covet.data.table.CompositeKey`<>(
                `java.util.List`.of(%2$s), it -> `java.util.List`.of(%3$s));
        """,
        COMPOSITE_KEY.formatted(JavaCode.type(table.name())),
        ids(each -> field(table.name(), each)),
        ids("it.%s()"::formatted));
  }

  private String keyRecord() {
    var components =
        Template.list(
            table.ids(),
            each -> JavaCode.type(component(each).value().type()) + " " + each.component());
    return Template.fill(
        """
        /** The key of a %1$s. */
        public record `=Key`(%2$s) {}
        """,
        "{@link " + JavaCode.type(table.name()) + "}", components);
  }

  private String ids(UnaryOperator<String> code) {
    return Template.list(table.ids(), each -> code.apply(each.component()));
  }

  private String keyType() {
    var first = table.ids().getFirst();
    return table.hasCompositeKey()
        ? COMPOSITE_KEY.formatted(JavaCode.type(table.name()))
        : new ColumnCode(table.name(), first, component(first), 0).type();
  }

  private ComponentModel component(ColumnModel column) {
    return record.component(column.component()).orElseThrow();
  }

  /** The column of a component, which a field may have within. */
  private String itself(String component) {
    var within = record.component(component).map(ColumnCode::itself).orElse("");
    return field(table.name(), component) + within;
  }

  private String columns() {
    var fields = new ArrayList<String>();
    for (int i = 0; i < table.columns().size(); i++) {
      var column = table.columns().get(i);
      fields.add(new ColumnCode(table.name(), column, component(column), i).field());
    }
    return Template.paragraphs(fields);
  }

  private String methods() {
    return Template.fill(
        METHODS,
        JavaCode.type(table.name()),
        Literals.string(table.sqlName()),
        Literals.string(table.name().simple()),
        JavaCode.type(table.name().generated("Codec")),
        rules(),
        keyType(),
        table.hasCompositeKey() ? "compositeKey" : itself(table.ids().getFirst().component()),
        Template.list(
            record.components(),
            each -> DefaultCode.unsaid(each, model, "`dev.covet.data.table.NewRecord`.GIVEN")),
        indexes() + former(),
        database() + owners());
  }

  private String owners() {
    var owners = table.columns().stream().flatMap(each -> each.owners().stream()).toList();
    return owners.isEmpty()
        ? ""
        : answer(
            "`java.util.List`<`Class`<?>> owners",
            "`java.util.List`.of(%s)"
                .formatted(Template.list(owners, each -> JavaCode.type(each) + ".class")));
  }

  /** A method below another one. */
  private static String answer(String signature, String value) {
    return "\n" + Template.answer(signature, value) + "\n";
  }

  private String database() {
    return table
        .database()
        .map(each -> answer("`String` database", Literals.string(each.text())))
        .orElse("");
  }

  private String former() {
    var columns = table.columns().stream().filter(column -> !column.was().isEmpty()).toList();
    return table.hasFormerNames()
        ? answer(
            "`dev.covet.data.table.FormerNames` former",
            "new `dev.covet.data.table.FormerNames`(%s, `java.util.Map`.ofEntries(%s))"
                .formatted(
                    Literals.string(table.was()), Template.list(columns, TableEmitter::former)))
        : "";
  }

  private static String former(ColumnModel column) {
    return "`java.util.Map`.entry(%s, %s)"
        .formatted(Literals.string(column.sqlName()), Literals.string(column.was()));
  }

  private String indexes() {
    return table.indexes().isEmpty()
        ? ""
        : answer(
            "`java.util.List`<%s> indexes".formatted(INDEX),
            "`java.util.List`.of(%s)".formatted(Template.list(table.indexes(), this::index)));
  }

  private String index(TableModel.Index index) {
    var columns = Template.list(index.components(), this::itself);
    return "%s.%s(%s)%s"
        .formatted(
            INDEX,
            index.unique() ? "unique" : "of",
            columns,
            index.whereNull().isEmpty() ? "" : ".whereNull(" + itself(index.whereNull()) + ")");
  }

  private String rules() {
    if (!record.rules().isEmpty()) return answer("boolean hasRules", "true");
    return isPlain() ? answer("boolean isPlain", "true") : "";
  }

  /** Whether every row is a record: nothing refuses what the columns of the database can hold. */
  private boolean isPlain() {
    return table.plain()
        && record.components().stream()
            .map(each -> each.value().type())
            .allMatch(
                type -> type instanceof TypeModel.Scalar(var kind, _) && kind.isReadAsStored());
  }
}
