package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.SealedModel.Leaf;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes {@code ShapeCodec}: which record an object is, and that record's codec does the rest. */
public final class SealedEmitter {
  private static final String CLASS =
      """
      %1$s
      @`org.jspecify.annotations.NullUnmarked` // what is not read is null
      public final class %2$s implements `dev.covet.base.json.Codec`<%3$s> {
        /** The type as data. */
        public static final `dev.covet.schema.UnionSchema` `=SCHEMA` =
            %4$s;

        private static final `dev.covet.base.json.Tags` `=TAGS` =
            %5$s;

        /** What clients send. */
        public static final `dev.covet.base.json.Codec`<%3$s> `=INPUT` =
            new %2$s(`dev.covet.base.codec.View`.INPUT);

        /** What clients get. */
        public static final `dev.covet.base.json.Codec`<%3$s> `=OUTPUT` =
            new %2$s(`dev.covet.base.codec.View`.OUTPUT);

        /** Everything. */
        public static final `dev.covet.base.json.Codec`<%3$s> `=STORED` =
            new %2$s(`dev.covet.base.codec.View`.STORED);

        private final `dev.covet.base.codec.View` view;

        private %2$s(`dev.covet.base.codec.View` view) {
          this.view = view;
        }

        /** The codec of a view. */
        public static `dev.covet.base.json.Codec`<%3$s> of(`dev.covet.base.codec.View` view) {
          return switch (view) {
            case INPUT -> INPUT;
            case OUTPUT -> OUTPUT;
            case STORED -> STORED;
          };
        }

        @`Override`
        public %3$s read(`dev.covet.base.json.JsonReader` in) {
          return switch (in.readTag(TAGS)) {
            %6$s
            default -> null;
          };
        }

        @`Override`
        public void write(`dev.covet.base.json.JsonWriter` out, %3$s value) {
          switch (value) {
            %7$s
          }
        }

        @`Override`
        public void check(`dev.covet.base.problem.Place` at, %3$s value) {
          switch (value) {
            %8$s
          }
        }

        @`Override`
        public `dev.covet.schema.Schema` schema() {
          return SCHEMA.ref();
        }
      }
      """;

  private final CompilationModel model;
  private final SealedModel union;

  private SealedEmitter(CompilationModel model, SealedModel union) {
    this.model = model;
    this.union = union;
  }

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, SealedModel union) {
    return new SealedEmitter(model, union).emit();
  }

  private GeneratedSource emit() {
    var name = union.name().generated("Codec");
    var type = JavaCode.type(union.name());
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Reads, writes and checks {@link " + JavaCode.declared(union.name()) + "}.",
                union.name(),
                union),
            name.nested(),
            type,
            schema().replace("\n", "\n    "),
            tags(),
            cases(i -> "case %s -> %s.of(view).read(in);".formatted(i, codec(i))),
            cases(i ->
                Template.fill(
                    """
                    case %s it -> {
                      out.tag(TAGS, %s);
                      %s.of(view).write(out, it);
                      out.endTag();
                    }
                    """,
                    record(i), i, codec(i))),
            cases(i -> "case %s it -> %s.STORED.check(at, it);".formatted(record(i), codec(i))));
    return SourceText.of(name, model).finish(body, union.name().origins());
  }

  private String cases(Function<Integer, String> one) {
    var cases = IntStream.range(0, union.leaves().size()).boxed().map(one);
    return Template.lines(Stream.concat(cases, rest(one)).toList());
  }

  /** What is no record was reported; until then it is written as nothing. */
  private Stream<String> rest(Function<Integer, String> one) {
    return union.others().isEmpty() || one.apply(0).startsWith("case 0")
        ? Stream.of()
        : Stream.of("default -> throw new `IllegalArgumentException`();");
  }

  private String record(int leaf) {
    return JavaCode.type(union.leaves().get(leaf).record());
  }

  private String codec(int leaf) {
    return ValueCode.codec(union.leaves().get(leaf).record());
  }

  private String tags() {
    var names =
        Stream.concat(Stream.of(union.discriminator()), union.leaves().stream().map(Leaf::tag))
            .map(Literals::string)
            .collect(Collectors.joining(", "));
    var aliases = new ArrayList<String>();
    for (var leaf : union.leaves()) {
      leaf.tags().stream()
          .skip(1)
          .map(each ->
              ".alias(%s, %s)".formatted(Literals.string(leaf.tag()), Literals.string(each)))
          .forEach(aliases::add);
    }
    return Template.chained("`dev.covet.base.json.Tags`.of(" + names + ")", aliases);
  }

  private String schema() {
    var variants =
        union.leaves().stream()
            .map(each ->
                ",\n    `dev.covet.schema.UnionSchema`.variant(%s, %s)"
                    .formatted(Literals.string(each.tag()), SchemaCode.ref(each.record())))
            .collect(Collectors.joining());
    var text =
        "`dev.covet.schema.UnionSchema`.of(\n    %s,\n    %s,\n    %s%s)"
            .formatted(
                Literals.string(union.name().documented()),
                Literals.string(union.name().documentedType()),
                Literals.string(union.discriminator()),
                variants);
    return union.doc().text().isEmpty()
        ? text
        : text + "\n    .described(" + Literals.string(union.doc().text()) + ")";
  }
}
