package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules for the names of headers and cookies: tokens (RFC 9110, 5.6.2), or no client sends them.
 */
record NameChecks(CompilationModel model) {
  private static final Set<ValueSource> TOKENS = Set.of(ValueSource.HEADER, ValueSource.COOKIE);
  private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

  Stream<Finding> findings() {
    return Stream.concat(
            model.declared().called().flatMap(RoutesModel::read),
            model.declared().providers().stream().flatMap(each -> each.parameters().stream()))
        .flatMap(this::of);
  }

  private Stream<Finding> of(ParameterModel parameter) {
    var source = parameter.source();
    if (source.groups() && parameter.value().type() instanceof TypeModel.RecordType(var name)) {
      return group(name, source, Set.of());
    }
    var names = Stream.concat(Stream.of(parameter.wireName()), parameter.aliases().stream());
    return names(source, names.toList(), parameter.where());
  }

  private Stream<Finding> group(TypeName name, ValueSource source, Set<TypeName> around) {
    var inside = new HashSet<>(around);
    return inside.add(name)
        ? model.find(name).stream()
            .flatMap(each -> each.components().stream())
            .flatMap(each -> component(each, each.source().orElse(source), inside))
        : Stream.of();
  }

  private Stream<Finding> component(
      ComponentModel component, ValueSource source, Set<TypeName> around) {
    return component.value().type() instanceof TypeModel.RecordType(var inner)
        ? group(inner, source, around)
        : names(
            source,
            source == ValueSource.HEADER ? List.of(component.header()) : component.names(),
            component.where());
  }

  private static Stream<Finding> names(ValueSource source, List<String> names, Where where) {
    return names.stream()
        .filter(each -> TOKENS.contains(source) && !TOKEN.matcher(each).matches())
        .map(each ->
            new Finding(
                Code.SENT_NAME,
                where,
                "No %s is called \"%s\".".formatted(source.word(), each),
                "Give it a name of letters, digits, '-' and '_' by @%s or @Name."
                    .formatted(source.annotation())));
  }
}
