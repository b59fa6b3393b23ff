package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code ProfileFields}: what {@code Changes} of a record that has no table are asked by.
 */
public final class FieldsEmitter {
  private FieldsEmitter() {}

  /** The class {@code ProfileFields}, named {@code PROFILE}. */
  public static GeneratedSource emit(CompilationModel model, RecordModel record) {
    var name = record.name().generated("Fields");
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              /** The components of {@link %3$s}. */
              public static final %2$s `=%4$s` = new %2$s();

              %5$s

              private %2$s() {}

              private record `~Component`<V>(`String` `=name`, int `=index`) implements `dev.covet.api.Changes.Field`<%3$s, V> {
                @`Override`
                public `dev.covet.api.Changes.Shape`<%3$s> shape() {
                  return %6$s.SHAPE;
                }
              }
            }
            """,
            ClassComment.of(
                "The components of {@link " + JavaCode.type(record.name()) + "}.",
                record.name(),
                record),
            name.nested(),
            JavaCode.type(record.name()),
            record.name().constant(),
            fields(record),
            JavaCode.type(record.name().generated("Codec")));
    return SourceText.of(name, model).finish(body, List.of(record.name().qualified()));
  }

  private static String fields(RecordModel record) {
    var fields = new ArrayList<String>();
    for (var component : record.components()) fields.add(field(record, component, fields.size()));
    return Template.paragraphs(fields);
  }

  private static String field(RecordModel record, ComponentModel component, int index) {
    return Template.fill(
        """
        /** Component {@code %1$s}. */
        public final `dev.covet.api.Changes.Field`<%2$s, %3$s> `=%6$s` = new `~Component`<>(%4$s, %5$s);
        """,
        component.name(),
        JavaCode.type(record.name()),
        JavaCode.reference(ValueModel.of(component.value().type())),
        Literals.string(component.name()),
        index,
        name(record, component.name()));
  }

  /** The constant has a name of its own: what is called so, with underscores or not, gets one. */
  private static String name(RecordModel record, String component) {
    var isConstant = component.replaceAll("_+$", "").equals(record.name().constant());
    return isConstant ? component + "_" : component;
  }
}
