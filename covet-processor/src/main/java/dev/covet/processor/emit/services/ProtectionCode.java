package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.service.ProtectionModel;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what protects a call: {@code ProtectionTerms.NONE.retry("Stock.level", 3)}. */
public final class ProtectionCode {
  private ProtectionCode() {}

  /** The rules as an expression. */
  public static String rules(ProtectionModel protection) {
    return "`dev.covet.resilience.ProtectionTerms`.NONE"
        + protection.written().stream().map(ProtectionCode::call).collect(Collectors.joining());
  }

  private static String call(ProtectionModel.Rule rule) {
    var arguments =
        Stream.concat(
                Stream.of(Literals.string(rule.name())),
                rule.values().stream().map(String::valueOf))
            .collect(Collectors.joining(", "));
    return "." + Literals.decapitalized(rule.annotation()) + "(" + arguments + ")";
  }

  /** The middleware that keeps the rules of a route, outermost first. */
  public static Stream<String> route(ProtectionModel protection) {
    if (!protection.isWritten()) return Stream.of();
    var rules = rules(protection);
    var rate =
        protection.has("RateLimit")
            ? Stream.of("`dev.covet.resilience.LimitedRoute`.of(wiring, %s)".formatted(rules))
            : Stream.<String>of();
    var all = Stream.of("`dev.covet.resilience.ProtectedRoute`.of(wiring, %s)".formatted(rules));
    var once =
        protection
            .idempotent()
            .map(each ->
                "`dev.covet.idempotency.IdempotentRoute`.of(wiring, %s)"
                    .formatted(Literals.string(each.name())));
    return Stream.of(rate, all, once.stream()).flatMap(each -> each);
  }
}
