package dev.covet.data.migrate;

import dev.covet.base.config.CommandLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a command line of {@code migrate}, in one line. */
final class Misuse {
  private Misuse() {}

  /** What a command line asks for that is no setting; at most one of it makes sense. */
  static List<Map.Entry<String, String>> asked(CommandLine line) {
    return line.options().entrySet().stream()
        .filter(each ->
            List.of(MigrateCommand.DRY_RUN, MigrateCommand.NEW, MigrateCommand.BASELINE)
                .contains(each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  /** The first thing that is wrong; empty for nothing. */
  static Optional<String> of(CommandLine line) {
    var asked = asked(line);
    if (asked.size() > 1) {
      return Optional.of(
          asked.stream()
              .map(each -> option(each.getKey()))
              .collect(Collectors.joining(" and ", "", " do not go together.")));
    }
    if (line.words().size() > 1) {
      return Optional.of("\"%s\" is nothing that migrate takes.".formatted(line.words().get(1)));
    }
    return asked.stream().flatMap(each -> of(each).stream()).findFirst();
  }

  private static Optional<String> of(Map.Entry<String, String> option) {
    var value = option.getValue();
    var isRight =
        switch (option.getKey()) {
          case MigrateCommand.DRY_RUN -> value.equals("true");
          case MigrateCommand.NEW -> !value.equals("true") && value.matches("[A-Za-z0-9_-]{1,80}");
          default -> value.matches("\\d{1,18}([._]\\d{1,18})*");
        };
    if (isRight) return Optional.empty();
    var has = value.equals("true") ? "." : ", and has \"" + value + "\".";
    return Optional.of(option(option.getKey()) + needed(option.getKey()) + has);
  }

  private static String needed(String option) {
    return switch (option) {
      case MigrateCommand.DRY_RUN -> " takes no value";
      case MigrateCommand.NEW -> " needs a name of 1 to 80 letters, digits, _ and -";
      default -> " needs a version, such as 1 or 2.1";
    };
  }

  private static String option(String name) {
    return switch (name) {
      case MigrateCommand.DRY_RUN -> "--dry-run";
      case MigrateCommand.NEW -> "--new";
      default -> "--baseline";
    };
  }
}
