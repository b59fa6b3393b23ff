package dev.covet.processor.model.data;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interface whose methods run the SQL that they say.
 *
 * @param visible whether generated code can name it
 * @param database the qualifier of the database that it reads; none for the app's own
 */
public record SqlModel(
    TypeName name, boolean visible, Optional<QualifierModel> database, List<Call> calls) {
  /** What the generated class is made with. */
  public static final String SESSION = "dev.covet.data.Session";

  /** Copies the list. */
  public SqlModel {
    calls = List.copyOf(calls);
  }

  /**
   * One method.
   *
   * @param name of the method
   * @param sql what its {@code @Sql} says; empty if it has none
   * @param isGeneric whether it has type parameters
   * @param returns its result, as Java code writes it
   */
  public record Call(
      String name,
      Optional<NamedSql> sql,
      boolean isGeneric,
      List<Given> parameters,
      String returns,
      Result result,
      Where where) {
    /** Copies the list. */
    public Call {
      parameters = List.copyOf(parameters);
    }

    /** A parameter by its name. */
    public Optional<Given> parameter(String parameter) {
      return parameters.stream().filter(each -> each.name().equals(parameter)).findFirst();
    }

    /** All types that it names. */
    public Stream<TypeModel> types() {
      return Stream.concat(
          parameters.stream().map(each -> each.value().type()),
          result.row().stream().map(ValueModel::type));
    }
  }

  /**
   * A parameter of a method.
   *
   * @param source its type, as Java code writes it
   */
  public record Given(String name, ValueModel value, String source, Where where) {
    /** The elements of several values, which stand in {@code in (:ids)}. */
    public Optional<ValueModel> several() {
      return value.type().isArray() ? Optional.empty() : value.type().several();
    }
  }

  /** What rows come in. */
  public enum Form {
    /** {@code void}. */
    NOTHING,
    /** The row itself. */
    ONE,
    /** {@code Optional}. */
    OPTIONAL,
    /** {@code List}. */
    LIST,
    /** {@code Stream}. */
    STREAM
  }

  /**
   * What a method returns.
   *
   * @param row what a row becomes; empty for {@code void}
   */
  public record Result(Form form, Optional<ValueModel> row) {
    /** Whether it can say how many rows were changed. */
    public boolean isNumber() {
      return form == Form.ONE
          && row.filter(each -> !each.nullable() && isNumber(each.type())).isPresent();
    }

    private static boolean isNumber(TypeModel type) {
      return type instanceof TypeModel.Scalar(var kind, var boxed)
          && !boxed
          && (kind == ScalarKind.LONG || kind == ScalarKind.INT || kind == ScalarKind.BOOLEAN);
    }
  }

  /** All types that it names. */
  public Stream<TypeModel> types() {
    return calls.stream().flatMap(Call::types);
  }
}
