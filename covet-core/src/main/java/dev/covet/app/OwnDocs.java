package dev.covet.app;

import dev.covet.base.config.Config;
import dev.covet.gen.Indexes;
import dev.covet.schema.CallerAccess;
import dev.covet.web.docs.Docs;
import java.util.List;
import java.util.Optional;

/** How the documents of an app look: as its author says, else as its first package says. */
record OwnDocs(Outline outline, Config config, Indexes indexes) {
  /** The documents of one start; none for an app in another, whose are those of that. */
  static Docs of(Outline outline, Config config, Indexes indexes, boolean isMounted) {
    var docs = new OwnDocs(outline, config, indexes).docs();
    return isMounted ? Docs.off() : docs;
  }

  private Docs docs() {
    var docs = outline.last(Piece.Documented.class).map(Piece.Documented::docs);
    return rule(config).isEmpty()
        ? Docs.off()
        : described(docs.orElseGet(() -> Docs.title(title())));
  }

  /** Who may read the pages of the documents; nothing if there are none. */
  static Optional<CallerAccess> rule(Config config) {
    return config
        .setting("DOCS")
        .orElse("public")
        .asChoice(
            List.of("public", "authenticated", "off"),
            List.of(
                Optional.of(CallerAccess.PUBLIC),
                Optional.of(CallerAccess.SIGNED_IN),
                Optional.empty()));
  }

  /** With the Javadoc of the package of what was added first, unless they have a description. */
  private Docs described(Docs docs) {
    if (!docs.description().isEmpty()) return docs;
    return outline.types().stream()
        .limit(1)
        .flatMap(type ->
            indexes.of(List.of(type)).stream().map(index -> index.text(type.getPackageName())))
        .map(docs::description)
        .findFirst()
        .orElse(docs);
  }

  /** The package of what was added first: {@code Heroes} of {@code com.example.heroes.Heroes}. */
  private String title() {
    var name = outline.types().stream().findFirst().map(Class::getPackageName).orElse("");
    var last = name.substring(name.lastIndexOf('.') + 1);
    return last.isEmpty() ? "API" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
  }
}
