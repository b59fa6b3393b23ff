package dev.covet.processor.emit.tables;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.SqlFault;
import dev.covet.processor.model.data.NamedSql;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.SqlModel.Call;
import dev.covet.processor.model.data.SqlModel.Form;
import dev.covet.processor.model.data.SqlModel.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code HeroSqlCalls}: what runs the SQL of an interface. */
public final class SqlEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements %3$s {
        %4$s

        private final `dev.covet.data.SqlCalls` calls;

        %2$s(`dev.covet.data.Session` db) {
          this.calls = new `dev.covet.data.SqlCalls`(db);
        }

        %5$s
      }
      """;

  private final CompilationModel model;
  private final SqlModel sqls;
  private final RowCode rows;
  private final Names constants = new Names(List.of());

  /** Writes one class. */
  public SqlEmitter(CompilationModel model, SqlModel sqls) {
    this.model = model;
    this.sqls = sqls;
    this.rows = new RowCode(model, constants);
  }

  /** The class. */
  public GeneratedSource emit() {
    var name = sqls.name().generated("Calls");
    var texts = new ArrayList<String>();
    var methods = sqls.calls().stream().map(each -> method(each, texts)).toList();
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Runs the SQL of {@link " + JavaCode.type(sqls.name()) + "}.",
                sqls.name(),
                List.of(sqls, rows.constants())),
            name.nested(),
            JavaCode.type(sqls.name()),
            Template.paragraphs(Stream.concat(texts.stream(), rows.constants().stream()).toList()),
            Template.paragraphs(methods));
    return SourceText.of(name, model).finish(body, List.of(sqls.name().qualified()));
  }

  private String method(Call call, List<String> texts) {
    var names = new Names(List.of("calls"));
    var parameters =
        Template.list(call.parameters(), each -> declared(each, names.of(each.name())));
    var returned = JavaCode.names(call.returns());
    return Template.fill(
        """
        @`Override`
        public %s %s(%s) {
          %s
        }
        """,
        isOrNull(call) ? JavaCode.annotated(returned) : returned,
        call.name(),
        parameters,
        SqlFault.of(model, sqls, call).isEmpty()
            ? body(call, names, texts)
            : "throw new `UnsupportedOperationException`(\"a mistake was reported\");");
  }

  private static String declared(Given given, String name) {
    var type = JavaCode.names(given.source());
    var isNullable = given.value().nullable() && !JavaCode.primitive(given.value().type());
    return (isNullable ? JavaCode.annotated(type) : type) + " " + name;
  }

  private static boolean isOrNull(Call call) {
    return call.result().form() == Form.ONE
        && call.result().row().filter(each -> each.nullable()).isPresent();
  }

  private String body(Call call, Names names, List<String> texts) {
    var sql = call.sql().orElseThrow();
    var constant = constants.fresh(Literals.constant(call.name()));
    texts.add(text(call, sql, constant));
    var values =
        sql.names().stream().map(each -> ", " + names.of(each)).collect(Collectors.joining());
    return sql.givesRows()
        ? "return " + read(call, constant, values) + ";"
        : change(call, "calls.change(" + constant + values + ")");
  }

  private String text(Call call, NamedSql sql, String constant) {
    var first =
        "%s(%s)"
            .formatted(
                sql.writes() ? "writing" : "reading",
                Literals.string(sqls.name().simple() + "." + call.name()));
    return Template.fill(
        """
        private static final `dev.covet.data.sql.RawSql` `=%s` =
            `dev.covet.data.sql.RawSql`.%s%s;
        """,
        constant,
        first,
        sql.parts().stream().map(each -> part(call, each)).collect(Collectors.joining()));
  }

  private static String part(Call call, NamedSql.Part part) {
    return switch (part) {
      case NamedSql.Part.Text(var sql) -> "\n        .text(" + Literals.string(sql) + ")";
      case NamedSql.Part.Parameter(var name, var _) ->
          "\n        " + value(call.parameter(name).orElseThrow());
    };
  }

  private static String value(Given given) {
    var several = given.several();
    return ".%s(%s, %s)"
        .formatted(
            several.isPresent() ? "values" : "value",
            Literals.string(given.name()),
            SqlTypeCode.of(several.orElse(given.value())));
  }

  private String read(Call call, String constant, String values) {
    var form = call.result().form();
    var row = call.result().row().orElseThrow();
    var arguments = "(" + constant + ", " + rows.of(row, form == Form.OPTIONAL) + values + ")";
    return switch (form) {
      case ONE -> "calls." + (isOrNull(call) ? "orNull" : "one") + arguments;
      case OPTIONAL -> "calls.maybe" + arguments;
      case LIST, NOTHING -> "calls.list" + arguments;
      case STREAM -> "calls.list" + arguments + ".stream()";
    };
  }

  private static String change(Call call, String changed) {
    if (call.result().form() == Form.NOTHING) return changed + ";";
    return switch (call.returns()) {
      case "boolean" -> "return " + changed + " > 0;";
      case "int" -> "return `Math`.toIntExact(" + changed + ");";
      default -> "return " + changed + ";";
    };
  }
}
