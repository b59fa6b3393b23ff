package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is asked for as the one who sends a request. */
public final class Principals {
  private static final Set<ComponentModel.Role> IDS =
      Set.of(ComponentModel.Role.ID, ComponentModel.Role.KEY);

  private final CompilationModel model;
  private final Providers providers;

  public Principals(CompilationModel model) {
    this.model = model;
    this.providers = new Providers(model);
  }

  /** The principal that a parameter asks for, signed in or not. */
  public Optional<TypeName> of(ParameterModel parameter) {
    return parameter.source() == ValueSource.PROVIDED
        ? record(parameter.value().type())
        : Optional.empty();
  }

  private Optional<TypeName> record(TypeModel type) {
    var plain = type instanceof TypeModel.OptionalOf(var element) ? element.type() : type;
    return plain instanceof TypeModel.RecordType(var name)
            && model.declared().principals().contains(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** Whether a provider says who sends a request. */
  public boolean isMadeBy(ProviderModel provider) {
    return model.declared().principals().stream()
        .anyMatch(each -> each.qualified().equals(provider.key().type()));
  }

  /** The principals that are compiled here, now or before. */
  public Stream<TypeName> here() {
    return model.declared().principals().stream()
        .filter(name -> model.find(name).filter(each -> each.origin().here()).isPresent());
  }

  /** The ids of all that are known, which have one. */
  public List<ComponentModel> ids() {
    return model.declared().principals().stream().flatMap(name -> id(name).stream()).toList();
  }

  /** The id of a principal, if it is one and has one. */
  public Optional<ComponentModel> id(TypeName principal) {
    return model.declared().principals().stream()
        .filter(principal::equals)
        .flatMap(name -> model.find(name).stream())
        .flatMap(each -> each.components().stream())
        .filter(each -> IDS.contains(each.role()))
        .findFirst();
  }

  /** The provider of the program's own by which a principal is signed in. */
  public Optional<ProviderModel> provider(TypeName principal) {
    return providers.of(KeyModel.of(principal.qualified()));
  }

  /** The principals that must be signed in before a route. */
  public Set<TypeName> needed(RouteModel route) {
    return asked(route, true);
  }

  /** The principals that a route asks for, and that may be absent. */
  public Set<TypeName> wanted(RouteModel route) {
    var wanted = asked(route, false);
    wanted.removeAll(needed(route));
    return wanted;
  }

  private Set<TypeName> asked(RouteModel route, boolean required) {
    var found = new LinkedHashSet<TypeName>();
    route.parameters().stream()
        .flatMap(this::behind)
        .filter(each -> each.required() == required)
        .forEach(each -> of(each).ifPresent(found::add));
    return found;
  }

  /** A parameter, with what those ask for that provide it; nothing of who makes a principal. */
  private Stream<ParameterModel> behind(ParameterModel parameter) {
    var inner =
        parameter.source() == ValueSource.PROVIDED
            ? providers.behind(parameter).stream()
                .filter(ProviderModel::requestScoped)
                .filter(each -> !isMadeBy(each))
                .flatMap(each -> each.parameters().stream())
            : Stream.<ParameterModel>of();
    return Stream.concat(Stream.of(parameter), inner);
  }
}
