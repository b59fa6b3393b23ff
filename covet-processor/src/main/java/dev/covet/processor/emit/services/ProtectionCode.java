package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.ProtectionModel;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what protects a call: {@code ProtectionRules.NONE.retry("Stock.level", 3)}. */
public final class ProtectionCode {
  private ProtectionCode() {}

  /** The rules as an expression. */
  public static String rules(ProtectionModel protection) {
    return "`dev.covet.resilience.ProtectionRules`.NONE"
        + protection.rules().stream().map(ProtectionCode::call).collect(Collectors.joining());
  }

  private static String call(ProtectionModel.Rule rule) {
    var arguments =
        Stream.concat(
                Stream.of(Literals.string(rule.name())),
                rule.values().stream().map(String::valueOf))
            .collect(Collectors.joining(", "));
    return "." + Literals.decapitalized(rule.annotation()) + "(" + arguments + ")";
  }

  /** The middleware that keeps the rules of a route; none if it has none. */
  public static Optional<String> route(ProtectionModel protection) {
    return Optional.of(protection)
        .filter(ProtectionModel::isWritten)
        .map(each -> "`dev.covet.resilience.ProtectedRoute`.of(wiring, %s)".formatted(rules(each)));
  }
}
