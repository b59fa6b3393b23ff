package dev.covet.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the sources of all modules to the rules of the repository. */
class TidyTest {
  private static List<Rule> rules(List<Source> sources) {
    return List.of(
        new BannedCalls(),
        new ExamplesAreUsers(),
        new Homes(),
        new MutableStatics(),
        new Names(),
        new Nesting(),
        new NoSkippedTests(),
        new NullMarked(),
        new OneName(sources),
        new PackageOrder(),
        new Packages(sources),
        new PlainWords(),
        new SameEverywhere(),
        new Sizes());
  }

  @TestFactory
  Stream<DynamicTest> everySourceKeepsTheRules() {
    var sources = Sources.all();
    return rules(sources).stream()
        .map(rule -> DynamicTest.dynamicTest(name(rule), () -> assertKept(rule, sources)));
  }

  @Test
  void allModulesAreRead() {
    assertThat(Sources.modules(Sources.root()))
        .extracting(module -> Sources.root().relativize(module).toString())
        .contains(
            "covet-model",
            "covet-processor",
            "covet-core",
            "covet-data",
            "covet-security",
            "covet-resilience",
            "covet-compress",
            "covet-test",
            "examples/heroes",
            "examples/tasks",
            "benchmarks");
  }

  private static void assertKept(Rule rule, List<Source> sources) {
    assertThat(sources.stream().flatMap(source -> rule.findings(source).stream())).isEmpty();
  }

  private static String name(Rule rule) {
    return rule.getClass().getSimpleName();
  }
}
