package dev.covet.processor.model.service;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.Optional;

/**
 * How the app gets a service: a static method with {@code @Provides}, or the constructor of a class
 * with it; a middleware is provided by its constructor without saying so, and an interface of SQL
 * by the class that is generated for it.
 *
 * @param owner the class in which method or constructor stand
 * @param method name of the static method; empty for the constructor
 * @param typeSource type that it gives, as Java code writes it
 * @param requestScoped whether it is made for each request, not once for an app
 * @param middleware whether it is a middleware, which an app or {@code @Use} may name
 * @param making the generated class that is made, where the owner is an interface of SQL, or a
 *     class whose calls are protected
 */
public record ProviderModel(
    TypeName owner,
    Optional<String> method,
    KeyModel key,
    String typeSource,
    boolean requestScoped,
    boolean middleware,
    List<ParameterModel> parameters,
    List<ThrownModel> thrown,
    Where where,
    Optional<TypeName> making) {
  private static final String CODEC = "dev.covet.base.json.Codec<";

  /** Copies the lists. */
  public ProviderModel {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }

  /** The parameter by which it reads the qualifier of whoever asks, so that it gives many. */
  public Optional<ParameterModel> reads() {
    return parameters.stream().filter(each -> each.source() == ValueSource.QUALIFIER).findFirst();
  }

  /** The type of which it gives the codec, if it does. */
  public Optional<String> coded() {
    return method.isPresent() && key.type().startsWith(CODEC) && key.type().endsWith(">")
        ? Optional.of(key.type().substring(CODEC.length(), key.type().length() - 1))
        : Optional.empty();
  }

  /** The same as a type of values, which generated code asks for. */
  public Optional<TypeModel.Coded> codedType() {
    return coded()
        .filter(_ -> parameters.isEmpty() && !requestScoped && key.qualifier().isEmpty())
        .map(type -> new TypeModel.Coded(type, owner, method.orElse("")));
  }

  /** Whether it gives what the key names. */
  public boolean gives(KeyModel asked) {
    return reads()
        .map(each ->
            key.type().equals(asked.type())
                && asked.qualifier().filter(by -> isOf(by, each)).isPresent())
        .orElseGet(() -> key.same(asked));
  }

  /** Whether it gives what another gives, too. */
  public boolean same(ProviderModel other) {
    return key.same(other.key)
        && reads()
            .map(each -> each.key().type())
            .equals(other.reads().map(each -> each.key().type()));
  }

  private static boolean isOf(QualifierModel by, ParameterModel parameter) {
    return by.annotation().qualified().equals(parameter.key().type());
  }
}
