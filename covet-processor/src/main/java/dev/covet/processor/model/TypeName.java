package dev.covet.processor.model;

import java.util.Locale;

/**
 * The name of a class, and the names that generated code gives to what is made from it.
 *
 * @param packageName its package, {@code ""} for the unnamed one
 * @param nested its name inside the package, with dots: {@code Hello.Greeting}
 */
public record TypeName(String packageName, String nested) implements Comparable<TypeName> {

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
    return qualified().compareTo(other.qualified());
  }

  @Override
  public String toString() {
    return qualified();
  }
}
