package dev.covet.processor.read.data;

import dev.covet.processor.model.CodecNeeds;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads all types that are data, from wherever something leads to them. Not thread-safe. */
public final class DataReader {
  private final Declarations declarations;
  private final Seen seen;
  private final RecordReader recordReader;
  private final TableReader tableReader;
  private final ProjectionReader projections;

  /** Types whose state is on record. */
  private final Set<TypeName> known;

  private final TreeMap<TypeName, RecordModel> records = new TreeMap<>();
  private final TreeMap<TypeName, EnumModel> enums = new TreeMap<>();
  private final TreeMap<TypeName, SealedModel> unions = new TreeMap<>();
  private final TreeMap<TypeName, TableModel> tables = new TreeMap<>();

  public DataReader(
      Declarations declarations, TypeReader types, TableReader tables, Set<TypeName> known) {
    this.declarations = declarations;
    this.seen = types.seen();
    this.recordReader = new RecordReader(declarations, types);
    this.tableReader = tables;
    this.projections = new ProjectionReader(records, this.tables);
    this.known = known;
  }

  /** Takes down a class of the sources that is data; gives what is wrong with such a one. */
  public List<Misplaced> note(TypeElement type) {
    var name = Declarations.name(type);
    var notes = declarations.notes(type);
    var isKind = type.getKind() == ElementKind.RECORD || Kinds.isUnion(type);
    var forgotten =
        Stream.of("Table", "Projection").filter(it -> tableReader.isForgotten(type, it)).toList();
    if (notes.api("Scalar")
        || (known.contains(name) && (isKind || type.getKind() == ElementKind.ENUM))) {
      seen.add(type);
    }
    if (!notes.isData() && forgotten.isEmpty() && !(isKind && seen.asked().contains(name))) {
      return List.of();
    }
    seen.add(type);
    if (!notes.api("Settings")) seen.ask(List.of(name));
    return Stream.concat(
            Kinds.isGenericRecord(type)
                ? Stream.of(new Misplaced(Reason.GENERIC_RECORD, name.simple(), "", Where.of(name)))
                : Stream.of(),
            forgotten.stream()
                .map(it -> new Misplaced(Reason.NO_TABLE, name.simple(), it, Where.of(name))))
        .toList();
  }

  /** Reads all that was met; gives what is wrong in it. */
  public List<Misplaced> follow() {
    var wrong = Stream.<Misplaced>builder();
    for (var entry = seen.next(); entry != null; entry = seen.next()) {
      var next = entry;
      seen.enter(next.name().packageName());
      Failure.in(next.name(), () -> follow(next)).forEach(wrong);
    }
    return wrong.build().toList();
  }

  private List<Misplaced> follow(Seen.Entry entry) {
    var name = entry.name();
    var type = entry.type();
    var isData = declarations.notes(type).isData();
    if (Kinds.isUnion(type)) {
      unions.put(name, new SealedReader(declarations, seen).union(entry));
      return List.of();
    }
    if (type.getKind() == ElementKind.ENUM && !isData) {
      enums.put(name, recordReader.enumModel(type));
      return List.of();
    }
    table(type, name);
    if (type.getKind() != ElementKind.RECORD && !isData) return List.of();
    records.put(name, recordReader.within(entry.bound()).record(type, name));
    return declarations.isSource(type) ? recordReader.misplaced(type).toList() : List.of();
  }

  private void table(TypeElement type, TypeName name) {
    if (tableReader.isTable(type)) {
      tables.put(name, tableReader.table(type));
      projections.table(name);
    }
    declarations
        .notes(type)
        .type("Projection")
        .ifPresent(
            root -> projections.projection(name, seen.add(root), tableReader.relations(type)));
  }

  /** All that was read, with what the sources declare besides. */
  public CompilationModel model(CompilationModel.Declared declared) {
    var bodies = Stream.concat(declared.routes().stream(), declared.outbound()).toList();
    var providers = declared.providers();
    var all =
        declared.with(
            here(tables.keySet()),
            projections.all(this::isForgotten),
            CodecNeeds.changes(bodies, providers, records, tables.keySet()),
            principals());
    seen.ask(all.tables());
    seen.ask(CodecNeeds.bodies(providers));
    seen.ask(CodecNeeds.columns(all.sqls(), records));
    var asked = seen.asked();
    var codecs = CodecNeeds.of(bodies, asked, records, unions);
    return new CompilationModel(
        records, enums, unions, tables, codecs, declarations.hidingAround(asked), all);
  }

  private boolean isForgotten(TypeName name) {
    return declarations
        .type(name)
        .filter(type -> tableReader.isForgotten(type, "Projection"))
        .isPresent();
  }

  private SortedSet<TypeName> principals() {
    return records.keySet().stream()
        .filter(name -> declarations.type(name.declared()).filter(this::isPrincipal).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isPrincipal(TypeElement type) {
    return type.getKind() == ElementKind.RECORD && declarations.notes(type).api("Principal");
  }

  private SortedSet<TypeName> here(Set<TypeName> names) {
    return records.values().stream()
        .filter(each -> each.origin() == RecordModel.Origin.SOURCE)
        .map(RecordModel::name)
        .filter(names::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
