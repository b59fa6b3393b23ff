package dev.covet.processor.model;

import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.Optional;

/** The rows of tables that services and handlers ask for: {@code Repository<Hero, Long>}. */
public record Repositories(CompilationModel model) {
  /** Of covet-data. */
  public static final String TYPE = "dev.covet.data.Repository";

  /** Whether a parameter asks for rows, of whatever. */
  public static boolean isAsked(ParameterModel parameter) {
    return parameter.source() == ValueSource.PROVIDED
        && parameter.value().type() instanceof TypeModel.Other(var _, var erased)
        && erased.equals(TYPE);
  }

  /** The table whose rows a parameter asks for by their key. */
  public Optional<TableModel> table(ParameterModel parameter) {
    return isAsked(parameter)
        ? model.tables().values().stream()
            .filter(each -> key(each).filter(parameter.key().type()::equals).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /** The table whose rows a parameter asks for, maybe by another type than their key's. */
  public Optional<TableModel> named(ParameterModel parameter) {
    return model.tables().values().stream()
        .filter(each -> parameter.key().type().startsWith(beginning(each)))
        .findFirst();
  }

  private Optional<String> key(TableModel table) {
    return id(table).map(each -> beginning(table) + each.reference() + ">");
  }

  private static String beginning(TableModel table) {
    return TYPE + "<" + table.name().source() + ",";
  }

  /** The type of a table's key; empty for one of several columns, which no signature can name. */
  public Optional<TypeModel> id(TableModel table) {
    return table.hasCompositeKey()
        ? Optional.empty()
        : table.ids().stream()
            .findFirst()
            .flatMap(each -> model.component(table.name(), each.component()))
            .map(each -> each.value().type());
  }
}
