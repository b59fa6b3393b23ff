package dev.covet.processor.check.table;

import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Repositories;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for who asks for a repository: its rows are those of a table, found by the table's key. */
public final class RepositoryChecks {
  private final Repositories repositories;

  public RepositoryChecks(CompilationModel model) {
    this.repositories = new Repositories(model);
  }

  /** Whether it is made for each request, over the session of that. */
  public boolean isOfRequest(ParameterModel parameter) {
    return repositories.table(parameter).isPresent();
  }

  /** What is wrong with a parameter that nobody in the project provides. */
  public Stream<Finding> nobody(ParameterModel parameter) {
    if (repositories.table(parameter).isPresent()) return Stream.of();
    return Stream.of(
        repositories
            .named(parameter)
            .map(table -> otherKey(parameter, table, repositories.id(table)))
            .orElseGet(() -> noTable(parameter)));
  }

  private static Finding noTable(ParameterModel parameter) {
    return new Finding(
        Code.NO_PROVIDER,
        parameter.where(),
        "\"%s\" asks for the rows of what is not a table.".formatted(parameter.name()),
        "Write Repository<Hero, Long>, where Hero is a record with @Table and Long its @Id.");
  }

  private static Finding otherKey(
      ParameterModel parameter, TableModel table, Optional<TypeModel> id) {
    var name = table.name().nested();
    return id.map(each ->
            new Finding(
                Code.NO_PROVIDER,
                parameter.where(),
                "\"%s\" asks for rows of %s by another type than their @Id."
                    .formatted(parameter.name(), name),
                "Write Repository<%s, %s>.".formatted(name, TypeChecks.shown(boxed(each)))))
        .orElseGet(() -> severalColumns(parameter, name));
  }

  private static TypeModel boxed(TypeModel type) {
    return type instanceof TypeModel.Scalar(var kind, var _)
        ? new TypeModel.Scalar(kind, true)
        : type;
  }

  private static Finding severalColumns(ParameterModel parameter, String table) {
    return new Finding(
        Code.NO_PROVIDER,
        parameter.where(),
        "\"%s\" asks for rows of %s, whose key of several columns no signature can name."
            .formatted(parameter.name(), table),
        "Take a Session, and make the repository in the body: Repository.of(..., db).");
  }
}
