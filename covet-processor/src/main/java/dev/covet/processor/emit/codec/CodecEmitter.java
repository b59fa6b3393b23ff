package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.RecordModel;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code HeroCodec}: how a record is read, written and checked. */
public final class CodecEmitter {
  private static final String CLASS =
      """
      %1$s
      @`org.jspecify.annotations.NullUnmarked` // what is not read yet is null
      public final class %2$s implements `dev.covet.base.json.Codec`<%3$s> {
        %4$s

        %5$s

        %6$s

        %7$s

        %8$s

        @`Override`
        public `dev.covet.schema.Schema` schema() {
          return SCHEMA.ref();
        }

        %9$s
      }
      """;

  private final CompilationModel model;
  private final RecordModel record;
  private final CodecParts parts;
  private final CheckCode checks;
  private final ElementCode elements;
  private final ViewCode views;
  private final ReadCode reads;
  private final WriteCode writes;
  private final ShapeCode shape;
  private final ComponentsCode components;

  /** Writes the codec of a record. */
  public CodecEmitter(CompilationModel model, RecordModel record) {
    this.model = model;
    this.record = record;
    this.parts = new CodecParts(model, record);
    this.checks = new CheckCode(parts.constants());
    this.elements = new ElementCode(parts, checks);
    this.views = new ViewCode(parts);
    this.reads = new ReadCode(parts, elements, checks);
    this.writes = new WriteCode(parts, elements);
    this.shape = new ShapeCode(parts);
    this.components = new ComponentsCode(parts, reads, writes);
  }

  /** The class. */
  public GeneratedSource emit() {
    parts.fields().forEach(elements::declare);
    parts.computed().forEach(elements::declare);
    var name = record.name().generated("Codec");
    var methods = new RecordChecks(parts, elements, checks).methods();
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Reads, writes and checks {@link " + JavaCode.declared(record.name()) + "}.",
                record.name(),
                List.of(record, parts.slots())),
            name.nested(),
            parts.type(),
            constants(),
            Template.paragraphs(
                List.of(
                    views.constants(),
                    shape.constant(),
                    components.constants(views.changes(), views.writeOnly()))),
            Template.paragraphs(
                List.of(views.fieldsAndConstructor(), views.choosers(components.exist()))),
            Template.paragraphs(List.of(reads.methods(views.keys()), writes.methods())),
            methods,
            Template.paragraphs(List.of(reads.values(), shape.nested(), components.nested())));
    return SourceText.of(name, model).finish(body, record.name().origins());
  }

  private String constants() {
    return Template.paragraphs(
        List.of(
            Template.fill(
                """
                /** The record as data. */
                public static final `dev.covet.schema.ObjectSchema` `=SCHEMA` =
                    %s;
                """,
                SchemaCode.object(record, parts.slots(), model).replace("\n", "\n    ")),
            views.constant(),
            writes.constants(),
            checks.constants(),
            elements.constants().stream().collect(Collectors.joining("\n\n")),
            reads.constants()));
  }
}
