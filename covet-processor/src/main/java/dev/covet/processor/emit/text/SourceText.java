package dev.covet.processor.emit.text;

import java.util.List;
import java.util.Set;

/**
 * The text of one compilation unit: package, imports, and one public class whose first comment
 * names what it was made from.
 */
public final class SourceText {
  private final String packageName;
  private final String name;
  private final Set<String> neighbours;

  /**
   * A file to be written.
   *
   * @param neighbours simple names of the user's types in the same package, which an import must
   *     not hide by accident
   */
  public SourceText(String packageName, String name, Set<String> neighbours) {
    this.packageName = packageName;
    this.name = name;
    this.neighbours = neighbours;
  }

  /** The name of the class in full. */
  String qualifiedName() {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /**
   * Finishes the file.
   *
   * @param body Javadoc and class, with qualified names in backquotes
   * @param nested simple names of the types nested in the class
   * @param origins qualified names of the types that it was made from
   */
  public GeneratedSource finish(String body, Set<String> nested, List<String> origins) {
    var imports = new Imports(qualifiedName(), neighbours, nested);
    var resolved = imports.resolve(body).replace(Literals.BACKQUOTE, '`');
    var head = packageName.isEmpty() ? "" : "package " + packageName + ";";
    var text = Template.paragraphs(List.of(head, imports.statements(), resolved));
    return new GeneratedSource(qualifiedName(), LineBreaks.apply(text), origins);
  }
}
