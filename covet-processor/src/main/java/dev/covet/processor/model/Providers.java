package dev.covet.processor.model;

import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** Who provides what, in one project. */
public final class Providers {
  private final List<ProviderModel> all;

  /** The providers of a compilation. */
  public Providers(CompilationModel model) {
    this.all = model.declared().providers();
  }

  /** The provider of a key in this project; one of exactly this qualifier wins. */
  public Optional<ProviderModel> of(KeyModel key) {
    return all.stream()
        .filter(each -> each.gives(key))
        .min(Comparator.comparing(each -> each.reads().isPresent()));
  }

  /** What a parameter's service needs of the project, however deep: itself last. */
  public SequencedSet<ProviderModel> behind(ParameterModel parameter) {
    var found = new LinkedHashSet<ProviderModel>();
    collect(parameter, found, new HashSet<>());
    return found;
  }

  private void collect(
      ParameterModel parameter, SequencedSet<ProviderModel> found, Set<ProviderModel> seen) {
    of(parameter)
        .filter(seen::add)
        .ifPresent(each -> {
          each.parameters().forEach(inner -> collect(inner, found, seen));
          found.add(each);
        });
  }

  /** What the services of requests ask for that stand behind a parameter, however deep. */
  public Stream<ParameterModel> readBy(ParameterModel parameter) {
    return behind(parameter).stream()
        .filter(ProviderModel::requestScoped)
        .flatMap(each -> each.parameters().stream());
  }

  /** The provider of what a parameter asks for, if it asks for a service. */
  public Optional<ProviderModel> of(ParameterModel parameter) {
    return parameter.source() == ValueSource.PROVIDED ? of(parameter.key()) : Optional.empty();
  }

  /** How a class is made by its constructor, if it is a service or a middleware. */
  public Optional<ProviderModel> making(TypeName type) {
    return all.stream()
        .filter(each -> each.method().isEmpty() && each.owner().equals(type))
        .findFirst();
  }

  /** The providers that a provider asks for itself. */
  public Stream<ProviderModel> askedBy(ProviderModel provider) {
    return provider.parameters().stream().flatMap(each -> of(each).stream());
  }
}
