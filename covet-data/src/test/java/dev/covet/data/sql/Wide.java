package dev.covet.data.sql;

import dev.covet.api.Changes.Shape;
import dev.covet.api.Problem;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.schema.ObjectSchema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of many columns, for as many different updates. */
final class Wide implements Mapping<Wide, Long> {
  static final int COLUMNS = 12;
  static final Wide WIDE = new Wide();

  private final LongColumn<Wide> id = new LongColumn<>(shape(), ColumnSpec.of(0, "id", "id").key());
  private final List<Column<Wide, ?>> columns =
      IntStream.range(0, COLUMNS).<Column<Wide, ?>>mapToObj(this::column).toList();

  private Wide() {}

  private Column<Wide, ?> column(int at) {
    return at == 0 ? id : new LongColumn<>(shape(), ColumnSpec.of(at, "c" + at, "c" + at));
  }

  @Override
  public String table() {
    return "wide";
  }

  @Override
  public String entity() {
    return "Wide";
  }

  @Override
  public Shape<Wide> shape() {
    return new NoShape();
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of("Wide", "wide.Wide");
  }

  @Override
  public List<Column<Wide, ?>> columns() {
    return columns;
  }

  @Override
  public Column<Wide, Long> key() {
    return id;
  }

  private record NoShape() implements Shape<Wide> {
    @Override
    public List<String> names() {
      return IntStream.range(0, COLUMNS).mapToObj(at -> at == 0 ? "id" : "c" + at).toList();
    }

    @Override
    public @Nullable Object[] values(Wide value) {
      return new @Nullable Object[COLUMNS];
    }

    @Override
    public Wide make(@Nullable Object[] values) {
      return WIDE;
    }

    @Override
    public List<Problem> check(Wide value) {
      return List.of();
    }
  }
}
