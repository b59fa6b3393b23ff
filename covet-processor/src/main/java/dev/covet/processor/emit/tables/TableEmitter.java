package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ComponentModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code HeroTable}: the table of a record, with a field for each column. */
public final class TableEmitter {
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
      public `dev.covet.api.Shape`<%1$s> shape() {
        return %4$s.SHAPE;
      }

      @`Override`
      public `dev.covet.schema.ObjectSchema` schema() {
        return %4$s.SCHEMA;
      }
      %5$s

      /** A record of these values, and of the defaults of all others. */
      @`SafeVarargs`
      public final %1$s of(`dev.covet.api.Assignment`<%1$s>... values) {
        var record = newRecord();
        for (var each : values) record.set(each);
        return record.record();
      }

      @`Override`
      public `dev.covet.data.query.NewRecord`<%1$s> newRecord() {
        return `dev.covet.data.query.NewRecord`.of(%4$s.SHAPE, %8$s);
      }

      @`Override`
      public `java.util.List`<`dev.covet.data.query.Column`<%1$s, ?>> columns() {
        return columns;
      }

      @`Override`
      public %6$s key() {
        return %7$s;
      }
      """;

  private final CompilationModel model;
  private final TableModel table;
  private final RecordModel record;

  /**
   * Writes one table.
   *
   * @param record the table's record
   */
  public TableEmitter(CompilationModel model, TableModel table, RecordModel record) {
    this.model = model;
    this.table = table;
    this.record = record;
  }

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
            public final class %2$s implements `dev.covet.data.query.Mapping`<%3$s, %4$s> {
              /** The table %5$s. */
              public static final %2$s `=%6$s` = new %2$s();

              %7$s

              private final `java.util.List`<`dev.covet.data.query.Column`<%3$s, ?>> columns =
                  `java.util.List`.of(%8$s);

              private %2$s() {}

              %9$s
            }
            """,
            ClassComment.of(sentence, table.name(), List.of(table, record)),
            name.nested(),
            JavaCode.type(table.name()),
            key(),
            ClassComment.code(table.sqlName()),
            table.name().constant(),
            columns(),
            table.columns().stream()
                .map(each -> field(table.name(), each.component()))
                .collect(Collectors.joining(", ")),
            methods());
    return SourceText.of(name, model).finish(body, List.of(table.name().qualified()));
  }

  /**
   * The field of a column. The list of all has a name of its own, as has the table: what is called
   * so, with underscores behind or without, gets one more.
   */
  static String field(TypeName table, String component) {
    var bare = component.replaceAll("_+$", "");
    return bare.equals("columns") || bare.equals(table.constant().replaceAll("_+$", ""))
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
    return ColumnCode.boxed(component(table.ids().getFirst()));
  }

  private ComponentModel component(ColumnModel column) {
    return record.components().stream()
        .filter(each -> each.name().equals(column.component()))
        .findFirst()
        .orElseThrow();
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
        new ColumnCode(table.name(), table.ids().getFirst(), component(table.ids().getFirst()), 0)
            .type(),
        field(table.name(), table.ids().getFirst().component()),
        record.components().stream()
            .map(each -> DefaultCode.unsaid(each, model, "`dev.covet.data.query.NewRecord`.GIVEN"))
            .collect(Collectors.joining(", ")));
  }

  private String rules() {
    return record.rules().isEmpty()
        ? ""
        : "\n@`Override`\npublic boolean hasRules() {\n  return true;\n}";
  }
}
