package dev.covet.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A test runs: none is disabled, none goes away on an assumption. */
final class NoSkippedTests implements Rule {
  private static final Pattern SKIPS =
      Pattern.compile(
          ".*\\b(Disabled\\w*|EnabledIf\\w*|EnabledOn\\w*|Assumptions(\\..*)?|assume(True|False|That|NoException))");

  @Override
  public List<String> findings(Source source) {
    var findings = new ArrayList<String>();
    if (source.isTest() && !source.packageName().equals("dev.covet.tidy")) {
      for (var use : Uses.of(source)) {
        if (SKIPS.matcher(use.name()).matches()) {
          findings.add(source.finding(use.place(), use.name() + " skips a test"));
        }
      }
    }
    return findings;
  }
}
