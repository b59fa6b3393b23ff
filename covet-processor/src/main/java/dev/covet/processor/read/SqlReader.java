package dev.covet.processor.read;

import dev.covet.processor.model.data.NamedSql;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.SqlModel.Form;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads interfaces whose methods say the SQL that they run. */
record SqlReader(Declarations declarations, TypeReader types) {
  /** The class that is generated for one, and made with the session of each request. */
  static ProviderModel provider(Declarations declarations, TypeElement type) {
    var name = Declarations.name(type);
    var where = Where.of(name);
    var given = type.getQualifiedName().toString();
    return new ProviderModel(
        name,
        Optional.empty(),
        KeyModel.of(given),
        given,
        true,
        false,
        List.of(
            new ParameterModel(
                "db",
                "db",
                List.of(),
                ValueSource.PROVIDED,
                false,
                ValueModel.of(new TypeModel.Other(SqlModel.SESSION, SqlModel.SESSION)),
                new DefaultModel.None(),
                session(Qualifiers.of(declarations.notes(type))),
                Remarks.NONE,
                where)),
        List.of(),
        where,
        Optional.of(name.generated("Calls")));
  }

  private static KeyModel session(Optional<QualifierModel> database) {
    var name = database.map(by -> ".as(" + by.annotation().simple() + ".class)").orElse("");
    return new KeyModel(SqlModel.SESSION, database, "install Database.url(...)" + name);
  }

  /** What one says, if a type is one. */
  Optional<SqlModel> read(TypeElement type) {
    return declarations.kinds().isSql(type)
        ? Optional.of(
            new SqlModel(
                Declarations.name(type),
                Declarations.visible(type),
                Qualifiers.of(declarations.notes(type)),
                declarations.kinds().open(type).map(each -> call(type, each)).toList()))
        : Optional.empty();
  }

  /** What is inherited of other sources is told at the interface that inherits it. */
  private SqlModel.Call call(TypeElement owner, ExecutableElement method) {
    var isOwn = owner.equals(method.getEnclosingElement());
    var where = isOwn ? Declarations.where(method) : Where.of(Declarations.name(owner));
    var seen =
        (ExecutableType) declarations.types().asMemberOf((DeclaredType) owner.asType(), method);
    var parameters = method.getParameters();
    return new SqlModel.Call(
        method.getSimpleName().toString(),
        declarations.notes(method).text("Sql").map(NamedSql::of),
        !method.getTypeParameters().isEmpty() || !owner.getTypeParameters().isEmpty(),
        IntStream.range(0, parameters.size())
            .mapToObj(i -> given(parameters.get(i), seen.getParameterTypes().get(i), where))
            .toList(),
        declarations.plain(seen.getReturnType()),
        result(method, seen.getReturnType()),
        where);
  }

  /**
   * A parameter.
   *
   * @param type where type variables that the interface inherits stand for something
   */
  private SqlModel.Given given(VariableElement parameter, TypeMirror type, Where where) {
    var name = parameter.getSimpleName().toString();
    return new SqlModel.Given(
        name,
        types.value(type, List.of(parameter, type)),
        declarations.plain(type),
        where.parameter(name));
  }

  private SqlModel.Result result(ExecutableElement method, TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) return new SqlModel.Result(Form.NOTHING, Optional.empty());
    var value = types.value(type, List.of(method, type));
    return switch (value.type()) {
      case TypeModel.OptionalOf(var row) -> new SqlModel.Result(Form.OPTIONAL, Optional.of(row));
      case TypeModel.ListOf(var row) -> new SqlModel.Result(Form.LIST, Optional.of(row));
      case TypeModel.Other(var _, var erased)
          when erased.equals(ResultModel.Flow.STREAM.type())
              && type instanceof DeclaredType stream
              && !stream.getTypeArguments().isEmpty() ->
          new SqlModel.Result(Form.STREAM, Optional.of(types.argument(stream, 0)));
      default -> new SqlModel.Result(Form.ONE, Optional.of(value));
    };
  }
}
