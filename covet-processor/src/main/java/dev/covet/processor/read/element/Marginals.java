package dev.covet.processor.read.element;

import dev.covet.processor.model.type.Doc;
import dev.covet.schema.Remarks;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;

/** Reads what documents say of a value beside its type: a text, examples, that it is deprecated. */
public final class Marginals {
  /** Class files have no Javadoc, so what Covet's own types say of their components is here. */
  private static final Map<String, String> OWN =
      Map.of(
          "dev.covet.api.Paging.offset", "How many entries to skip.",
          "dev.covet.api.Paging.limit", "The most entries to return.",
          "dev.covet.api.Cursor.after", "The `next` of the part before.",
          "dev.covet.api.Cursor.limit", "The most entries to return.");

  private Marginals() {}

  /** The text of a component. */
  public static String text(RecordComponentElement component, Doc doc) {
    var name = component.getSimpleName().toString();
    var own = OWN.getOrDefault(Declarations.owner(component).getQualifiedName() + "." + name, "");
    return doc.param(name).isEmpty() ? own : doc.param(name);
  }

  /** What a place says, with the text of a comment; examples are as the source has them. */
  public static Remarks remarks(Notes notes, String text) {
    var examples = notes.list(Notes.API + "Example", "value").stream().map(Object::toString);
    return new Remarks(text, isDeprecated(notes), examples.toList());
  }

  public static boolean isDeprecated(Notes notes) {
    return notes.has("java.lang.Deprecated");
  }
}
