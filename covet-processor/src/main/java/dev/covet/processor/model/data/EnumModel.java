package dev.covet.processor.model.data;

import dev.covet.processor.model.type.TypeName;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Optional;

/**
 * An enum that is data.
 *
 * @param remarks what its comment says; deprecated if a constant is
 */
public record EnumModel(
    TypeName name,
    RecordModel.Origin origin,
    List<Constant> constants,
    boolean visible,
    Remarks remarks) {
  /** Copies the list. */
  public EnumModel {
    constants = List.copyOf(constants);
  }

  /**
   * A constant.
   *
   * @param jsonName its name on the wire; differs where the enum says {@code @Naming}, or it says
   *     {@code @Name} itself
   */
  public record Constant(String name, String jsonName) {
    /** The one of several that has this name for clients. */
    public static Optional<Constant> of(List<Constant> all, String text) {
      return all.stream().filter(each -> each.jsonName().equals(text)).findFirst();
    }
  }
}
