package dev.covet.processor.model;

import java.util.List;

/** An enum that is data. */
public record EnumModel(
    TypeName name, RecordModel.Origin origin, List<Constant> constants, boolean visible, Doc doc) {
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
  public record Constant(String name, String jsonName) {}
}
