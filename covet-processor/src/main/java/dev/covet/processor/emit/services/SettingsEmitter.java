package dev.covet.processor.emit.services;

import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.bind.TextCode;
import dev.covet.processor.emit.bind.Variable;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.RuleModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code MailSettingsProvider}: reads the components of a record from the settings. */
public final class SettingsEmitter {
  private final CompilationModel model;
  private final RecordModel record;
  private final Constants constants;
  private final Names names = Names.ofComponents(List.of("wiring", "config", "made"));

  public SettingsEmitter(CompilationModel model, RecordModel record) {
    this.model = model;
    this.record = record;
    this.constants = new Constants(model);
  }

  /** The class. */
  public GeneratedSource emit() {
    var name = record.name().generated("Provider");
    var type = JavaCode.type(record.name());
    var lines = new ArrayList<String>();
    var arguments = Template.list(record.components(), each -> component(each, lines));
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              /** Reads {@link %3$s} from the settings; what is wrong is reported at startup, all at once. */
              public static final `dev.covet.base.inject.Provider`<%3$s> `=%4$s` =
                  `dev.covet.base.inject.Provider`.app(%3$s.class, %2$s::wire);

              %5$s

              private %2$s() {}

              private static `dev.covet.base.inject.Maker`<%3$s> wire(`dev.covet.base.inject.Wiring` wiring) {
                var config = wiring.config();
                %6$s
                %7$s
              }
            }
            """,
            ClassComment.of("Reads {@link " + type + "}.", record.name(), record),
            name.nested(),
            type,
            record.name().constant(),
            constants.declarations(),
            Template.lines(lines),
            made("new %s(%s)".formatted(type, arguments)));
    return SourceText.of(name, model).finish(body, List.of(record.name().qualified()));
  }

  private String made(String expression) {
    if (record.rules().isEmpty()) return "return (_, _) -> " + expression + ";";
    return Template.fill(
        """
        return (_, _) -> {
          var made = %s;
          %s
          return made;
        };
        """,
        expression, Template.lines(record.rules(), SettingsEmitter::rule));
  }

  private static String rule(RuleModel rule) {
    return Template.fill(
        "if (`Boolean`.%s.equals(made.%s())) {\n  throw new `java.lang.IllegalStateException`(%s);\n}",
        rule.holds() ? "FALSE" : "TRUE", rule.javaName(), Literals.string(rule.told()));
  }

  private String component(ComponentModel component, List<String> lines) {
    var input = Input.of(component, ValueSource.PROVIDED);
    var name = names.fresh(component.name());
    var variable = new Variable(input, name, names.fresh(name + "At"));
    var at = variable.at();
    var fallback =
        input.defaultText(model).map(text -> ".orElse(" + Literals.string(text) + ")").orElse("");
    var value = variable.value(at + "." + as(input.inner().type()), model);
    lines.add(
        "var %s = config.setting(%s)%s;"
            .formatted(at, Literals.string(component.name()), fallback));
    lines.add("%s %s = %s;".formatted(variable.type(), name, value));
    lines.add(variable.checks(constants, names, model));
    return name;
  }

  private String as(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> as(kind);
      case TypeModel.ValueClass(var name, var _, var _) ->
          (type.isSecret() ? "secret()." : "") + TextCode.as(name);
      case TypeModel.EnumType(var name, var _) -> choice(name);
      default -> throw new IllegalArgumentException(type.source() + " is not a setting");
    };
  }

  private String choice(TypeName name) {
    var all = model.constants(name);
    return "asChoice(`java.util.List`.of(%s), `java.util.List`.of(%s))"
        .formatted(
            Template.list(all, each -> Literals.string(each.jsonName())),
            Template.list(all, each -> JavaCode.constant(name, each.name())));
  }

  private static String as(ScalarKind kind) {
    return switch (kind) {
      case SECRET, URI, DURATION -> "as" + kind.word() + "()";
      default -> TextCode.as(kind);
    };
  }
}
