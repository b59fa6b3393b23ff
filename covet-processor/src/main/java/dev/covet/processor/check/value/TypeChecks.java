package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.JsonField;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for types: what JSON, a path, a query can hold, and what generated code can name. */
public final class TypeChecks {
  private static final Set<String> ASYNCHRONOUS =
      Set.of("CompletableFuture", "CompletionStage", "Future", "Mono", "Flux", "Uni", "Multi");

  private static final Set<String> OPTIONS =
      Set.of("OptionalInt", "OptionalLong", "OptionalDouble");

  /** What gives one value after the other, and is no Stream of records. */
  private static final Set<String> ONE_BY_ONE =
      Set.of(
          ("Iterator Iterable Collection Spliterator Stream" + " IntStream LongStream DoubleStream")
              .split(" "));

  private static final String ENDLESS =
      "A type that contains itself with ever more types has no codec.";

  private final CompilationModel model;
  private final InputTypeChecks inputs;

  public TypeChecks(CompilationModel model) {
    this.model = model;
    this.inputs = new InputTypeChecks(model, this);
  }

  public Stream<Finding> record(RecordModel record) {
    if (record.scalar()) return ValueClassChecks.of(record);
    if (record.name().instance().isPresent()) {
      return record.components().stream()
          .flatMap(this::component)
          .filter(each -> each.text().contains(ENDLESS));
    }
    if (!isCoded(record) && !model.declared().isSettings(record.name())) return Stream.of();
    var hidden = record.visible() ? Stream.<Finding>of() : Stream.of(hidden(record.name()));
    return Stream.concat(
        hidden,
        model.declared().isSettings(record.name())
            ? record.all().flatMap(SettingChecks::of)
            : Stream.concat(
                record.components().stream().flatMap(this::component),
                record.computed().stream()
                    .flatMap(each -> output(each.value().type(), each.where()))));
  }

  /**
   * Whether it has a codec, or some of its instances have; what is in their types is said there.
   */
  private boolean isCoded(RecordModel record) {
    return record.isGeneric()
        ? model.codecs().stream()
            .anyMatch(each -> each.instance().isPresent() && each.declared().equals(record.name()))
        : model.codecs().contains(record.name());
  }

  /** What is in a generic record: its own source may not be there to say it of. */
  private Stream<Finding> instance(TypeName name, Where where) {
    var components =
        model.find(name).stream()
            .filter(each ->
                name.instance().isPresent() && each.origin() == RecordModel.Origin.UNCHANGED)
            .flatMap(each -> each.components().stream())
            .map(each -> each.value().type())
            .filter(each -> each.record().flatMap(TypeName::instance).isEmpty())
            .flatMap(each -> json(each, where, false));
    return Stream.concat(arguments(name, where), components);
  }

  private Stream<Finding> arguments(TypeName name, Where where) {
    return name.instance().stream()
        .flatMap(each -> each.arguments().stream())
        .flatMap(each ->
            json(
                each.type() instanceof TypeModel.OptionalOf(var inner) ? inner.type() : each.type(),
                where,
                false));
  }

  static Finding hidden(TypeName name) {
    return new Finding(
        Code.HIDDEN,
        Where.of(name),
        name.simple() + " is private, so generated code cannot reach it.",
        "Remove private; package-private is enough.");
  }

  /** An Optional stands for a value or null; in a list, or in another, it would say no more. */
  private Stream<Finding> component(ComponentModel component) {
    return component.value().type() instanceof TypeModel.OptionalOf(var inner)
        ? Stream.concat(
            HeldChecks.optional(component).stream(), json(inner.type(), component.where(), false))
        : json(component.value().type(), component.where(), false);
  }

  public Stream<Finding> routes(RoutesModel routes) {
    return routes.routes().stream()
        .flatMap(route ->
            Stream.of(parameters(route), inputs.twice(route), result(route)).flatMap(each -> each));
  }

