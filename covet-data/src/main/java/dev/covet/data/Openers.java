package dev.covet.data;

import dev.covet.base.config.Config;
import dev.covet.base.config.Setting;
import dev.covet.base.config.StartFaults;
import dev.covet.data.driver.Opener;
import dev.covet.data.driver.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The kinds of database that are on the class path, by the schemes of their URLs. */
final class Openers {
  private final List<Opener> all;

  private Openers(List<Opener> all) {
    this.all = all;
  }

  /** Those that the service loader finds beside this library. */
  static Openers found() {
    return new Openers(
        ServiceLoader.load(Opener.class, Opener.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Opener::scheme))
            .toList());
  }

  /** The database that a URL names; none, and a fault of the start, if the URL is wrong. */
  Optional<Target> target(Setting address, Config config, StartFaults faults) {
    var url = address.asText();
    var scheme = scheme(url);
    var opener = all.stream().filter(it -> it.opens(scheme)).findFirst();
    if (opener.isEmpty()) {
      faults.add(address.name() + unknown(scheme));
      return Optional.empty();
    }
    return right(address, faults, () -> opener.get().target(url, config));
  }

  /** A database with its replica; none, and a fault of the start, if the replica's URL is wrong. */
  Optional<Target> withReplica(Target target, Setting address, Config config, StartFaults faults) {
    return target(address, config, faults)
        .flatMap(replica -> right(address, faults, () -> target.withReplica(replica)));
  }

  private static Optional<Target> right(
      Setting address, StartFaults faults, Supplier<Target> target) {
    try {
      return Optional.of(target.get());
    } catch (IllegalArgumentException wrong) {
      faults.add(address.name() + " is not usable: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  /** What comes before the first colon; empty if there is none, or a Windows drive. */
  private static String scheme(String url) {
    var end = url.indexOf(':');
    return end < 2 ? "" : url.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** Never the whole URL, which may hold a password. */
  private String unknown(String scheme) {
    var begins = scheme.isEmpty() ? "with no scheme" : "with \"" + scheme + ":\"";
    var hint = scheme.equals("jdbc") ? " Leave out \"jdbc:\"." : "";
    return " begins %s, and no such database can be opened here. Known: %s.%s"
        .formatted(
            begins,
            all.stream()
                .map(it -> it.scheme() + " (" + it.example() + ")")
                .collect(Collectors.joining(", ")),
            hint);
  }
}
