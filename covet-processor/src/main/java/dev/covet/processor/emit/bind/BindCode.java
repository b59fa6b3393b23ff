package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.codec.RuleCode;
import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.DefaultModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.ScalarKind;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.ValueModel;
import dev.covet.processor.model.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes how values are found in a request's path, query, headers, cookies and form: {@code long id
 * = idAt.asLong();}. Not thread-safe.
 */
public final class BindCode {
  private static final String BIND = "`dev.covet.web.bind.Bind`";

  private final CompilationModel model;
  private final Constants constants;
  private final Names names;
  private final List<String> lines = new ArrayList<>();

  public BindCode(CompilationModel model, Constants constants, Names names) {
    this.model = model;
    this.constants = constants;
    this.names = names;
  }

  /** The statements so far. */
  public String statements() {
    return Template.lines(lines);
  }

  /**
   * The expression that reads a body of JSON.
   *
   * @param bodies the expression of what reads it
   * @param codec the expression of its codec
   */
  private String body(String bodies, ParameterModel body, String codec) {
    if (!(body.fallback() instanceof DefaultModel.None)) {
      return "%s.readOr(request, %s, problems, %s)"
          .formatted(
              bodies,
              codec,
              constant("of", Input.of(body))
                  .orElseGet(
                      () -> DefaultCode.expression(body.value().type(), body.fallback(), model)));
    }
    return "%s.%s(request, %s, problems)"
        .formatted(bodies, body.required() ? "read" : "readIfAny", codec);
  }

  /**
   * Adds the statements that read a body of JSON, or of a form where it may be one; gives the
   * expression of it.
   *
   * @param bodies the expression of what reads JSON
   * @param codec the expression of its codec
   */
  public String addBody(String bodies, ParameterModel body, String codec) {
    var name = names.fresh(body.name());
    if (body.orForm()) {
      either(Input.ofForm(body), name, body(bodies, body, codec));
    } else {
      lines.add("var %s = %s;".formatted(name, body(bodies, body, codec)));
    }
    return body.value().type() instanceof TypeModel.OptionalOf
        ? "`java.util.Optional`.ofNullable(" + name + ")"
        : name;
  }

  private void either(Input form, String name, String json) {
    var fields = new BindCode(model, constants, names);
    var found = fields.add(form);
    fields.addStrict(ValueSource.FORM, List.of(form));
    lines.add(
        Template.fill(
            """
            %1$s %2$s;
            if (`dev.covet.web.http.MediaTypes`.isFormOrJson(request)) {
              %3$s
              %2$s = %4$s;
            } else {
              %2$s = %5$s;
            }
            """,
            JavaCode.nullable(form.value().type()), name, fields.statements(), found, json));
  }

  /**
   * Adds the statement that refuses what else is in the query or the form, if a record that groups
   * its values says so.
   *
   * @param all what is read from the request
   */
  public void addStrict(ValueSource source, List<Input> all) {
    if (all.stream().noneMatch(each -> each.isStrict(source, model))) {
      return;
    }
    var known =
        all.stream()
            .flatMap(each -> each.single(model))
            .filter(each -> each.source() == source)
            .flatMap(each -> Stream.concat(Stream.of(each.wireName()), each.aliases().stream()))
            .distinct()
            .sorted()
            .map(Literals::string)
            .collect(Collectors.joining(", "));
    var isForm = source == ValueSource.FORM;
    lines.add(
        "%s.%s(request, problems, %s);"
            .formatted(
                BIND,
                isForm ? "onlyForms" : "onlyQueries",
                constants.of(
                    isForm ? "FIELDS" : "QUERIES",
                    "`java.util.Set`<`String`>",
                    "`java.util.Set`.of(" + known + ")")));
  }

  /** Adds the statements that find a value; gives the expression of it. */
  public String add(Input input) {
    var group = input.group(model);
    if (group.isPresent()) {
      return group.get().name().qualified().equals("dev.covet.api.Paging")
          ? paging(input)
          : record(input, group.get());
    }
    return input
        .inner()
        .type()
        .several()
        .map(element -> several(input, element))
        .orElseGet(() -> single(input));
  }

  private String paging(Input input) {
    var name = names.fresh(input.name());
    lines.add("var %s = %s.paging(request, problems);".formatted(name, BIND));
    return name;
  }

  private String record(Input input, RecordModel record) {
    var before = names.fresh("before");
    lines.add("int " + before + " = problems.count();");
    var arguments =
        record.components().stream()
            .map(each ->
                each.role().input()
                    ? add(Input.of(each, input.source()))
                    : constant("of", Input.of(each, input.source()))
                        .orElseGet(() -> DefaultCode.initial(each, model)))
            .collect(Collectors.joining(", "));
    var name = names.fresh(input.name());
    var in =
        input.source() == ValueSource.QUERY ? "" : Literals.string(input.source().word()) + ", ";
    lines.add(
        "var %s = %s.record(problems, %s%s, () -> new %s(%s));"
            .formatted(name, BIND, in, before, JavaCode.type(record.name()), arguments));
    if (!record.rules().isEmpty()) {
      var at = "problems.at(%s)".formatted(Literals.string(input.source().word()));
      lines.add(
          Template.fill(
              "if (%s != null) {\n  %s\n}",
              name,
              record.rules().stream()
                  .map(rule -> RuleCode.check(rule, at, name))
                  .collect(Collectors.joining("\n"))));
    }
    return name;
  }

