package dev.covet.processor;

import dev.covet.processor.emit.index.GeneratedParts;
import dev.covet.processor.emit.index.IndexEmitter;
import dev.covet.processor.emit.index.MarkEmitter;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Mark;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.read.element.Earlier;
import dev.covet.processor.read.element.Marks;
import dev.covet.processor.report.Output;
import dev.covet.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The generated index of one output folder: merged with what earlier runs have left there, and
 * pruned of what is gone. Its class keeps the name that it was given first. Not thread-safe.
 */
final class GeneratedIndex {
  /** The service under which a start finds it. */
  static final String SERVICE = "META-INF/services/dev.covet.gen.Index";

  private final Output out;
  private final Predicate<TypeName> isCompiled;
  private final Predicate<TypeName> exists;
  private final Marks marks;
  private final List<String> lines;
  private final Ledger ledger;
  private final List<Made> gone = new ArrayList<>();
  private List<String> told;
  private TypeName name;
  private boolean isWritten;

  private GeneratedIndex(
      Output out, Predicate<TypeName> isCompiled, Predicate<TypeName> exists, Marks marks) {
    this.out = out;
    this.isCompiled = isCompiled;
    this.exists = exists;
    this.marks = marks;
    this.lines = out.lines(Ledger.RESOURCE);
    this.ledger = Ledger.read(lines);
    this.told = lines;
    this.name = name(out.lines(SERVICE).stream().findFirst().orElse("Index"));
  }

  /**
   * That of a folder, as earlier runs have left it.
   *
   * @param marks what other folders and jars have
   */
  static GeneratedIndex read(
      Output out, Predicate<TypeName> isCompiled, Predicate<TypeName> exists, Marks marks) {
    return new GeneratedIndex(out, isCompiled, exists, marks);
  }

  /** What of earlier runs matters for reading. */
  Earlier earlier() {
    var settings = ledger.of(Set.of(Made.Kind.SETTINGS));
    settings.addAll(marks.of(Set.of(Made.Kind.SETTINGS)));
    return new Earlier(
        out.classes(),
        ledger.types(),
        ledger.codecs(),
        ledger.of(Set.of(Made.Kind.GUARD, Made.Kind.ANNOTATED_GUARD)),
        ledger.of(Mark.PROVIDING),
        settings,
        marks);
  }

  /** Whether a class was compiled here earlier that no run of the processor has written. */
  boolean isWrittenByHand(String name) {
    return out.isCompiled(name) && !ledger.made(name) && !out.hasSource(name);
  }

  /** Takes down what was written for a round, and tells other compilations of it. */
  void take(CompilationModel model, List<GeneratedSource> sources) {
    var names = sources.stream().map(GeneratedSource::name).collect(Collectors.toSet());
    var hashes = GeneratedParts.hashes(model);
    hashes.replaceAll((type, hash) -> known(type, hash));
    ledger.types(hashes);
    var made =
        GeneratedParts.of(model, this::known).stream()
            .filter(each -> names.contains(each.generated().qualified()))
            .toList();
    ledger.made(made);
    made.stream()
        .filter(Mark::isFor)
        .collect(Collectors.groupingBy(Made::type, TreeMap::new, Collectors.toList()))
        .forEach((type, each) -> mark(mark(type, each, model)));
  }

  /** Takes down what the Javadoc of packages says. */
  void texts(Map<String, String> byPackage) {
    ledger.texts(byPackage);
  }

  private void mark(Mark mark) {
    var source = MarkEmitter.emit(mark);
    out.source(source.name(), source.text(), source.origins());
  }

  private Mark mark(TypeName type, List<Made> made, CompilationModel model) {
    var kinds = made.stream().map(Made::kind).collect(Collectors.toUnmodifiableSet());
    var parameters =
        model.declared().providers().stream()
            .filter(each -> each.owner().equals(type))
            .map(each -> each.parameters().stream().map(ParameterModel::name).toList())
            .toList();
    return new Mark(type, kinds, parameters, ledger.hash(type, ""));
  }

  private String known(TypeName type, String hash) {
    return isCompiled.test(type) ? hash : marks.hash(type).orElseGet(() -> ledger.hash(type, hash));
  }

  /** Writes the class, unless the one that is there says the same. */
  void write() {
    gone.addAll(ledger.prune(isCompiled, exists));
    var now = ledger.lines();
    if (now.equals(told) && (now.isEmpty() || isWritten || exists.test(name))) return;
    if (isWritten) { // what another processor has made since then led to more
      name = new TypeName(name.packageName(), name.nested() + "_");
    } else if (out.lines(SERVICE).isEmpty()) {
      name = ledger.byRank().findFirst().map(type -> type.generated("Index")).orElse(name);
    } else {
      name = new TypeName(name.packageName(), name.nested().replaceFirst("_+$", ""));
    }
    var source = IndexEmitter.emit(name, ledger.index(marks.elsewhere().keySet()), exists);
    out.source(source.name(), source.text(), source.origins());
    told = now;
    isWritten = true;
  }

  /** Keeps for later runs what was done, and says which class files are left over. */
  void finish(Report report) {
    ledger.odd().stream().map(GeneratedIndex::unknown).forEach(report::warning);
    gone.stream()
        .filter(each -> exists.test(each.generated()) && !ledger.made(each.generated().qualified()))
        .forEach(each -> report.warning(leftOver(each)));
    if (!lines.equals(ledger.lines())) out.lines(Ledger.RESOURCE, ledger.lines());
    var service = List.of(name.binary());
    if (isWritten && !service.equals(out.lines(SERVICE))) out.lines(SERVICE, service);
  }

  private static String unknown(String line) {
    return "%s has a line that this version of Covet did not write: \"%s\". Rebuild the whole project: mvn clean compile."
        .formatted(Ledger.RESOURCE, line);
  }

  private static String leftOver(Made made) {
    return "%s.class was generated from %s, which no longer asks for it. Delete it, or build from clean."
        .formatted(made.generated().binary().replace('.', '/'), made.type());
  }

  private static TypeName name(String binary) {
    var dot = binary.lastIndexOf('.');
    return new TypeName(binary.substring(0, Math.max(0, dot)), binary.substring(dot + 1));
  }
}
