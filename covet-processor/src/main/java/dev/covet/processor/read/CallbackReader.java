package dev.covet.processor.read;

import dev.covet.processor.model.route.CallbackModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads what a route says that is called at an address which its requests name. */
final class CallbackReader {
  private final Declarations declarations;

  CallbackReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /** The callbacks of a method, at most one; of what the compiler does not find, none. */
  List<CallbackModel> of(ExecutableElement method) {
    var notes = declarations.notes(method);
    var where = Declarations.where(method).at(Notes.API + "Callback");
    var at = notes.text("Callback", "at").orElse("");
    return notes.list(Notes.API + "Callback", "value").stream()
        .map(named ->
            Notes.element(named)
                .map(type -> of(type, at, where))
                .orElseGet(() ->
                    new CallbackModel(new TypeName("", named.toString()), false, false, at, where)))
        .toList();
  }

  private CallbackModel of(TypeElement type, String at, Where where) {
    var name = Declarations.name(type);
    return new CallbackModel(name, isWebhook(type), declarations.isSource(type), at, where);
  }

  private boolean isWebhook(TypeElement type) {
    var part = Made.Kind.WEBHOOK.of(Declarations.name(type));
    return declarations.kinds().isWebhook(type)
        && (declarations.isSource(type) || declarations.exists(part));
  }
}
