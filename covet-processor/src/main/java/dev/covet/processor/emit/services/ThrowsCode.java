package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.service.ThrownModel;
import java.util.List;

/** Writes the block that lets checked exceptions through a method that declares none. */
public final class ThrowsCode {
  private ThrowsCode() {}

  /** The statements, in a block that rethrows what is checked; as they are if nothing is. */
  public static String around(String statements, List<ThrownModel> thrown) {
    var checked = thrown.stream().filter(each -> each.kind() == ThrownModel.Kind.CHECKED).toList();
    if (checked.isEmpty()) return statements;
    var all =
        checked.stream().anyMatch(each -> each.type().qualified().equals("java.lang.Throwable"));
    var only = checked.size() == 1 && checked.getFirst().visible();
    var one = only ? JavaCode.type(checked.getFirst().type()) : "`java.lang.Exception`";
    return Template.fill(
        """
        try {
          %s
        } catch (%s e) {
          throw `dev.covet.gen.Checked`.rethrow(e);
        }
        """,
        statements, all ? "`java.lang.Throwable`" : one);
  }
}
