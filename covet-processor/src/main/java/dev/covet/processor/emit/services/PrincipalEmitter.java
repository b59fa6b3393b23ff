package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code MePrincipal}: what an app must know of who sends a request. */
public record PrincipalEmitter(CompilationModel model, RecordModel record) {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s {
        /** Its id, its codec and what signs it in. */
        public static final `dev.covet.gen.PrincipalPart`<%3$s> PART =
            new `dev.covet.gen.PrincipalPart`<>(
                %3$s.class, %4$s, %5$s.STORED, %6$s);

        private %2$s() {}
      }
      """;

  private static final Set<ComponentModel.Role> IDS =
      Set.of(ComponentModel.Role.ID, ComponentModel.Role.KEY);

  /** The class. */
  public GeneratedSource emit() {
    var name = record.name().generated("Principal");
    var type = JavaCode.type(record.name());
    var provider = new Principals(model).provider(record.name());
    var comment = "What an app knows of {@link " + type + "}, who sends requests.";
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(comment, record.name(), record),
            name.nested(),
            type,
            id().map(each -> type + "::" + each).orElse("null"),
            JavaCode.type(record.name().generated("Codec")),
            provider.map(this::own).orElse("null"));
    return SourceText.of(name, model).finish(body, List.of(record.name().qualified()));
  }

  private Optional<String> id() {
    return record.components().stream()
        .filter(each -> IDS.contains(each.role()))
        .map(ComponentModel::name)
        .findFirst();
  }

  /** The provider of the program's own, with the credentials that it reads. */
  private String own(ProviderModel provider) {
    var schemes =
        provider.parameters().stream()
            .filter(each -> each.source().isText())
            .map(PrincipalEmitter::scheme)
            .collect(Collectors.joining(", "));
    return "new `dev.covet.gen.OwnSignIn`<>(%s, `java.util.List`.of(%s))"
        .formatted(new Services(model).constant(provider), schemes);
  }

  /** Documents know it by the name that clients send it by, and by its place but for a header. */
  private static String scheme(ParameterModel credential) {
    var in = credential.source().name().toLowerCase(Locale.ROOT);
    var name = credential.wireName();
    return "`dev.covet.web.auth.SecurityScheme`.apiKey(%s, %s, %s)"
        .formatted(
            Literals.string(in.equals("header") ? name : name + "-" + in),
            Literals.string(in),
            Literals.string(name));
  }
}
