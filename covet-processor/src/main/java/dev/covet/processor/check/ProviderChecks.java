package dev.covet.processor.check;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.ScalarKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules over all providers of a project: one for each key, and no circles among them. */
final class ProviderChecks {
  private static final Set<String> KNOWN =
      Set.of(
          ("java.util.List java.util.Optional dev.covet.api.Changes"
                  + " dev.covet.api.JsonValue dev.covet.api.Problem dev.covet.api.Secret")
              .split(" "));

  private final List<ProviderModel> all;
  private final SourcesModel sources;
  private final Providers providers;

  ProviderChecks(CompilationModel model, SourcesModel sources) {
    this.all = model.declared().providers();
    this.sources = sources;
    this.providers = new Providers(model);
  }

  Stream<Finding> findings() {
    return Stream.of(twice(), circles(), all.stream().filter(this::isHere).flatMap(this::codec))
        .flatMap(each -> each);
  }

  /** Generated code keeps a codec in a constant, without an app that could make it. */
  private Stream<Finding> codec(ProviderModel provider) {
    return provider.coded().stream()
        .filter(type -> isKnown(type) || provider.codedType().isEmpty())
        .map(type -> codec(provider, type, TypeChecks.shown(type)));
  }

  private static Finding codec(ProviderModel provider, String type, String shown) {
    return new Finding(
        Code.NO_CODEC,
        provider.where(),
        isKnown(type)
            ? "%s has a codec of Covet's own, which this one cannot replace.".formatted(shown)
            : "%s cannot be the codec of %s: it is kept in a constant, which no app makes."
                .formatted(ServiceChecks.shown(provider), shown),
        isKnown(type)
            ? "Remove it; a record around the value can have your own codec."
            : "Let it be a static method without parameters, qualifier and lifetime.");
  }

  /** Whether a type is read and written by Covet, whoever provides what. */
  private static boolean isKnown(String type) {
    return type.endsWith("[]")
        || KNOWN.contains(type.replaceFirst("<.*", ""))
        || Stream.of(ScalarKind.values()).anyMatch(each -> each.reference().equals(type));
  }

  private Stream<Finding> twice() {
    return all.stream()
        .flatMap(first ->
            all.stream()
                .skip(all.indexOf(first) + 1L)
                .filter(each -> each.same(first))
                .map(second -> isHere(second) ? twice(first, second) : twice(second, first)));
  }

  private boolean isHere(ProviderModel provider) {
    return sources.types().contains(provider.owner().top());
  }

  private static Finding twice(ProviderModel first, ProviderModel second) {
    return new Finding(
        Code.NO_PROVIDER,
        second.where(),
        "%s provides %s, and so does %s."
            .formatted(
                ServiceChecks.shown(second),
                TypeChecks.shown(second.key().type()),
                ServiceChecks.shown(first)),
        "Keep one of them, or tell them apart by a @Qualifier annotation.");
  }

  /** Each circle once, at the first of its providers. */
  private Stream<Finding> circles() {
    var told = new HashSet<Set<ProviderModel>>();
    return all.stream()
        .map(this::circle)
        .filter(circle -> !circle.isEmpty() && told.add(Set.copyOf(circle)))
        .map(ProviderChecks::circle);
  }

  /** A way from a provider back to itself, the shortest; none if there is none. */
  private List<ProviderModel> circle(ProviderModel from) {
    var seen = new HashSet<ProviderModel>();
    var ways = new ArrayList<>(List.of(List.of(from)));
    for (int i = 0; i < ways.size(); i++) {
      var way = ways.get(i);
      var asked = providers.askedBy(way.getLast()).toList();
      if (asked.contains(from)) return way;
      asked.stream().filter(seen::add).map(next -> longer(way, next)).forEach(ways::add);
    }
    return List.of();
  }

  private static List<ProviderModel> longer(List<ProviderModel> way, ProviderModel next) {
    return Stream.concat(way.stream(), Stream.of(next)).toList();
  }

  private static Finding circle(List<ProviderModel> circle) {
    var turned = new ArrayList<>(circle);
    var first = Collections.min(circle, Comparator.comparing(each -> each.where().toString()));
    Collections.rotate(turned, -turned.indexOf(first));
    turned.add(first);
    var names = turned.stream().map(ServiceChecks::shown).collect(Collectors.joining(" -> "));
    return new Finding(
        Code.CIRCLE,
        first.where(),
        "These services need each other: " + names + ".",
        "Let one of them take what it needs as an argument of its methods.");
  }
}
