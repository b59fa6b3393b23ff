package dev.covet.web.docs;

import dev.covet.schema.CallerAccess;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.web.auth.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may call operations, as documents have it: security schemes, and what each operation requires
 * of them. The header {@code Authorization}, where an operation reads it itself, is no parameter,
 * since tools are to ignore one of that name (OpenAPI 3.1, 4.8.12.2), but one of them.
 */
record Credentials(AppForms forms) {
  private static final String HEADER = "Authorization";

  /** Whether a parameter is that header. */
  static boolean is(Parameter parameter) {
    return parameter.in().equals("header") && parameter.name().equalsIgnoreCase(HEADER);
  }

  private static Optional<Parameter> of(Operation operation) {
    return operation.parameters().stream().filter(Credentials::is).findFirst();
  }

  /** The schemes of operations, by their names. */
  Map<String, Object> schemes(List<Operation> operations) {
    var all = new TreeMap<String, Object>();
    for (var operation : operations) {
      if (of(operation).isPresent()) {
        all.put(HEADER, new TreeMap<>(Map.of("type", "apiKey", "in", "header", "name", HEADER)));
      }
      if (operation.callers().asks()) {
        forms.signIns(operation.callers()).stream()
            .flatMap(List::stream)
            .forEach(each -> all.putIfAbsent(each.name(), each.described()));
      }
    }
    return all;
  }

  /**
   * What an operation requires, one of these; nothing at all if the list is empty. Of the header
   * that it reads itself: that, or that or nothing.
   */
  List<Object> requirements(Operation operation) {
    var rule = operation.callers();
    var all = new ArrayList<Object>();
    if (rule.asks()) all.addAll(signIns(rule));
    of(operation).ifPresent(_ -> all.add(Map.of(HEADER, List.of())));
    var isOptional =
        rule.asks() ? !rule.isStrict() : !of(operation).filter(Parameter::required).isPresent();
    if (!all.isEmpty() && isOptional) all.add(Map.of());
    return all;
  }

  /** Of several principals that are needed together, one way of each. */
  private List<Map<String, Object>> signIns(CallerAccess rule) {
    if (rule.needed().size() < 2) {
      return forms.signIns(rule).stream().map(each -> requirement(each, rule)).toList();
    }
    var together = new LinkedHashMap<String, Object>();
    for (var principal : rule.needed()) {
      forms.signIns(CallerAccess.NONE.needing(principal)).stream()
          .limit(1)
          .forEach(each -> together.putAll(requirement(each, rule)));
    }
    return List.of(together);
  }

  private static Map<String, Object> requirement(
      List<SecurityScheme> credentials, CallerAccess rule) {
    var all = new LinkedHashMap<String, Object>();
    credentials.forEach(each -> all.put(each.name(), rule.scopes()));
    return all;
  }
}
