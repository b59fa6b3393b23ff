package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.codec.CheckCode;
import dev.covet.processor.emit.codec.Constant;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The constants of one generated class, each declared when it is first named. Not thread-safe. */
public final class Constants {
  private final CompilationModel model;
  private final Names names;
  private final CheckCode checks;
  private final Map<Constant, String> nameOf = new LinkedHashMap<>();

  public Constants(CompilationModel model) {
    this(model, Set.of());
  }

  /** Those of a class that has others, too. */
  public Constants(CompilationModel model, Set<String> taken) {
    this.model = model;
    this.names = new Names(List.copyOf(taken));
    this.checks = new CheckCode(names);
  }

  /** Writes checks, whose patterns and bounds are constants too. */
  public CheckCode checks() {
    return checks;
  }

  /**
   * The name of a constant.
   *
   * @param wish what it is called if that is free
   * @param type its type
   * @param value the expression, which tells it from others
   */
  public String of(String wish, String type, String value) {
    return JavaCode.own(nameOf.computeIfAbsent(new Constant(type, value), _ -> free(wish)));
  }

  private String free(String wish) {
    var first = isCaseless(wish) ? "C_" + wish : wish;
    var name = first;
    for (int i = 2; !names.takes(name); i++) name = first + "_" + i;
    return name;
  }

  /** Whether a name in capitals could be that of a variable: its letters have no case. */
  private static boolean isCaseless(String name) {
    return name.equals(name.toLowerCase(Locale.ROOT));
  }

  /** The constants of an enum by their texts. */
  String choices(TypeName name) {
    var constants = model.constants(name);
    var texts = constants.stream().map(each -> Literals.string(each.jsonName())).toList();
    var values = constants.stream().map(each -> JavaCode.constant(name, each.name())).toList();
    return of(
        name.constant(),
        "`java.util.Map`<`String`, " + JavaCode.type(name) + ">",
        "`dev.covet.web.bind.Choices`.of(`java.util.List`.of(%s), `java.util.List`.of(%s))"
            .formatted(String.join(", ", texts), String.join(", ", values)));
  }

  /** Their declarations; those of checks come first, since codecs name them. */
  public String declarations() {
    var all = new ArrayList<String>();
    all.add(checks.constants());
    nameOf.forEach((constant, name) -> all.add(constant.declaration(JavaCode.own(name))));
    return Template.paragraphs(all);
  }
}
