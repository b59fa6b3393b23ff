package dev.covet.data;

import dev.covet.api.Changes.Shape;
import dev.covet.api.OnDelete;
import dev.covet.api.Problem;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.FormerNames;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowKey;
import dev.covet.data.table.ValueColumn;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table to be made and changed, and no more: it has no record.
 *
 * @param indexed gives the indexes over several of its columns, by their names
 */
record Planned(
    String table, List<Part> parts, FormerNames former, Function<Planned, List<IndexSpec>> indexed)
    implements Mapping<Object, Object> {

  /** A column without its place in the table. */
  record Part(
      String name,
      SqlType<?> type,
      UnaryOperator<ColumnSpec> spec,
      Schema schema,
      @Nullable String value) {
    private Part spec(UnaryOperator<ColumnSpec> next) {
      return new Part(name, type, it -> next.apply(spec.apply(it)), schema, value);
    }

    Part key() {
      return spec(ColumnSpec::key);
    }

    Part nullable() {
      return spec(ColumnSpec::nullable);
    }

    Part unique() {
      return spec(ColumnSpec::unique);
    }

    Part indexed() {
      return spec(ColumnSpec::indexed);
    }

    Part version() {
      return spec(ColumnSpec::version);
    }

    Part to(Supplier<Planned> target, OnDelete onDelete) {
      return spec(it -> it.references(target, onDelete));
    }

    Part limited(Schema other) {
      return new Part(name, type, spec, other, value);
    }

    Part or(String json) {
      return new Part(name, type, spec, schema, json);
    }

    private Column<Object, ?> at(int index) {
      return column(type, spec.apply(ColumnSpec.of(index, name, name)));
    }

    private static <V> Column<Object, V> column(SqlType<V> type, ColumnSpec spec) {
      return new ValueColumn<>(NOTHING, spec, type);
    }

    private Property property() {
      return new Property(
          name,
          schema,
          true,
          false,
          false,
          false,
          false,
          Property.of(name, schema).remarks(),
          value);
    }
  }

  private static final Shape<Object> NOTHING =
      new Shape<>() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public @Nullable Object[] values(Object value) {
          return new @Nullable Object[0];
        }

        @Override
        public Object make(@Nullable Object[] values) {
          return this;
        }

        @Override
        public List<Problem> check(Object value) {
          return List.of();
        }
      };

  static Part part(String name, SqlType<?> type) {
    return new Part(name, type, spec -> spec, Schema.of(Kind.STRING), null);
  }

  static Part id() {
    return part("id", SqlType.LONG).key();
  }

  static Planned table(String name, Part... parts) {
    return new Planned(name, List.of(parts), FormerNames.NONE, _ -> List.of());
  }

  Planned was(String former) {
    return new Planned(table, parts, new FormerNames(former, Map.of()), indexed);
  }

  Planned was(String former, Map<String, String> columns) {
    return new Planned(table, parts, new FormerNames(former, columns), indexed);
  }

  Planned index(boolean isUnique, String... names) {
    return new Planned(
        table,
        parts,
        former,
        planned ->
            List.of(
                new IndexSpec(
                    isUnique, List.of(names).stream().map(planned::column).toList(), null)));
  }

  private Column<?, ?> column(String name) {
    return columns().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public String entity() {
    return table;
  }

  @Override
  public Shape<Object> shape() {
    return NOTHING;
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of(
        table, table, parts.stream().map(Part::property).toArray(Property[]::new));
  }

  @Override
  public List<Column<Object, ?>> columns() {
    var columns = new ArrayList<Column<Object, ?>>();
    for (var part : parts) columns.add(part.at(columns.size()));
    return columns;
  }

  @Override
  public List<IndexSpec> indexes() {
    return indexed.apply(this);
  }

  @Override
  @SuppressWarnings("unchecked") // its keys are never looked at
  public RowKey<Object, Object> key() {
    var keys = columns().stream().filter(it -> it.spec().isKey()).toList();
    return keys.size() == 1
        ? (RowKey<Object, Object>) keys.getFirst()
        : new CompositeKey<>(keys, List::of);
  }
}
