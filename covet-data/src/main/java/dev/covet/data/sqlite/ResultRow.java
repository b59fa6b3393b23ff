package dev.covet.data.sqlite;

import dev.covet.data.sql.Row;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.UnreadableValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of a result that is read at the moment. Not thread-safe. */
record ResultRow(ResultSet rows) implements Row {
  @Override
  @SuppressWarnings("unchecked") // Storage reads what the type says
  public <V> @Nullable V get(int position, SqlType<V> type) {
    try {
      return (V) read(position + 1, type);
    } catch (SQLException error) {
      throw SqliteErrors.of(error);
    }
  }

  @Override
  public List<String> columns() {
    try {
      var about = rows.getMetaData();
      var names = new ArrayList<String>();
      for (var at = 1; at <= about.getColumnCount(); at++) names.add(about.getColumnLabel(at));
      return names;
    } catch (SQLException error) {
      throw SqliteErrors.of(error);
    }
  }

  private @Nullable Object read(int position, SqlType<?> type) throws SQLException {
    try {
      return Storage.read(rows, position, type);
    } catch (RuntimeException failure) { // also one of a record's own constructor
      throw UnreadableValue.of(type, rows.getObject(position), failure);
    }
  }
}