  private Stream<Finding> parameters(RouteModel route) {
    return route.parameters().stream()
        .filter(each -> isRead(route, each))
        .flatMap(each -> route.isGuard() ? inputs.apart(each) : inputs.of(each));
  }

  /** A GET reads no body, which is said of it instead. */
  private static boolean isRead(RouteModel route, ParameterModel parameter) {
    return !route.http().method().text().equals("GET") || !parameter.source().isBody();
  }

  /** What is made once for the app reads no request, which is said of it instead. */
  public Stream<Finding> provider(ProviderModel provider) {
    return provider.requestScoped()
        ? provider.parameters().stream().flatMap(inputs::apart)
        : Stream.of();
  }

  /** What a body can hold. */
  public Stream<Finding> body(TypeModel type, Where where) {
    return type instanceof TypeModel.OptionalOf(var inner)
        ? maybe(inner.type(), where)
        : json(type, where, true);
  }

  /** A body that may be missing; bytes are then just none. */
  private Stream<Finding> maybe(TypeModel type, Where where) {
    return type instanceof TypeModel.Bytes
        ? Stream.of(noCodec(new TypeModel.OptionalOf(ValueModel.of(type)), where))
        : json(type, where, false);
  }

  private Stream<Finding> result(RouteModel route) {
    return switch (route.result().bare()) {
      case ResultModel.Values(var flow, var each) when each.nullable() ->
          Stream.of(nullableElement(stream(flow, each.type()), route.where()));
      case ResultModel.Messages(var received, var sent)
          when received.nullable() || sent.nullable() ->
          Stream.of(nullableElement(socket(received.type(), sent.type()), route.where()));
      case ResultModel bare -> bare.types().stream().flatMap(each -> output(each, route.where()));
    };
  }

  private static TypeModel stream(ResultModel.Flow flow, TypeModel each) {
    var name = flow.type().substring(flow.type().lastIndexOf('.') + 1);
    return new TypeModel.Other(name + "<" + each.reference() + ">", flow.type());
  }

  private static TypeModel socket(TypeModel received, TypeModel sent) {
    return new TypeModel.Other(
        "Socket<%s, %s>".formatted(received.reference(), sent.reference()),
        ResultModel.Messages.SOCKET);
  }

  /** What goes out holds no secret by itself; a component that does is left out. */
  private Stream<Finding> output(TypeModel type, Where where) {
    return type.isSecret()
        ? Stream.of(
            new Finding(
                Code.NO_CODEC,
                where,
                shown(type) + " cannot be a response, since a Secret is never written.",
                "Return something else, or the String of value() if clients may see it."))
        : json(type, where, false);
  }

  /**
   * What JSON can hold.
   *
   * @param body whether it is all of a body, which may be bytes
   */
  Stream<Finding> json(TypeModel type, Where where, boolean body) {
    return switch (type) {
      case TypeModel.Scalar _,
          TypeModel.EnumType _,
          TypeModel.Coded _,
          TypeModel.Ready _,
          TypeModel.Unresolved _ ->
          Stream.of();
      case TypeModel.RecordType(var name) ->
          Stream.concat(foreign(name, where), instance(name, where));
      case TypeModel.SealedType(var name) ->
          Stream.concat(foreign(name, where), instance(name, where));
      case TypeModel.ValueClass(var name, var _, var _) -> foreign(name, where);
      case TypeModel.Changes(var of) -> Stream.concat(foreign(of, where), changes(of, where));
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _ -> parts(type, where);
      case TypeModel.Bytes _ -> Stream.of();
      case TypeModel.Upload _ -> Stream.of(InputTypeChecks.noUpload(where));
      case TypeModel.Stream _ -> body ? Stream.of() : Stream.of(noCodec(type, where));
      case TypeModel.OptionalOf _, TypeModel.Other _ -> Stream.of(noCodec(type, where));
    };
  }

