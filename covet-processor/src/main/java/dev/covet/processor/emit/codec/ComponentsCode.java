package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the {@code Components} of a record: one by one, for {@code Changes}. */
record ComponentsCode(CodecParts parts, ReadCode reads, WriteCode writes) {
  private static final String READER = "`dev.covet.base.json.JsonReader`";
  private static final String WRITER = "`dev.covet.base.json.JsonWriter`";

  /** Whether there are changes: positions of fields must be those of components. */
  boolean exist() {
    return !parts.fields().isEmpty()
        && !parts.flattens()
        && parts.fields().size() == parts.record().components().size();
  }

  /** The name of the nested class. */
  String name() {
    return JavaCode.own(parts.record().name().simple() + "Components");
  }

  /**
   * The constants {@code CHANGES} and {@code CHANGES_OUTPUT}.
   *
   * @param keys those that clients send
   * @param writeOnly those of them that they do not get
   */
  String constants(String keys, List<String> writeOnly) {
    return exist()
        ? Template.fill(
            """
            /** Some components of what clients send. */
            public static final `dev.covet.base.json.Codec`<`dev.covet.api.Changes`<%1$s>> `=CHANGES` =
                `dev.covet.base.codec.Codecs`.changes(`dev.covet.schema.Schema`.changesOf(SCHEMA.ref()), SHAPE, %2$s, new %3$s());

            /** Some components of what clients get. */
            public static final `dev.covet.base.json.Codec`<`dev.covet.api.Changes`<%1$s>> `=CHANGES_OUTPUT` =
                %4$s;
            """,
            parts.type(), keys, name(), shown(writeOnly))
        : "";
  }

  /** They differ where something does not go out, here or in a record within. */
  private String shown(List<String> writeOnly) {
    return writeOnly.isEmpty() && !parts.nests()
        ? "CHANGES"
        : Stream.concat(Stream.of("CHANGES"), writeOnly.stream().map(Literals::string))
            .collect(Collectors.joining(", ", "`dev.covet.base.codec.Codecs`.shown(", ")"));
  }

  /** The nested class. */
  String nested() {
    if (!exist()) return "";
    var methods = new ArrayList<String>();
    var groups = parts.groups(parts.fields());
    methods.add(parts.wide() ? chooseRead(groups.size()) : read(parts.fields()));
    groupReads(groups, methods);
    methods.add(parts.wide() ? chooseWrite(groups.size()) : write(parts.fields()));
    groupWrites(groups, methods);
    return Template.fill(
        """
        private static final class %s implements `dev.covet.base.codec.Components` {
          %s
        }
        """,
        name(), Template.paragraphs(methods));
  }

  private String read(List<CodecField> fields) {
    return Template.fill(
        """
        @`Override`
        public `Object` read(%s in, int position) {
          return switch (position) {
            %s
          };
        }
        """,
        READER, reads.components(fields));
  }

  private String chooseRead(int groups) {
    return Template.fill(
        """
        @`Override`
        public `Object` read(%s in, int position) {
          return %s;
        }
        """,
        READER, Groups.choose("position", groups, "read%s(in, position);"::formatted));
  }

  private void groupReads(List<List<CodecField>> groups, List<String> methods) {
    for (int i = 0; parts.wide() && i < groups.size(); i++) {
      methods.add(
          Template.fill(
              """
              private static `Object` read%s(%s in, int position) {
                return switch (position) {
                  %s
                };
              }
              """,
              i, READER, reads.components(groups.get(i))));
    }
  }

  private String write(List<CodecField> fields) {
    return Template.fill(
        """
        %s
        @`Override`
        public void write(%s out, int position, `Object` value, `dev.covet.base.codec.View` view) {
          switch (position) {
            %s
          }
        }
        """,
        unchecked(fields), WRITER, writes.components(fields));
  }

  private static String unchecked(List<CodecField> fields) {
    return ShapeCode.unchecked(fields.stream().map(CodecField::value).toList());
  }

  private String chooseWrite(int groups) {
    return Template.fill(
        """
        @`Override`
        public void write(%s out, int position, `Object` value, `dev.covet.base.codec.View` view) {
          %s
        }
        """,
        WRITER,
        Groups.choose("position", groups, "write%s(out, position, value, view);"::formatted));
  }

  private void groupWrites(List<List<CodecField>> groups, List<String> methods) {
    for (int i = 0; parts.wide() && i < groups.size(); i++) {
      methods.add(
          Template.fill(
              """
              %s
              private static void write%s(%s out, int position, `Object` value, `dev.covet.base.codec.View` view) {
                switch (position) {
                  %s
                }
              }
              """,
              unchecked(groups.get(i)), i, WRITER, writes.components(groups.get(i))));
    }
  }
}
