package dev.covet.processor.emit.index;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.Mark;
import dev.covet.processor.model.service.Made;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code dev.covet.index.heroes_Hero}: what other compilations are to know of a type. */
public final class MarkEmitter {
  private MarkEmitter() {}

  /** The class. */
  public static GeneratedSource emit(Mark mark) {
    var name = mark.carrier();
    var body =
        Template.fill(
            """
            /**
             * What was generated for a type, as other compilations see it.
             *
             * <p>Generated from {@code %1$s} by Covet (revision %2$s); do not edit.
             */
            @`dev.covet.gen.Indexed`(
                packageName = %3$s,
                name = %4$s,
                kinds = {%5$s},
                %6$shash = %7$s)
            public final class %8$s {
              private %8$s() {}
            }
            """,
            mark.type().qualified(),
            ClassComment.REVISION,
            Literals.string(mark.type().packageName()),
            Literals.string(mark.type().nested()),
            mark.kinds().stream()
                .sorted()
                .map(Made.Kind::name)
                .map(Literals::string)
                .collect(Collectors.joining(", ")),
            parameters(mark),
            Literals.string(mark.hash()),
            name.nested());
    return new SourceText(name, _ -> false).finish(body, List.of(mark.type().qualified()));
  }

  private static String parameters(Mark mark) {
    return mark.parameters().isEmpty()
        ? ""
        : mark.parameters().stream()
            .map(each -> Literals.string(String.join(",", each)))
            .collect(Collectors.joining(", ", "parameters = {", "},\n    "));
  }
}
