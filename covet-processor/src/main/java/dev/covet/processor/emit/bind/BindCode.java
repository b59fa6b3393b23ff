package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.codec.DefaultCode;
import dev.covet.processor.emit.codec.RuleCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes how values are found in a request's path, query, headers, cookies and form: {@code long id
 * = idAt.asLong();}. Not thread-safe.
 */
public final class BindCode {
  private final CompilationModel model;
  private final Constants constants;
  private final Names names;
  private final List<Input> read;
  private final TextCode texts;
  private final ManyCode many;
  private final List<String> lines = new ArrayList<>();

  /**
   * Statements of one method.
   *
   * @param read all that is read of the request, whoever does it
   */
  public BindCode(CompilationModel model, Constants constants, Names names, List<Input> read) {
    this.model = model;
    this.constants = constants;
    this.names = names;
    this.read = List.copyOf(read);
    this.texts = new TextCode(constants);
    this.many = new ManyCode(constants, names);
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
   */
  public String addBody(String bodies, ParameterModel body) {
    var codec = new CodecCode(constants).input(body.value());
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

  /** The expression that reads a body as it is. */
  public static String bytes(ParameterModel body) {
    return "`dev.covet.web.bind.Bodies`.plain(request)"
        + (body.value().type() instanceof TypeModel.Bytes ? ".bytes()" : ".stream()");
  }

  private void either(Input form, String name, String json) {
    var fields = new BindCode(model, constants, names, List.of(form));
    var found = fields.add(form);
    fields.addStrict(ValueSource.FORM);
    lines.add(
        Template.fill(
            """
            %1$s %2$s;
            if (`dev.covet.web.http.MediaTypes`.isFormOrJson(request.headers(), request.body())) {
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
   * its values says so and no map takes it.
   */
  public void addStrict(ValueSource source) {
    if (read.stream().anyMatch(each -> each.isStrict(source, model))
        && singles(source).noneMatch(Input::isMap)) {
      var method = source == ValueSource.FORM ? "onlyForms" : "onlyQueries";
      lines.add("%s.%s(request, problems, %s);".formatted(TextCode.BIND, method, known(source)));
    }
  }

  /** The set of all names that are read of a source; empty if there are none. */
  public Optional<String> names(ValueSource source) {
    return singles(source).findAny().map(_ -> TextCode.names(singles(source)));
  }

  private Stream<Input> singles(ValueSource source) {
    return read.stream()
        .flatMap(each -> each.single(model))
        .filter(each -> each.source() == source);
  }

  /** The constant with all names that are read of a source. */
  private String known(ValueSource source) {
    return constants.of(
        source == ValueSource.FORM ? "FIELDS" : "QUERIES",
        "`java.util.Set`<`String`>",
        TextCode.names(singles(source)));
  }

  /** Adds the statements that find a value; gives the expression of it. */
  public String add(Input input) {
    var group = input.group(model);
    if (group.isPresent()) {
      return group.get().name().qualified().equals("dev.covet.api.Paging")
          ? paging(input)
          : record(input, group.get());
    }
    if (input.isMap()) return add(many.map(input, known(input.source())));
    return input
        .inner()
        .type()
        .several()
        .map(element -> add(many.of(input, element)))
        .orElseGet(() -> single(input));
  }

  private String add(ManyCode.Found found) {
    lines.add(found.statements());
    return found.value();
  }

  private String paging(Input input) {
    var name = names.fresh(input.name());
    lines.add("var %s = %s.paging(request, problems);".formatted(name, TextCode.BIND));
    return name;
  }

  private String record(Input input, RecordModel record) {
    var before = names.fresh("before");
    lines.add("int " + before + " = problems.count();");
    var arguments =
        Template.list(
            record.components(),
            each ->
                each.role().input()
                    ? add(Input.of(each, input.source()))
                    : constant("of", Input.of(each, input.source()))
                        .orElseGet(() -> DefaultCode.initial(each, model)));
    var name = names.fresh(input.name());
    var in =
        input.source() == ValueSource.QUERY ? "" : Literals.string(input.source().word()) + ", ";
    lines.add(
        "var %s = %s.record(problems, %s%s, () -> new %s(%s));"
            .formatted(name, TextCode.BIND, in, before, JavaCode.type(record.name()), arguments));
    var checks = checks(input, record, name);
    if (!checks.isEmpty()) lines.add(Template.fill("if (%s != null) {\n  %s\n}", name, checks));
    return name;
  }

  /** The rules of a record, and what limits it where it stands. */
  private String checks(Input input, RecordModel record, String name) {
    var at = "problems.at(%s)".formatted(Literals.string(input.source().word()));
    return Template.lines(
        Stream.concat(
                record.rules().stream().map(rule -> RuleCode.check(rule, at, name)),
                Stream.of(constants.checks().statements(input.value(), at, name)))
            .toList());
  }

  private String single(Input input) {
    var name = names.fresh(input.name());
    var variable = new Variable(input, name, names.fresh(name + "At"));
    var at = variable.at();
    var fallback =
        constant("text", input)
            .or(() -> input.defaultText(model).map(Literals::string))
            .map(text -> ".orElse(" + text + ")")
            .orElse("");
    var value = variable.value(at + "." + texts.as(input.inner()), model);
    lines.add("var %s = %s%s;".formatted(at, TextCode.one(input), fallback));
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
}
