package dev.covet.processor.model.type;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a class, and the names that generated code gives to what is made from it.
 *
 * @param packageName its package, {@code ""} for the unnamed one
 * @param nested its name inside the package, with dots: {@code Hello.Greeting}; that of a generic
 *     record with its types names no class, but the classes that are generated for it
 * @param instance the generic record and its types, if it is one
 */
public record TypeName(String packageName, String nested, Optional<InstanceOf> instance)
    implements Comparable<TypeName> {
  private static final Comparator<TypeName> ORDER =
      Comparator.comparing(TypeName::qualified)
          .thenComparing(each -> each.instance().map(InstanceOf::toString).orElse(""));

  /** The name of a class without type parameters. */
  public TypeName(String packageName, String nested) {
    this(packageName, nested, Optional.empty());
  }

  /** The name of a package's own file, which stands for the package. */
  public static TypeName ofPackage(String packageName) {
    return new TypeName(packageName, "package-info");
  }

  /** Whether it stands for its package. */
  public boolean isPackage() {
    return nested.equals("package-info");
  }

  /** A name as Java code writes it: {@code hello.Hello.Greeting}. */
  public String qualified() {
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }

  /** The type as Java code writes it: {@code dev.covet.api.Page<heroes.Hero>}. */
  public String source() {
    return instance.map(InstanceOf::source).orElseGet(this::qualified);
  }

  /** The class that is declared: a generic record without its types. */
  public TypeName declared() {
    return instance.map(InstanceOf::record).orElse(this);
  }

  /** The qualified names of the types from whose sources it follows what it is. */
  public List<String> origins() {
    return instance
        .map(each -> each.origins().map(TypeName::qualified).distinct().toList())
        .orElseGet(() -> List.of(qualified()));
  }

  /** The name in documents, which others may have, too: {@code HeroPage}. */
  public String documented() {
    return instance.map(InstanceOf::documented).orElseGet(this::simple);
  }

  /** What documents know the type by, and no other. */
  public String documentedType() {
    return instance
        .map(each ->
            new TypeName(each.home(), documented()).qualified() + "<" + source() + ">" + nested)
        .orElseGet(this::qualified);
  }

  /** A name as class files have it: {@code hello.Hello$Greeting}. */
  public String binary() {
    var inner = nested.replace('.', '$');
    return packageName.isEmpty() ? inner : packageName + "." + inner;
  }

  /** The last part alone: {@code Greeting}. */
  public String simple() {
    return nested.substring(nested.lastIndexOf('.') + 1);
  }

  /** The top-level class around this one, or this one. */
  public TypeName top() {
    var dot = nested.indexOf('.');
    return dot < 0 ? this : new TypeName(packageName, nested.substring(0, dot));
  }

  /** The generated class beside it: {@code generated("Codec")} is {@code Hello_GreetingCodec}. */
  public TypeName generated(String suffix) {
    return new TypeName(packageName, nested.replace('.', '_') + suffix);
  }

  /** The constant for it, its simple name in upper snake case: {@code HERO_WITH_TEAM}. */
  public String constant() {
    return Naming.SNAKE_CASE.of(simple()).toUpperCase(Locale.ROOT);
  }

  @Override
  public int compareTo(TypeName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return qualified();
  }
}
