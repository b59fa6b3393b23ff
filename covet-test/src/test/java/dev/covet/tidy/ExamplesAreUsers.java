package dev.covet.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The examples name only packages that users are told of. */
final class ExamplesAreUsers implements Rule {
  private static final Set<String> OPEN =
      Set.of(
          "dev.covet.api",
          "dev.covet.app",
          "dev.covet.web.docs",
          "dev.covet.web.message",
          "dev.covet.web.http",
          "dev.covet.web.stream",
          "dev.covet.web.error",
          "dev.covet.web.middleware",
          "dev.covet.base.json",
          "dev.covet.base.task",
          "dev.covet.base.transaction",
          "dev.covet.base.cache",
          "dev.covet.base.observe",
          "dev.covet.data",
          "dev.covet.data.query",
          "dev.covet.security",
          "dev.covet.test");

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    if (source.isExample()) {
      for (var use : Uses.of(source)) {
        if (use.name().startsWith("dev.covet.") && !OPEN.contains(use.packageName())) {
          findings.add(source.finding(use.place(), use.name() + " is not for users"));
        }
      }
    }
    return findings;
  }
}
