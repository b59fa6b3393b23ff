package dev.covet.processor.check.table;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.SqlFault;
import java.util.stream.Stream;

/** Rules for methods that say the SQL that they run. */
public final class SqlChecks {
  private SqlChecks() {}

  public static Stream<Finding> of(CompilationModel model) {
    return model.declared().sqls().stream()
        .flatMap(
            sql -> sql.calls().stream().flatMap(each -> SqlFault.of(model, sql, each).stream()))
        .map(each -> new Finding(Code.SQL, each.where(), each.wrong(), each.right()));
  }
}
