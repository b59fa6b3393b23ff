package dev.covet.tidy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packages use only what stands under them. Those on one line stand beside each other and use
 * neither. A new package is one new line here, and a question: why not in one that exists?
 */
final class PackageOrder implements Rule {
  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          Map.entry("covet-model", List.of("schema", "header", "api")),
          Map.entry(
              "covet-processor",
              List.of(
                  "processor.model.type",
                  "processor.model.data processor.model.service processor.model.source",
                  "processor.model.route",
                  "processor.model",
                  "processor.emit.text",
                  "processor.emit.codec",
                  "processor.emit.bind processor.emit.tables",
                  "processor.emit.services",
                  "processor.emit.routes",
                  "processor.finding",
                  "processor.check.value",
                  "processor.check.table",
                  "processor.check processor.emit processor.emit.index processor.report",
                  "processor.read.doc",
                  "processor.read.element",
                  "processor.read.data",
                  "processor.read",
                  "processor")),
          Map.entry(
              "covet-core",
              List.of(
                  "base.limit",
                  "base.problem",
                  "base.json",
                  "base.codec",
                  "base.config",
                  "base.observe",
                  "logback",
                  "base.loop",
                  "base.task",
                  "base.transaction",
                  "base.inject",
                  "web.address web.message",
                  "web.multipart",
                  "web.http",
                  "web.file",
                  "web.auth web.route web.stream",
                  "web.bind",
                  "web.error",
                  "web.middleware",
                  "web.docs.pattern",
                  "web.docs",
                  "web.docs.page",
                  "web.server.carrier",
                  "web.server.websocket",
                  "web.server.http1 web.server.http2 web.server.tls",
                  "web.server",
                  "gen",
                  "app.generated app.health app.process",
                  "app.caller",
                  "app.contract app.route",
                  "app")),
          Map.entry(
              "covet-data",
              List.of(
                  "data.error data.type",
                  "data.query",
                  "data.table",
                  "data.sql",
                  "data.driver",
                  "data.sqlite data.postgres.tables",
                  "data.postgres",
                  "data.migrate",
                  "data.store",
                  "data.memory data.write",
                  "data")),
          Map.entry(
              "covet-security",
              List.of("security.hash", "security.jwt", "security.openid", "security")),
          Map.entry("covet-resilience", List.of("resilience", "client")),
          Map.entry("covet-idempotency", List.of("idempotency")),
          Map.entry("covet-compress", List.of("compress")),
          Map.entry("covet-test", List.of("test")),
          Map.entry(
              "covet-cli",
              List.of(
                  "cli.project",
                  "cli.compile",
                  "cli.terminal",
                  "cli.document",
                  "cli.contract cli.create cli.dev",
                  "cli")),
          Map.entry("covet-maven-plugin", List.of("maven")));

  private final Map<String, Integer> ranks = new HashMap<>();

  PackageOrder() {
    for (var module :
        List.of(
            "covet-model",
            "covet-processor",
            "covet-core",
            "covet-data",
            "covet-security",
            "covet-resilience",
            "covet-idempotency",
            "covet-compress",
            "covet-test",
            "covet-cli",
            "covet-maven-plugin")) {
      for (var line : ORDER.getOrDefault(module, List.of())) {
        var rank = ranks.size();
        for (var name : line.split(" ", -1)) {
          ranks.put("dev.covet." + name, rank);
        }
      }
    }
  }

  @Override
  public List<String> findings(Source source) {
    if (!source.isMain() || source.isExample() || source.packageName().isEmpty()) {
      return List.of();
    }
    var own = ranks.get(source.packageName());
    if (own == null) {
      return List.of(
          source.path() + ": package " + source.packageName() + " has no place in the order");
    }
    var findings = new ArrayList<String>();
    for (var use : Uses.of(source)) {
      var used = packageOf(use);
      if (!used.equals(source.packageName()) && ranks.getOrDefault(used, -1) >= own) {
        findings.add(
            source.finding(
                use.place(), source.packageName() + " uses " + used + ", which is not under it"));
      }
    }
    return findings;
  }

  /**
   * The package that a name is in, nested types and static imports included; the empty text for
   * others.
   */
  private static String packageOf(Uses.Use use) {
    return use.name().startsWith("dev.covet.") ? use.packageName() : "";
  }
}
