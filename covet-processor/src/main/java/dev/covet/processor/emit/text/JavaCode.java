package dev.covet.processor.emit.text;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of Java that several emitters write. */
public final class JavaCode {
  /**
   * A text, so that nothing in it is taken for a name; or a type with its package, if it has one.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])++'"
              + "|(?<![\\w$.])(?<package>(?:[\\p{Ll}_][\\w$]*\\.)*)"
              + "(?<type>\\p{Lu}[\\w$]*(?:\\.\\p{Lu}[\\w$]*)*)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private JavaCode() {}

  /** The name of a class, to be imported. */
  public static String type(TypeName name) {
    return name.instance()
        .map(each ->
            each.arguments().stream()
                .map(JavaCode::reference)
                .collect(Collectors.joining(", ", declared(name) + "<", ">")))
        .orElseGet(() -> declared(name));
  }

  /** The class of a type, as comments link to it. */
  public static String declared(TypeName name) {
    var declared = name.declared();
    return "`" + declared.packageName() + ":" + declared.nested() + "`";
  }

  /**
   * A name of the file's own, wherever it stands; another one is taken where a type that the file
   * names is called so, and cannot be written in full.
   */
  public static String own(String name) {
    return "`~" + name + "`";
  }

  /** A constant of an enum. */
  public static String constant(TypeName type, String name) {
    return isLikeConstant(type)
        ? "`Enum`.valueOf(%s.class, %s)".formatted(type(type), Literals.string(name))
        : type(type) + "." + name;
  }

  /** All constants of an enum. */
  public static String constants(TypeName type) {
    return type(type) + (isLikeConstant(type) ? ".class.getEnumConstants()" : ".values()");
  }

  /** Whether Java may take the name for that of a constant, and the type has no longer name. */
  private static boolean isLikeConstant(TypeName type) {
    return type.packageName().isEmpty()
        && type.nested().equals(type.nested().toUpperCase(Locale.ROOT));
  }

  /** A type, each of whose names is to be imported. */
  public static String type(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> type(name);
      case TypeModel.EnumType(var name, var _) -> type(name);
      case TypeModel.SealedType(var name) -> type(name);
      case TypeModel.ValueClass(var name, var _, var _) -> type(name);
      case TypeModel.ListOf(var element) -> "`java.util.List`<" + reference(element) + ">";
      case TypeModel.ManyOf(var form, var element) -> several(form, element);
      case TypeModel.MapOf map ->
          "`%s`<%s, %s>".formatted(map.type(), reference(map.key()), reference(map.value()));
      case TypeModel.OptionalOf(var value) -> "`java.util.Optional`<" + reference(value) + ">";
      case TypeModel.Changes(var of) -> "`dev.covet.api.Changes`<" + type(of) + ">";
      default -> names(type.source());
    };
  }

  private static String several(TypeModel.Form form, ValueModel element) {
    if (form != TypeModel.Form.ARRAY) return "`%s`<%s>".formatted(form.type(), reference(element));
    return (element.nullable() ? nullable(element.type()) : type(element.type())) + "[]";
  }

  /** A type as a type argument: boxed, and nullable where it says so. */
  public static String reference(ValueModel value) {
    var type =
        value.type() instanceof TypeModel.Scalar(var kind, var _)
            ? names(kind.reference())
            : type(value.type());
    return value.nullable() ? nullable(value.type(), type) : type;
  }

  /** The type of a variable that is null until the value was read. */
  public static String nullable(TypeModel type) {
    return primitive(type) ? type(type) : nullable(type, type(type));
  }

  /** Of an array, what stands before its brackets belongs to it. */
  private static String nullable(TypeModel type, String written) {
    return type instanceof TypeModel.ManyOf(var form, var _) && form == TypeModel.Form.ARRAY
        ? written.substring(0, written.length() - 2) + " @`org.jspecify.annotations.Nullable` []"
        : annotated(written);
  }

  /** A type that may be null; the annotation belongs to its last name, which imports find. */
  public static String annotated(String type) {
    return type.startsWith("`")
        ? "`@" + type.substring(1)
        : "@`org.jspecify.annotations.Nullable` " + type;
  }

  /** The text of a type, or of an annotation's value, with each name to be imported. */
  public static String names(String source) {
    return NAME.matcher(source).replaceAll(match -> Matcher.quoteReplacement(named(match)));
  }

  private static String named(MatchResult match) {
    if (match.group("type") == null) return match.group().replace('`', Literals.BACKQUOTE);
    var isUnnamed = match.group("package").isEmpty();
    return "`" + (isUnnamed ? ":" : "") + match.group() + "`";
  }

  /** Whether a variable of the type cannot be null. */
  public static boolean primitive(TypeModel type) {
    return type instanceof TypeModel.Scalar(var kind, var boxed) && kind.primitive() && !boxed;
  }

  /** The value that a variable has before anything was read. */
  public static String zero(TypeModel type) {
    if (!primitive(type)) return "null";
    return type.source().equals("boolean") ? "false" : "0";
  }

  /** The simple names of the user's types in a package: what an import could hide. */
  public static Set<String> neighbours(CompilationModel model, String packageName) {
    var declared = model.declared();
    var all =
        Stream.of(
                model.records().keySet().stream().map(TypeName::declared),
                model.enums().keySet().stream(),
                model.unions().keySet().stream(),
                model.hiding().stream(),
                declared.called().map(routes -> routes.name()),
                declared.providers().stream().map(provider -> provider.owner()),
                declared.errors().stream().map(error -> error.name()),
                declared.mains().stream())
            .flatMap(names -> names);
    var neighbours = new TreeSet<String>();
    all.filter(name -> name.packageName().equals(packageName))
        .forEach(name -> neighbours.add(name.top().nested()));
    return neighbours;
  }
}
