package dev.covet.processor.model.data;

import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * A sealed interface of records that is data.
 *
 * @param origin where it is compiled, which decides whether code is made for it
 * @param discriminator name of the field that says in JSON which record it is
 * @param leaves the records, also those of sealed interfaces within it, in the order of the source
 * @param others what implements it and is no record
 * @param visible whether generated code in its package may name it
 */
public record SealedModel(
    TypeName name,
    RecordModel.Origin origin,
    String discriminator,
    List<Leaf> leaves,
    List<TypeName> others,
    boolean visible,
    Doc doc) {
  /** Copies the lists. */
  public SealedModel {
    leaves = List.copyOf(leaves);
    others = List.copyOf(others);
  }

  /** This with fewer records: those of which nothing can be written are among the others. */
  public SealedModel with(List<Leaf> some) {
    var left = new ArrayList<>(others);
    leaves.stream().filter(each -> !some.contains(each)).map(Leaf::record).forEach(left::add);
    return new SealedModel(name, origin, discriminator, some, left, visible, doc);
  }

  /**
   * One of its records.
   *
   * @param tags what the discriminator says: the first is written, all are read
   */
  public record Leaf(TypeName record, List<String> tags) {
    /** Copies the list. */
    public Leaf {
      tags = List.copyOf(tags);
    }

    /** What is written. */
    public String tag() {
      return tags.getFirst();
    }
  }
}
