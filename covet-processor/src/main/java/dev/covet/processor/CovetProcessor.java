package dev.covet.processor;

import dev.covet.processor.check.Checks;
import dev.covet.processor.emit.Emitter;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Emittable;
import dev.covet.processor.model.Lost;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.read.Reader;
import dev.covet.processor.read.Reading;
import dev.covet.processor.read.element.Marks;
import dev.covet.processor.report.Output;
import dev.covet.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the annotations say, checks it, and writes the rest of the program.
 *
 * <p>Findings are kept until the last round and never stop the writing: sources that import
 * generated names stay right, and the compiler prints the findings alone.
 *
 * <p>One instance serves one compilation. Not thread-safe.
 */
public final class CovetProcessor extends AbstractProcessor {
  private final Rules rules;
  private final Emission emission;
  private final List<Finding> findings = new ArrayList<>();
  private final List<TypeName> mains = new ArrayList<>();
  private final Set<TypeName> compiled = new TreeSet<>();
  private final List<Lost> lost = new ArrayList<>();
  private final List<Lost> waiting = new ArrayList<>();
  private boolean failed;
  private @Nullable Output output;
  private @Nullable GeneratedIndex index;

  /** Writes all that the emitters know. */
  public CovetProcessor() {
    this(Checks::of, Emitter::emit);
  }

  CovetProcessor(Rules rules, Emission emission) {
    this.rules = rules;
    this.emission = emission;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (failed) return false;
    try {
      work(round, output());
    } catch (RuntimeException | StackOverflowError e) {
      failed = true;
      fail(e, new Report(processingEnv));
    }
    return false;
  }

  /** What breaks a rule may be what the processor failed of, so it is told alone. */
  private void fail(Throwable failure, Report report) {
    if (hasErrors()) {
      tellAll(report);
    } else {
      report.failure(failure, compiled);
    }
  }

  private void work(RoundEnvironment round, Output out) {
    if (round.processingOver()) {
      finish(out, new Report(processingEnv));
    } else {
      round(round, out);
    }
  }

  private Output output() {
    if (output == null) {
      output = new Output(processingEnv);
      var marks = Marks.read(processingEnv, output.classes());
      index =
          GeneratedIndex.read(output, this::isCompiled, name -> exists(name.qualified()), marks);
    }
    return output;
  }

  private GeneratedIndex index() {
    return Objects.requireNonNull(index);
  }

  private void round(RoundEnvironment round, Output out) {
    var types =
        ElementFilter.typesIn(round.getRootElements()).stream()
            .filter(type -> !out.wrote(type))
            .toList();
    var packages = ElementFilter.packagesIn(round.getRootElements());
    index().texts(Reader.texts(processingEnv, packages));
    var isWhole = true;
    if (!types.isEmpty()) {
      types.forEach(type -> compiled.add(Reader.name(type)));
      var reading = Reader.read(processingEnv, types, index().earlier());
      var emittable = Emittable.of(reading.model());
      check(reading, new Report(processingEnv, types));
      (emittable.isComplete() ? lost : waiting).addAll(lost(emittable));
      mains.addAll(reading.model().declared().mains());
      var wrote = write(emittable.model(), out);
      isWhole = !wrote || emittable.isComplete();
    }
    if (isWhole) {
      index().write(); // in the round of the rest: javac takes all files in again for each round
    }
  }

  private void check(Reading reading, Report report) {
    var found =
        rules.findings(reading.model(), reading.sources()).stream()
            .collect(Collectors.partitioningBy(each -> each.code().isOfRound()));
    found.getOrDefault(true, List.of()).forEach(finding -> tell(finding, report));
    found.values().forEach(findings::addAll);
  }

  private List<Lost> lost(Emittable emittable) {
    return emittable.lost().stream().filter(each -> isCompiled(each.where().type())).toList();
  }

  private boolean write(CompilationModel model, Output out) {
    var sources =
        emission
            .emit(
                model.withCodecs(
                    each -> isNew(each.generated("Codec").qualified(), each.origins())))
            .stream()
            .filter(each -> !isWrittenByHand(each.name()))
            .filter(each -> isNew(each.name(), each.origins()))
            .toList();
    sources.forEach(each -> out.source(each.name(), each.text(), each.origins()));
    index().take(model, sources);
    return !sources.isEmpty();
  }

  /** A class of the user's own stands for the one that would be written. */
  private boolean isWrittenByHand(String name) {
    return compiled.stream().anyMatch(each -> each.qualified().equals(name))
        || index().isWrittenByHand(name);
  }

  /** What an earlier run has made of types that were not compiled now stays as it is. */
  private boolean isNew(String generated, List<String> origins) {
    return origins.stream().anyMatch(this::isCompiled) || !exists(generated);
  }

  private boolean isCompiled(TypeName type) {
    return compiled.contains(type.top());
  }

  private boolean isCompiled(String name) {
    return compiled.stream()
        .map(TypeName::qualified)
        .anyMatch(top -> name.equals(top) || name.startsWith(top + "."));
  }

  private void finish(Output out, Report report) {
    tellAll(report);
    if (!hasErrors()) {
      lost.forEach(each -> report.lost(each.where(), each.what()));
      waiting.stream()
          .filter(each -> isFoundNow(each.where().type().top()))
          .forEach(each -> report.late(each.where(), each.what()));
      index().finish(report);
    }
    var before = out.lines(Mains.RESOURCE);
    var now = new Mains(compiled, this::exists).merge(before, mains);
    if (!now.equals(before)) out.lines(Mains.RESOURCE, now);
  }

  /** Whether all types that a class names are there now, so that the compiler misses none. */
  private boolean isFoundNow(TypeName top) {
    return Optional.ofNullable(processingEnv.getElementUtils().getTypeElement(top.qualified()))
        .map(type -> Reader.read(processingEnv, List.of(type), index().earlier()))
        .filter(reading -> Emittable.of(reading.model()).isComplete())
        .isPresent();
  }

  private boolean hasErrors() {
    return findings.stream().anyMatch(finding -> !finding.code().isWarning());
  }

  private void tellAll(Report report) {
    findings.stream()
        .filter(finding -> !finding.code().isOfRound())
        .forEach(finding -> tell(finding, report));
  }

  private static void tell(Finding finding, Report report) {
    if (finding.code().isWarning()) {
      report.warning(finding.where(), finding.text());
    } else {
      report.error(finding.where(), finding.text());
    }
  }

  private boolean exists(String name) {
    return processingEnv.getElementUtils().getTypeElement(name) != null;
  }
}
