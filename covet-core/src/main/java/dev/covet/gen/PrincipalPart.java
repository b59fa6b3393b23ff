package dev.covet.gen;

import dev.covet.base.json.Codec;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record that says {@code @Principal}.
 *
 * @param type the record
 * @param id gives what its {@code @Id} holds, by which it owns rows; null if it has none
 * @param codec reads and writes all its components, as the claims of a token have them
 * @param own how the program signs it in by itself; null if plugins do
 * @param <P> the record
 */
public record PrincipalPart<P>(
    Class<P> type, @Nullable Function<P, Object> id, Codec<P> codec, @Nullable OwnSignIn<P> own) {}
