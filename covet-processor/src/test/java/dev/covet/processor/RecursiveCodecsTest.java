package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.json.Codec;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S4.types: records that hold each other, whichever of their codecs is asked for first. */
final class RecursiveCodecsTest {
  private static final int ROUNDS = 30;

  private static final String SOURCE =
      """
      package circles;

      import dev.covet.api.Default;
      import dev.covet.api.Model;
      import jakarta.validation.constraints.Size;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      @Model
      public sealed interface Node {
        record Leaf(@Nullable Egg egg) implements Node {}

        record Fork(@Size(max = 2) List<Node> nodes, @Nullable Pair<Node, Hen> pair) implements Node {}

        record Egg(@Nullable Hen hen) {}

        record Hen(@Default List<Egg> eggs, @Nullable Node node) {}

        record Pair<A, B>(A left, @Nullable Pair<A, B> more, @Nullable B right) {}
      }
      """;

  private static final List<String> CODECS =
      List.of(
          "NodeCodec",
          "Node_ForkCodec",
          "Node_EggCodec",
          "Node_HenCodec",
          "Node_PairOfNodeAndNode_HenCodec");

  @TempDir Path folder;

  @Test
  void classesThatNeedEachOtherAreReadyForAllThreads()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var generated = Generated.from(folder, List.of(new Unit("circles/Node.java", SOURCE)));
    var url = new URL[] {generated.classFiles().toUri().toURL()};
    for (int round = 0; round < ROUNDS; round++) {
      try (var loader = new URLClassLoader(url, getClass().getClassLoader())) {
        assertThat(written(loader)).hasSize(CODECS.size()).doesNotContainNull();
      }
    }
  }

  private static List<String> written(ClassLoader loader)
      throws InterruptedException, ExecutionException, TimeoutException {
    var together = new CyclicBarrier(CODECS.size());
    try (var threads = Executors.newFixedThreadPool(CODECS.size())) {
      var written = new ArrayList<Future<String>>();
      for (var name : CODECS) {
        written.add(
            threads.submit(() -> {
              together.await(10, TimeUnit.SECONDS);
              return schema(loader.loadClass("circles." + name));
            }));
      }
      var texts = new ArrayList<String>();
      for (var each : written) {
        texts.add(each.get(10, TimeUnit.SECONDS));
      }
      return texts;
    }
  }

  private static String schema(Class<?> codec) throws ReflectiveOperationException {
    return ((Codec<?>) codec.getField("INPUT").get(null)).schema().toString();
  }

  @Test
  void whatHoldsItselfIsReadAndWrittenAsDeepAsItIs()
      throws IOException, ReflectiveOperationException {
    var generated = Generated.from(folder, List.of(new Unit("circles/Node.java", SOURCE)));
    var codec = generated.codec("circles.NodeCodec", "INPUT");
    var text =
        """
        {"type":"fork","nodes":[{"type":"leaf","egg":{"hen":{"eggs":[{"hen":null}],"node":null}}}],\
        "pair":{"left":{"type":"leaf","egg":null},"more":null,"right":{"eggs":[],"node":null}}}\
        """;

    assertThat(Generated.again(codec, codec, text)).isEqualTo(text);
    assertThat(
            Generated.problems(
                codec,
                "{\"type\":\"fork\",\"nodes\":[{\"type\":\"x\"},{\"type\":\"fork\",\"nodes\":[{},{},{}]}]}"))
        .containsExactly(
            "type nodes[0].type",
            "missing nodes[1].nodes[0].type",
            "missing nodes[1].nodes[1].type",
            "missing nodes[1].nodes[2].type");
  }
}