  /** What a type holds must have a codec; where it has one and the whole has none, so it says. */
  private Stream<Finding> parts(TypeModel type, Where where) {
    var fault = HeldChecks.of(type, where);
    return fault.isPresent()
        ? fault.stream()
        : type.parts().stream().flatMap(each -> json(each.type(), where, false));
  }

  /** What was compiled elsewhere, without a codec. */
  Stream<Finding> foreign(TypeName name, Where where) {
    var origin =
        Optional.ofNullable(model.unions().get(name))
            .map(SealedModel::origin)
            .or(() -> model.find(name).map(RecordModel::origin));
    return origin.filter(each -> each == RecordModel.Origin.FOREIGN).stream()
        .map(_ ->
            new Finding(
                Code.NO_CODEC,
                where,
                name.simple() + " has no codec: none was generated where it was compiled.",
                "Put @Model on %s there and compile it with Covet, copy it into your sources, or provide its codec: @Provides static Codec<%s>."
                    .formatted(name, name.simple())));
  }

  /** Changes go by components, so each of them must be a field, and there must be one. */
  private Stream<Finding> changes(TypeName of, Where where) {
    return model.find(of).filter(each -> !JsonField.isChangeable(each, model)).stream()
        .map(record ->
            new Finding(
                Code.NO_CODEC,
                where,
                "Changes<%s> has no codec: %s."
                    .formatted(
                        of.simple(),
                        record.components().isEmpty()
                            ? "the record has no component"
                            : "the record flattens another"),
                "Use Changes of a record whose components are its fields."));
  }

  static Finding nullableElement(TypeModel type, Where where) {
    return new Finding(
        Code.NO_CODEC,
        where,
        shown(type) + " has no codec with @Nullable elements here: its elements are never null.",
        "Leave out what is not there.");
  }

  private Finding noCodec(TypeModel type, Where where) {
    return type instanceof TypeModel.Other(var source, var erased) && isGeneric(erased)
        ? generic(source, where)
        : new Finding(
            Code.NO_CODEC,
            where,
            shown(type) + " has no codec: Covet does not know what it is in JSON.",
            instead(type));
  }

  private boolean isGeneric(String record) {
    return model.unions().keySet().stream().anyMatch(each -> each.qualified().equals(record))
        || model.records().values().stream()
            .anyMatch(each -> each.isGeneric() && each.name().qualified().equals(record));
  }

  private static Finding generic(String source, Where where) {
    var isSaid = source.contains("<") && !source.contains("?");
    return new Finding(
        Code.NO_CODEC,
        where,
        isSaid ? ENDLESS : shown(source) + " has no codec: it does not name its type arguments.",
        isSaid
            ? "Let it contain itself with the same types."
            : "Name all of its types, none as \"?\".");
  }

  /** What a newcomer from another framework has to write for it. */
  private static String instead(TypeModel type) {
    var name = shown(type).replaceFirst("<.*", "");
    if (name.endsWith("Response") || name.endsWith("ResponseEntity")) {
      return "Return Reply of the value for a status or headers, or dev.covet.web.http.Response.";
    }
    if (ONE_BY_ONE.contains(name)) {
      return "Return a Stream of the values, which is written as it comes, or a List.";
    }
    if (OPTIONS.contains(name)) {
      return "Use Optional of the boxed type for a result, @Nullable for a component.";
    }
    return ASYNCHRONOUS.contains(name)
        ? "Return the value itself: a handler may wait for it, since its thread is a virtual one."
        : "Use a record, a List, Set or Map, an enum, JsonValue or a scalar;"
            + " @Nullable instead of Optional. Or provide its codec: @Provides static Codec<"
            + name
            + ">.";
  }

  /** A type as people call it, without packages. */
  public static String shown(TypeModel type) {
    return shown(type.source());
  }

  /** A type, as source has it, without packages. */
  public static String shown(String source) {
    return source.replaceAll("\\b(?:[a-z_]\\w*\\.)+", "");
  }
}
