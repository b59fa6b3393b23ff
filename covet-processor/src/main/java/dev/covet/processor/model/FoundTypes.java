package dev.covet.processor.model;

import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which records, enums and constraints of the program's own a type leads to, however deep. */
public record FoundTypes(CompilationModel model) {
  /** A type and all that its components lead to. */
  public NavigableSet<TypeName> behind(TypeName type) {
    var found = new TreeSet<TypeName>();
    collect(type, found);
    return Collections.unmodifiableNavigableSet(found);
  }

  /** All that a value leads to. */
  public NavigableSet<TypeName> behind(ValueModel value) {
    var found = new TreeSet<TypeName>();
    collect(value, found);
    return Collections.unmodifiableNavigableSet(found);
  }

  private void collect(TypeName type, NavigableSet<TypeName> found) {
    if (found.add(type)) {
      type.instance()
          .ifPresent(each -> {
            collect(each.record(), found);
            each.arguments().forEach(argument -> collect(argument.type(), found));
          });
      model.leaves(type).forEach(each -> collect(each.record(), found));
      model
          .find(type)
          .ifPresent(record -> {
            record.components().forEach(each -> collect(each.value(), found));
            record.computed().forEach(each -> collect(each.value(), found));
          });
    }
  }

  private void collect(ValueModel value, NavigableSet<TypeName> found) {
    value.constraints().stream()
        .flatMap(ConstraintModel::own)
        .forEach(each -> found.add(each.annotation()));
    collect(value.type(), found);
  }

  private void collect(TypeModel type, NavigableSet<TypeName> found) {
    switch (type) {
      case TypeModel.RecordType(var name) -> collect(name, found);
      case TypeModel.Coded coded when coded.isSort() -> collect(coded.owner(), found);
      case TypeModel.Coded coded -> found.add(coded.owner());
      case TypeModel.SealedType(var name) -> collect(name, found);
      case TypeModel.EnumType(var name, var _) -> collect(name, found);
      case TypeModel.ValueClass(var name, var _, var _) -> collect(name, found);
      case TypeModel.Changes(var of) -> collect(of, found);
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ ->
          type.parts().forEach(each -> collect(each, found));
      case TypeModel.Scalar _,
          TypeModel.Ready _,
          TypeModel.Bytes _,
          TypeModel.Upload _,
          TypeModel.Stream _,
          TypeModel.Other _,
          TypeModel.Unresolved _ -> {}
    }
  }
}
