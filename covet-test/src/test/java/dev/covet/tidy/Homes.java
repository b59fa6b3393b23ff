package dev.covet.tidy;

import java.util.ArrayList;
import java.util.List;

/** Each outside library has one home; elsewhere its names are not even mentioned. */
final class Homes implements Rule {
  /**
   * Names that begin with {@code prefix} stand only in files whose path begins with one of {@code
   * homes}.
   */
  private record Home(String prefix, List<String> homes) {}

  private static final String CORE = "covet-core/src/main/java/dev/covet/";
  private static final String DATA = "covet-data/src/main/java/dev/covet/data/";
  private static final String SECURITY = "covet-security/src/main/java/dev/covet/security/";
  private static final String CLIENT = "covet-resilience/src/main/java/dev/covet/client/";
  private static final String RESILIENCE = "covet-resilience/src/main/java/dev/covet/resilience/";
  private static final String COMPRESS = "covet-compress/src/main/java/dev/covet/compress/";
  private static final String CLI = "covet-cli/src/main/java/dev/covet/cli/";
  private static final String PROCESSOR = "covet-processor/src/main/java/dev/covet/processor/";

  private static final List<Home> HOMES =
      List.of(
          new Home(
              "io.netty.",
              List.of(
                  CORE + "base/loop/",
                  CORE + "web/server/",
                  "covet-test/src/main/java/dev/covet/test/Http2Exchange.java",
                  DATA + "postgres/LoopTransport.java",
                  DATA + "postgres/PasswordGuard.java")),
          new Home("io.vertx.", List.of(DATA + "postgres/")),
          new Home(
              "io.zonky.", List.of("covet-test/src/main/java/dev/covet/test/PostgresProcess.java")),
          new Home("org.apache.hc.", List.of(CLIENT)),
          new Home("org.flywaydb.", List.of(DATA + "migrate/")),
          new Home("java.sql.", List.of(DATA + "sqlite/", DATA + "migrate/ReferenceCheck.java")),
          new Home("javax.sql.", List.of(DATA + "sqlite/")),
          new Home("org.sqlite.", List.of(DATA + "sqlite/")),
          new Home("com.nimbusds.", List.of(SECURITY)),
          new Home("org.springframework.", List.of(SECURITY + "hash/Bcrypt.java")),
          new Home("org.bouncycastle.", List.of(SECURITY + "hash/Argon2.java")),
          new Home("com.aayushatharva.", List.of(COMPRESS + "Brotli.java")),
          new Home("com.github.luben.", List.of(COMPRESS + "Zstandard.java")),
          new Home("io.github.bucket4j.", List.of(RESILIENCE + "MemoryRateLimits.java")),
          new Home("io.github.resilience4j.", List.of(RESILIENCE + "Breaker.java")),
          new Home("ch.qos.logback.", List.of(CORE + "logback/")),
          new Home(
              "javax.lang.model.",
              List.of(
                  PROCESSOR + "read/",
                  PROCESSOR + "report/",
                  PROCESSOR + "CovetProcessor.java",
                  CLI + "create/ProjectName.java")),
          new Home(
              "com.sun.",
              List.of(
                  PROCESSOR + "read/element/TableNames.java",
                  CLI + "compile/ProjectCompiler.java")),
          new Home("sun.", List.of(CORE + "app/Signals.java")),
          new Home("jdk.internal.", List.of()));

  @Override
  public List<String> findings(Source source) {
    if (!source.isMain()) {
      return List.of();
    }
    var findings = new ArrayList<String>();
    for (var use : Uses.of(source)) {
      for (var home : HOMES) {
        if (use.name().startsWith(home.prefix())
            && home.homes().stream().noneMatch(source.path()::startsWith)) {
          findings.add(source.finding(use.place(), use.name() + " is not at home here"));
        }
      }
    }
    return findings;
  }
}
