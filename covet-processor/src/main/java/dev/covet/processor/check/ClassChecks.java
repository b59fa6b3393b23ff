package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.Made.Kind;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for the names of generated classes: those of nested types join with an underscore, and none
 * is that of a type from which something else is generated.
 */
final class ClassChecks {
  private ClassChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var made = made(model).toList();
    var byName = made.stream().collect(Collectors.toMap(Made::generated, Made::type, (a, _) -> a));
    Map<TypeName, TypeName> first = new HashMap<>();
    return made.stream()
        .map(Made::type)
        .distinct()
        .sorted()
        .flatMap(type -> {
          var other = first.putIfAbsent(type.generated(""), type);
          return Stream.concat(
              Stream.ofNullable(other).map(each -> same(type, each)),
              Stream.ofNullable(byName.get(type)).map(each -> taken(type, each)));
        });
  }

  private static Stream<Made> made(CompilationModel model) {
    var declared = model.declared();
    return Stream.of(
            of(Kind.CODEC, model.codecs().stream()),
            of(
                Kind.ENUM,
                model.enums().values().stream()
                    .filter(each -> each.origin().here())
                    .map(EnumModel::name)),
            declared.called().flatMap(each -> of(each.kind(), Stream.of(each.name()))),
            of(
                Kind.CLIENT,
                declared.routes().stream()
                    .filter(each -> each.kind() == Kind.ROUTES)
                    .map(RoutesModel::name)),
            of(Kind.WEBHOOK, declared.webhooks().map(ClientModel::name)),
            of(Kind.TABLE, declared.tables().stream()),
            of(Kind.PROJECTION, declared.projections().stream().map(ProjectionModel::name)),
            of(Kind.FIELDS, declared.changes().stream()),
            declared.providers().stream().flatMap(each -> of(kind(each), Stream.of(each.owner()))),
            declared.providers().stream()
                .flatMap(each -> each.codedType().stream())
                .flatMap(each -> of(Kind.GIVEN, Stream.of(each.owner()))),
            of(Kind.SETTINGS, declared.settings().stream()),
            of(Kind.ERROR, declared.errors().stream().map(ErrorModel::name)),
            of(Kind.SQL, declared.sqls().stream().map(SqlModel::name)),
            of(Kind.LITERAL, declared.literals().map(QualifierModel.Declared::name)))
        .flatMap(each -> each);
  }

  private static Stream<Made> of(Kind kind, Stream<TypeName> types) {
    return types.map(each -> new Made(kind, each, new TreeMap<>()));
  }

  private static Kind kind(ProviderModel provider) {
    return provider.method().isPresent() ? Kind.PROVIDERS : Kind.PROVIDER;
  }

  private static Finding same(TypeName type, TypeName other) {
    return new Finding(
        Code.SAME_CLASS,
        Where.of(type),
        "What is generated for %s would be called like that for %s: %s..."
            .formatted(type.nested(), other.nested(), type.generated("").nested()),
        "Give one of them another name.");
  }

  private static Finding taken(TypeName type, TypeName from) {
    return new Finding(
        Code.SAME_CLASS,
        Where.of(type),
        "%s has the name of a class that is generated for %s."
            .formatted(type.nested(), from.nested()),
        "Give one of them another name.");
  }
}
