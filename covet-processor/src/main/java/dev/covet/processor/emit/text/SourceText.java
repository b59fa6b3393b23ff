package dev.covet.processor.emit.text;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.function.Predicate;

/**
 * The text of one compilation unit: package, imports, and one public class whose first comment
 * names what it was made from.
 */
public final class SourceText {
  private static final String SUPPRESSED =
      "@`SuppressWarnings`({\"deprecation\", \"removal\"})\npublic ";

  private final TypeName name;
  private final Predicate<String> isNeighbour;
  private final List<String> deprecated;

  /**
   * A file to be written.
   *
   * @param isNeighbour whether a type of the user's in the same package hides one of {@code
   *     java.lang}
   */
  public SourceText(TypeName name, Predicate<String> isNeighbour) {
    this(name, isNeighbour, List.of());
  }

  private SourceText(TypeName name, Predicate<String> isNeighbour, List<String> deprecated) {
    this.name = name;
    this.isNeighbour = isNeighbour;
    this.deprecated = deprecated;
  }

  /** A file beside the types of a compilation. */
  public static SourceText of(TypeName name, CompilationModel model) {
    return new SourceText(
        name,
        simple -> model.hiding().contains(new TypeName(name.packageName(), simple)),
        model.deprecated().map(JavaCode::type).toList());
  }

  /**
   * Finishes the file.
   *
   * @param body Javadoc and class, with names in backquotes
   * @param origins qualified names of the types that it was made from
   */
  public GeneratedSource finish(String body, List<String> origins) {
    var imports = new Imports(name.qualified(), isNeighbour);
    var resolved = imports.resolve(quiet(body)).replace(Literals.BACKQUOTE, '`');
    var head = name.packageName().isEmpty() ? "" : "package " + name.packageName() + ";";
    var text = Template.paragraphs(List.of(head, imports.statements(), resolved));
    return new GeneratedSource(name.qualified(), LineBreaks.apply(text), origins);
  }

  /** What is deprecated is meant for users, not for what is generated for it. */
  private String quiet(String body) {
    return deprecated.stream().anyMatch(body::contains)
        ? body.replaceFirst("(?m)^public ", SUPPRESSED)
        : body;
  }
}
