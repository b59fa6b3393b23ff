package dev.covet.app.contract;

import dev.covet.app.caller.Callers;
import dev.covet.app.generated.FormatBody;
import dev.covet.base.json.Codec;
import dev.covet.gen.Indexes;
import dev.covet.schema.CallerAccess;
import dev.covet.schema.Schema;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.docs.AppForms;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorBody;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codecs and the error formats of an app.
 *
 * @param callers who may send requests to it
 * @param format how its errors look, unless they look as usual
 * @param inner those of the apps in it
 */
public record KnownForms(
    Indexes indexes, Callers callers, Optional<FormatBody<?>> format, List<AppForms> inner)
    implements AppForms {
  /** Copies the lists. */
  public KnownForms {
    inner = List.copyOf(inner);
  }

  @Override
  public @Nullable Codec<?> input(String type) {
    var part = indexes.codec(type);
    return part == null ? null : part.input();
  }

  @Override
  public @Nullable Codec<?> output(String type) {
    var part = indexes.codec(type);
    return part == null ? null : part.output();
  }

  @Override
  public List<List<SecurityScheme>> signIns(CallerAccess rule) {
    var nested = inner.stream().flatMap(each -> each.signIns(rule).stream());
    return Stream.concat(callers.signIns(rule).stream(), nested).distinct().toList();
  }

  @Override
  public @Nullable ErrorBody errors(@Nullable Schema body) {
    if (body == null) return new Envelope();
    if (format.isPresent() && format.get().schema().equals(body)) return format.get();
    return inner.stream()
        .map(each -> each.errors(body))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
