package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.Template;
import java.util.ArrayList;
import java.util.function.IntFunction;

/** Writes the choice between methods that each go over a group of fields. */
final class Groups {
  private Groups() {}

  /**
   * A switch over the groups.
   *
   * @param position the variable that holds a field's position
   * @param call what is done for a group
   */
  static String choose(String position, int groups, IntFunction<String> call) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < groups; i++) {
      var label = i == groups - 1 ? "default" : "case " + i;
      lines.add(label + " -> " + call.apply(i));
    }
    return Template.fill(
        "switch (%s / %s) {\n  %s\n}", position, CodecParts.GROUP, Template.lines(lines));
  }
}