  private String single(Input input) {
    var name = names.fresh(input.name());
    var variable = new Variable(input, name, names.fresh(name + "At"));
    var at = variable.at();
    var fallback =
        aliases(input)
            + filled(input.source(), input.inner())
            + constant("text", input)
                .or(() -> input.defaultText(model).map(Literals::string))
                .map(text -> ".orElse(" + text + ")")
                .orElse("");
    var value = variable.value(at + "." + as(input.inner()), model);
    lines.add("var %s = %s%s;".formatted(at, found(input, input.source().word()), fallback));
    lines.add("%s %s = %s;".formatted(variable.type(), name, value));
    lines.add(variable.checks(constants, names, model));
    return name;
  }

  /** The constant that keeps a default which a value class makes. */
  private Optional<String> constant(String method, Input input) {
    var type = input.value().type();
    return DefaultCode.made(input, "a request's " + input.source().word(), model)
        .map(arguments ->
            constants.of(
                Literals.constant(input.name()) + "_DEFAULT",
                method.equals("of") ? JavaCode.type(type) : "`String`",
                "`dev.covet.gen.ValueDefaults`." + method + arguments));
  }

  private static boolean optional(Input input) {
    return input.value().type() instanceof TypeModel.OptionalOf;
  }

  private static String found(Input input, String method) {
    return "%s.%s(request, problems, %s)"
        .formatted(BIND, method, Literals.string(input.wireName()));
  }

  /** Other names, each of which counts where those before it are not given. */
  private static String aliases(Input input) {
    return input.aliases().stream()
        .map(each ->
            ".or%s(request, %s)".formatted(input.source().annotation(), Literals.string(each)))
        .collect(Collectors.joining());
  }

  /** Of a text alone the one without a character is a value; no segment of a path is empty. */
  private static String filled(ValueSource source, ValueModel value) {
    return source == ValueSource.PATH || hasEmpty(value.type()) ? "" : ".filled()";
  }

  private static boolean hasEmpty(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> kind.text();
      case TypeModel.ValueClass(var _, var value, var _) -> hasEmpty(value.type());
      default -> false;
    };
  }

  private String as(ValueModel value) {
    return switch (value.type()) {
      case TypeModel.Scalar(var kind, var _) -> as(kind);
      case TypeModel.ValueClass(var name, var _, var _) -> as(name);
      case TypeModel.EnumType(var name, var _) -> "asChoice(" + constants.choices(name) + ")";
      case TypeModel.Coded coded -> "asValue(" + ValueCode.coded(coded) + ")";
      default -> throw new IllegalArgumentException(value.type().source() + " is not a text");
    };
  }

  /** The call that reads a value class. */
  public static String as(TypeName valueClass) {
    return "as(%s.TEXT)".formatted(ValueCode.codec(valueClass));
  }

  /** The call that reads a kind. */
  public static String as(ScalarKind kind) {
    return switch (kind) {
      case STRING -> "asText()";
      case BOOLEAN, INT, LONG, DOUBLE, DECIMAL, UUID, DATE, INSTANT -> "as" + kind.word() + "()";
      default -> "as(`dev.covet.base.json.TextForm`." + kind.name() + ")";
    };
  }

  private String several(Input input, ValueModel element) {
    var isSet = input.inner().type().isSet();
    var name = names.fresh(input.name());
    var at = names.fresh(name + "At");
    var each = names.fresh("each");
    var type = JavaCode.type(element.type());
    var checks = constants.checks().statements(element, at, each);
    lines.add(
        Template.fill(
            """
            var %1$s = new %9$s<%2$s>();
            for (var %3$s : %4$s) {
              %5$s %6$s = %3$s.%7$s;
              %8$s
              %10$s
            }
            """,
            name,
            JavaCode.reference(ValueModel.of(element.type())),
            at,
            found(input, plural(input.source()))
                + aliases(input)
                + filled(input.source(), element)
                + (isNeeded(input) ? ".required()" : ""),
            type,
            each,
            as(element),
            whenValid(at, checks),
            isSet ? "`dev.covet.base.json.UniqueValues`" : "`java.util.ArrayList`",
            isSet
                ? whenValid(at, "%s.add(%s, %s);".formatted(name, at, told(element, each)))
                : "%s.add(%s);".formatted(name, each)));
    var all = isSet ? name + ".values()" : name;
    lines.add(ownChecks(input, all));
    return copied(input, isSet ? all : "`java.util.List`.copyOf(" + name + ")", all);
  }

  /** A value, and what tells it from others where that is not the value itself. */
  private static String told(ValueModel element, String each) {
    return element.type() instanceof TypeModel.ValueClass(var _, var _, var component)
        ? "%1$s, %1$s.%2$s()".formatted(each, component)
        : each;
  }

  private static String whenValid(String at, String statements) {
    return statements.isEmpty() ? "" : Template.fill("if (%s.valid()) {\n  %s\n}", at, statements);
  }

  private static String plural(ValueSource source) {
    return source == ValueSource.QUERY ? "queries" : source.word() + "s";
  }

  private static boolean isNeeded(Input input) {
    return input.required() && input.fallback() instanceof DefaultModel.None;
  }

  private String ownChecks(Input input, String name) {
    var place =
        "problems.at(%s, %s)"
            .formatted(Literals.string(input.source().word()), Literals.string(input.wireName()));
    var checks = constants.checks().statements(input.inner(), place, name);
    var mayLack = input.value().nullable() || optional(input);
    return checks.isEmpty() || !mayLack
        ? checks
        : Template.fill("if (!%s.isEmpty()) {\n  %s\n}", name, checks);
  }

  private static String copied(Input input, String copy, String name) {
    if (optional(input)) {
      return "%1$s.isEmpty() ? `java.util.Optional`.empty() : `java.util.Optional`.of(%2$s)"
          .formatted(name, copy);
    }
    return input.value().nullable() ? "%s.isEmpty() ? null : %s".formatted(name, copy) : copy;
  }
}
