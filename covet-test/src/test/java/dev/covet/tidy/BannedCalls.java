package dev.covet.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What main sources never do, but for the file that does it for all. Two files look names up: the
 * one that puts virtual threads on loops, and the launcher, which calls a main that need not be
 * public.
 */
final class BannedCalls implements Rule {
  /** Names that match {@code names} stand in no main source but {@code homes}. */
  private record Ban(Pattern names, String why, List<String> homes) {
    Ban(String names, String why, String... homes) {
      this(Pattern.compile(names), why, List.of(homes));
    }
  }

  private static final List<Ban> BANS =
      List.of(
          new Ban(
              "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep",
              "wait for an event, not for time",
              "dev/covet/resilience/RetryLayer.java"),
          new Ban(
              "System\\.(out|err)(\\..*)?",
              "log, or let StartLines print",
              "dev/covet/app/process/StartLines.java",
              "dev/covet/cli/Cli.java"),
          new Ban(
              "System\\.exit|\\?\\.halt|Runtime\\.exit",
              "let Process end it",
              "dev/covet/app/process/ProcessEnd.java",
              "dev/covet/cli/Cli.java"),
          new Ban(
              "(java\\.util\\.)?ServiceLoader(\\..*)?",
              "ask GeneratedIndexes",
              "dev/covet/gen/Indexes.java",
              "dev/covet/base/loop/ChosenTransport.java",
              "dev/covet/data/Openers.java",
              "dev/covet/web/middleware/Codings.java",
              "dev/covet/cli/compile/Processors.java"),
          new Ban(
              "java\\.lang\\.reflect\\.(?!AccessFlag).*|Class\\.forName|(.*\\.)?(getDeclared(Method|Field|Constructor)s?|setAccessible"
                  + "|privateLookupIn|findVirtual|findStatic|findConstructor|unreflect\\w*)",
              "nothing is looked up by reflection",
              "dev/covet/base/loop/LoopThreads.java",
              "dev/covet/app/Launcher.java"),
          new Ban("(java\\.lang\\.)?(Inheritable)?ThreadLocal(\\..*)?", "use a ScopedValue"),
          new Ban("sun\\.misc\\.Unsafe|(.*\\.)?Unsafe", "no Unsafe"));

  @Override
  public List<String> findings(Source source) {
    if (!source.isMain()) {
      return List.of();
    }
    var findings = new ArrayList<String>();
    for (var use : Uses.of(source)) {
      for (var ban : BANS) {
        if (ban.names().matcher(use.name()).matches()
            && ban.homes().stream().noneMatch(home -> source.path().endsWith("/" + home))) {
          findings.add(source.finding(use.place(), use.name() + ": " + ban.why()));
        }
      }
    }
    return findings;
  }
}
