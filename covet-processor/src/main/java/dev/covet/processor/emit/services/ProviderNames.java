package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names what is written for each provider: after its method, or after its class where that is
 * provided by its constructor. A number tells overloads apart.
 */
final class ProviderNames {
  private final Map<ProviderModel, Name> all = new HashMap<>();

  ProviderNames(CompilationModel model) {
    var taken = new HashMap<TypeName, Set<String>>();
    for (var provider : model.declared().providers()) {
      var others = taken.computeIfAbsent(type(provider), _ -> new HashSet<>());
      var name =
          Stream.iterate(1, number -> number + 1)
              .map(number -> Name.of(provider, number))
              .filter(each -> Collections.disjoint(others, each.list()))
              .findFirst()
              .orElseThrow();
      others.addAll(name.list());
      all.put(provider, name);
    }
  }

  /**
   * The names of one provider.
   *
   * @param constant what holds it: {@code STORE}
   * @param method what gives it for a qualifier: {@code store}
   * @param maker the record that makes the service where it reads the request: {@code StoreMaker}
   */
  record Name(String constant, String method, String maker) {
    private static Name of(ProviderModel provider, int number) {
      var more = number == 1 ? "" : String.valueOf(number);
      var method = provider.method().map(each -> each + more);
      var wish =
          provider.method().map(Naming.SNAKE_CASE::of).orElseGet(() -> provider.owner().constant());
      return new Name(
          wish.toUpperCase(Locale.ROOT) + (more.isEmpty() ? "" : "_" + more),
          method.orElse("of"),
          Literals.capitalized(method.orElse(provider.owner().simple())) + "Maker");
    }

    private List<String> list() {
      return List.of(constant, method, maker);
    }
  }

  /** The names of a provider of this compilation. */
  Name of(ProviderModel provider) {
    return Objects.requireNonNull(all.get(provider));
  }

  /** The constants of one class's providers. */
  Set<String> constants(List<ProviderModel> providers) {
    return providers.stream()
        .map(each -> of(each).constant())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The class that holds it: {@code StoreProvider}, or {@code WiringProviders} of methods. */
  static TypeName type(ProviderModel provider) {
    return provider.owner().generated(provider.method().isEmpty() ? "Provider" : "Providers");
  }
}
