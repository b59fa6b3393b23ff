package dev.covet.processor.model.data;

import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record that is data.
 *
 * @param origin where it is compiled, which decides whether code is made for it
 * @param isGeneric whether it has type parameters, so that only its instances have codecs
 * @param computed methods with {@code @ReadOnly}: fields of answers alone
 * @param rules methods with {@code @AssertTrue}
 * @param strict whether unknown fields are refused
 * @param scalar whether it is to be what its only component is
 * @param visible whether generated code in its package may name it
 * @param remarks what its comment says; examples as the source has them
 */
public record RecordModel(
    TypeName name,
    Origin origin,
    boolean isGeneric,
    List<ComponentModel> components,
    List<ComponentModel> computed,
    List<RuleModel> rules,
    boolean strict,
    boolean scalar,
    boolean visible,
    Remarks remarks) {
  /** Copies the lists. */
  public RecordModel {
    components = List.copyOf(components);
    computed = List.copyOf(computed);
    rules = List.copyOf(rules);
  }

  /** Where a record, or an enum, is compiled. */
  public enum Origin {
    /** In this run of the compiler. */
    SOURCE,
    /** In an earlier run, into the same folder. */
    UNCHANGED,
    /** Elsewhere; what is generated for it lies there, too. */
    ELSEWHERE,
    /** Elsewhere, without Covet: nothing is generated for it. */
    FOREIGN;

    /** Whether it is compiled into this folder, now or before. */
    public boolean here() {
      return this == SOURCE || this == UNCHANGED;
    }
  }

  /** Whether it is what its only component is, as it says. */
  public boolean isValueClass() {
    return scalar
        && !isGeneric
        && components.size() == 1
        && components.getFirst().value().type() instanceof TypeModel.Scalar
        && !components.getFirst().value().nullable();
  }

  /** Its component of a name. */
  public Optional<ComponentModel> component(String name) {
    return components.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Its components, and what its methods say. */
  public Stream<ComponentModel> all() {
    return Stream.concat(components.stream(), computed.stream());
  }

  /** Whether what names it, or its components, may name what is deprecated. */
  public boolean hasDeprecated() {
    return remarks.deprecated() || all().anyMatch(each -> each.remarks().deprecated());
  }

  /** The place of its declaration. */
  public Where where() {
    return Where.of(name);
  }
}
