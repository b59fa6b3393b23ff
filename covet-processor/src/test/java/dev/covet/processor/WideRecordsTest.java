package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Shape;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LineNumberInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P10: the widest records that Java allows, with a constraint and a default here and there. */
final class WideRecordsTest {
  /** Bytes of code from which HotSpot does not compile a method any more. */
  private static final int CODE_BYTES_MAX = 8_000;

  private static final int METHOD_LINES_MAX = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"int, 254", "long, 127"})
  void theWidestRecordsWork(String type, int count)
      throws IOException, ReflectiveOperationException {
    var generated = compile(type, count);
    var codec = generated.codec("wide.WideCodec", "INPUT");
    var text = "{" + joined(count, i -> "\"c%d\":%d".formatted(i, i)) + "}";

    assertThat(Generated.again(codec, codec, text)).isEqualTo(text);
    assertThat(Generated.problems(codec, text.replace("\"c77\":77", "\"c77\":-77")))
        .containsExactly("too_small c77");
    assertThat(Generated.problems(codec, "{}")).contains("missing c0", "missing c76").hasSize(100);

    assertShape(generated, Generated.read(codec, text), count);
  }

  private static void assertShape(Generated generated, Object wide, int count)
      throws ReflectiveOperationException {
    @SuppressWarnings("unchecked") // the record and its shape
    var shape = (Shape<Object>) generated.constant("wide.WideCodec", "SHAPE");
    assertThat(shape.make(shape.values(wide))).isEqualTo(wide);
    assertThat(shape.names()).hasSize(count);

    var changes =
        (Changes<?>) Generated.read(generated.codec("wide.WideCodec", "CHANGES"), "{\"c99\":1}");
    assertThat(changes.present().stream()).containsExactly(99);
    assertThat(shape.check(wide)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"int, 254", "long, 127"})
  void noMethodIsTooLong(String type, int count) throws IOException {
    var generated = compile(type, count);

    try (var files = Files.walk(generated.classFiles())) {
      for (var file : files.filter(each -> each.toString().contains("WideCodec")).toList()) {
        assertThat(longMethods(file)).isEmpty();
      }
    }
  }

  private Generated compile(String type, int count) throws IOException {
    var components =
        joined(
            count,
            i ->
                i % 7 == 0
                    ? "@Min(%d) %s c%d".formatted(i == 77 ? 0 : i, type, i)
                    : type + " c" + i);
    var source =
        """
        package wide;
        import jakarta.validation.constraints.Min;
        @dev.covet.api.Model
        public record Wide(%s) {}
        """
            .formatted(components);
    return Generated.from(folder, List.of(new Unit("wide/Wide.java", source)));
  }

  private static String joined(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(","));
  }

  /** The methods with more code, or over more lines, than they may have. */
  private static List<String> longMethods(Path file) throws IOException {
    return ClassFile.of().parse(file).methods().stream()
        .filter(method -> !method.methodName().stringValue().startsWith("<"))
        .filter(method ->
            method.findAttribute(Attributes.code()).filter(WideRecordsTest::isLong).isPresent())
        .map(method -> method.methodName().stringValue())
        .toList();
  }

  private static boolean isLong(CodeAttribute code) {
    return code.codeLength() > CODE_BYTES_MAX || lines(code) > METHOD_LINES_MAX;
  }

  private static int lines(CodeAttribute code) {
    var lines =
        code.findAttribute(Attributes.lineNumberTable()).orElseThrow().lineNumbers().stream()
            .mapToInt(LineNumberInfo::lineNumber)
            .summaryStatistics();
    return lines.getMax() - lines.getMin() + 1;
  }
}
