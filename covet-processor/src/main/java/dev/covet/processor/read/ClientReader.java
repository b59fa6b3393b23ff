package dev.covet.processor.read;

import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.ClientModel.Fault;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads interfaces whose methods call another service. */
record ClientReader(Declarations declarations, RoutesReader routes) {
  /** The class that is generated for one, made once for the app. */
  static ProviderModel provider(TypeElement type) {
    var name = Declarations.name(type);
    var given = type.getQualifiedName().toString();
    return new ProviderModel(
        name,
        Optional.empty(),
        KeyModel.of(given),
        given,
        false,
        false,
        List.of(),
        List.of(),
        Where.of(name),
        Optional.of(name.generated("Calls")));
  }

  /** What one says, if a type is one; of its methods those with which nothing is wrong. */
  Optional<ClientModel> read(TypeElement type) {
    if (!declarations.kinds().isClient(type)) return Optional.empty();
    var wrong = new Uncallables(declarations).of(type);
    var isWebhook = declarations.kinds().isWebhook(type);
    var all = routes.calls(type, isWebhook);
    return Optional.of(
        new ClientModel(
            all.callable(wrong),
            isWebhook,
            declarations.notes(type).text("Client").orElse(""),
            Declarations.visible(type) && wrong.isEmpty(),
            declarations.exists(ClientModel.CALLER),
            faults(type).toList()));
  }

  private Stream<Fault> faults(TypeElement type) {
    return type.getTypeParameters().isEmpty()
        ? ElementFilter.methodsIn(declarations.elements().getAllMembers(type)).stream()
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .flatMap(each -> open(type, each).stream())
        : Stream.of(
            fault(type, "has type parameters.", "Write an interface for each type that it is of."));
  }

  private static Fault fault(TypeElement type, String wrong, String right) {
    var name = Declarations.name(type);
    return new Fault(name.simple() + " " + wrong, right, Where.of(name).at(Notes.API + "Client"));
  }

  private Optional<Fault> open(TypeElement type, ExecutableElement method) {
    var called = method.getSimpleName() + "(...)";
    if (!type.equals(method.getEnclosingElement())) {
      return Optional.of(
          fault(
              type,
              "does not inherit " + called + ": calls are not inherited.",
              "Write the method in the interface itself."));
    }
    return declarations.notes(method).isRoute()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                called + " does not say what it calls.",
                "Put @Get, @Post, @Put, @Patch or @Delete on it, or make it a default method.",
                Declarations.where(method)));
  }
}
