package dev.covet.processor.read.data;

import dev.covet.processor.model.data.ColumnModel.Upkeep;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ComponentModel.Role;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.RuleModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Kinds;
import dev.covet.processor.read.element.Marginals;
import dev.covet.processor.read.element.Notes;
import dev.covet.processor.read.element.Throwing;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads records and enums that are data, from source or from class files. */
public record RecordReader(Declarations declarations, TypeReader types) {
  private static final String JAKARTA = "jakarta.validation.constraints.";

  /** What makes a method a rule, by simple names. */
  private static final List<String> RULES = List.of("AssertTrue", "AssertFalse");

  /**
   * A record.
   *
   * @param name that of an instance, if it is generic
   */
  RecordModel record(TypeElement type, TypeName name) {
    var doc = declarations.doc(type);
    var naming = declarations.naming(type);
    var methods = ElementFilter.methodsIn(type.getEnclosedElements());
    var isSingleId = type.getRecordComponents().stream().filter(this::isId).limit(2).count() < 2;
    return new RecordModel(
        name,
        declarations.origin(type, name),
        name.instance().isEmpty() && Kinds.isGenericRecord(type),
        type.getRecordComponents().stream()
            .map(each -> component(each, naming, doc))
            .map(each -> each.role() == Role.ID ? id(each, isSingleId) : each)
            .toList(),
        methods.stream().filter(this::computed).map(each -> computed(each, naming)).toList(),
        methods.stream().filter(this::rule).map(this::ruleModel).toList(),
        declarations.notes(type).api("Strict"),
        declarations.notes(type).api("Scalar"),
        Declarations.visible(type),
        Marginals.remarks(declarations.notes(type), doc.text()));
  }

  private boolean isId(RecordComponentElement component) {
    return Notes.of(declarations.elements(), Declarations.places(component)).api("Id");
  }

  /** Only a number or a UUID that is the whole key is given by the database or the server. */
  private static ComponentModel id(ComponentModel component, boolean isSingle) {
    var type = component.value().type();
    var plain = type instanceof TypeModel.ValueClass it ? it.value().type() : type;
    var isGiven =
        plain instanceof TypeModel.Unresolved
            || (plain instanceof TypeModel.Scalar(var kind, _) && kind.isGivenAsId());
    return isSingle && isGiven ? component : component.withRole(Role.KEY);
  }

  /** One that reads the components of a generic record, whose type variables stand for these. */
  RecordReader within(Map<String, ValueModel> bound) {
    return bound.isEmpty() ? this : new RecordReader(declarations, types.within(bound));
  }

  /** The rules and computed fields that generated code cannot call. */
  Stream<Misplaced> misplaced(TypeElement type) {
    var methods =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each ->
                asksToBeCalled(declarations.notes(each)) && Declarations.component(each).isEmpty())
            .flatMap(each -> wrong(each).stream().map(reason -> misplaced(each, reason)));
    return Stream.concat(methods, onRecord(type));
  }

  /** The constraints on the record itself: only its components are checked. */
  private static Stream<Misplaced> onRecord(TypeElement type) {
    var name = type.getSimpleName().toString();
    var where = Where.of(Declarations.name(type));
    return type.getAnnotationMirrors().stream()
        .flatMap(AnnotationTypes::flat)
        .map(each -> each.getAnnotationType().asElement())
        .map(each ->
            new Misplaced(
                Reason.ON_RECORD,
                each.getSimpleName().toString(),
                name,
                where.at(each.toString())));
  }

  private static boolean asksToBeCalled(Notes notes) {
    return notes.api("ReadOnly") || says(notes).isPresent();
  }

  /** The annotation that makes a method a rule. */
  private static Optional<String> says(Notes notes) {
    return RULES.stream().filter(each -> notes.has(JAKARTA + each)).findFirst();
  }

  private Optional<Reason> wrong(ExecutableElement method) {
    if (!method.getParameters().isEmpty()) return Optional.of(Reason.PARAMETERS);
    if (!method.getTypeParameters().isEmpty()) return Optional.of(Reason.GENERIC_METHOD);
    if (method.getModifiers().contains(Modifier.PRIVATE)) return Optional.of(Reason.PRIVATE);
    if (method.getModifiers().contains(Modifier.STATIC)) return Optional.of(Reason.STATIC);
    if (Throwing.checks(declarations, method)) return Optional.of(Reason.CHECKED);
    return rule(method) && !isBoolean(method) ? Optional.of(Reason.NO_BOOLEAN) : Optional.empty();
  }

  private boolean isBoolean(ExecutableElement method) {
    return Set.of("boolean", "java.lang.Boolean")
        .contains(declarations.plain(method.getReturnType()));
  }

  private static Misplaced misplaced(ExecutableElement method, Reason reason) {
    return new Misplaced(reason, method.getSimpleName() + "(...)", "", Declarations.where(method));
  }

  EnumModel enumModel(TypeElement type) {
    var naming = Declarations.naming(declarations.notes(type)).orElse(Naming.AS_WRITTEN);
    var constants =
        type.getEnclosedElements().stream()
            .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
            .map(each -> constant(each, naming))
            .toList();
    return new EnumModel(
        Declarations.name(type),
        declarations.origin(type),
        constants,
        Declarations.visible(type),
        enumRemarks(type));
  }

  private Remarks enumRemarks(TypeElement type) {
    var remarks = Marginals.remarks(declarations.notes(type), declarations.doc(type).text());
    return type.getEnclosedElements().stream().anyMatch(declarations.elements()::isDeprecated)
        ? remarks.asDeprecated()
        : remarks;
  }

  private EnumModel.Constant constant(Element constant, Naming naming) {
    var name = constant.getSimpleName().toString();
    return new EnumModel.Constant(
        name, declarations.notes(constant).names(naming.of(name)).getFirst());
  }

  private ComponentModel component(RecordComponentElement component, Naming naming, Doc doc) {
    var name = component.getSimpleName().toString();
    var places = Declarations.places(component);
    var notes = Notes.of(declarations.elements(), places);
    var value = types.value(component.asType(), Declarations.limited(component));
    return new ComponentModel(
        name,
        notes.names(nameInSource(notes).orElse(naming.of(name))),
        value,
        fallback(notes),
        role(notes, value.type()),
        notes.api("Flatten"),
        header(notes, name),
        Stream.of(ValueSource.QUERY, ValueSource.HEADER, ValueSource.COOKIE)
            .filter(each -> notes.api(each.annotation()))
            .findFirst(),
        Marginals.remarks(notes, Marginals.text(component, doc)),
        where(component).member(name));
  }

  private static Optional<String> nameInSource(Notes notes) {
    return Stream.of("Query", "Cookie")
        .flatMap(each -> notes.text(each).stream())
        .filter(each -> !each.isEmpty())
        .findFirst();
  }

  private static Where where(Element member) {
    return Where.of(Declarations.name(Declarations.owner(member)));
  }

  private static String header(Notes notes, String javaName) {
    return notes
        .text("Header")
        .filter(each -> !each.isEmpty())
        .orElseGet(() -> notes.names(Naming.TRAIN_CASE.of(javaName)).getFirst());
  }

  public static DefaultModel fallback(Notes notes) {
    return notes
        .text("Default")
        .<DefaultModel>map(
            text -> text.equals("\0") ? new DefaultModel.Empty() : new DefaultModel.Text(text))
        .orElseGet(DefaultModel.None::new);
  }

  /** What is secret is written to nobody, whatever else is said of it. */
  private static Role role(Notes notes, TypeModel type) {
    if (type.isSecret() || notes.api("WriteOnly")) {
      return notes.api("ReadOnly") ? Role.INSIDE : Role.WRITE_ONLY;
    }
    if (notes.api("ReadOnly") || isOwner(notes, type) || isKept(notes, type)) return Role.READ_ONLY;
    return notes.api("Id") ? Role.ID : Role.PLAIN;
  }

  private static boolean isOwner(Notes notes, TypeModel type) {
    return notes.api("Owner")
        && (type instanceof TypeModel.Scalar || type instanceof TypeModel.ValueClass);
  }

  /** Whether the server sets it by itself; where the type is another one, that is reported. */
  private static boolean isKept(Notes notes, TypeModel type) {
    return type instanceof TypeModel.Scalar(var kind, _)
        && Upkeep.kept().stream()
            .anyMatch(each -> each.type() == kind && notes.api(each.annotation()));
  }

  private boolean computed(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && declarations.notes(method).api("ReadOnly")
        && Declarations.component(method).isEmpty();
  }

  private ComponentModel computed(ExecutableElement method, Naming naming) {
    var name = method.getSimpleName().toString();
    var notes = declarations.notes(method);
    var places = List.of(method, method.getReturnType());
    return new ComponentModel(
        name,
        notes.names(naming.of(name)),
        types.value(method.getReturnType(), places),
        new DefaultModel.None(),
        Role.READ_ONLY,
        false,
        name,
        Optional.empty(),
        Marginals.remarks(notes, declarations.doc(method).text()),
        Declarations.where(method));
  }

  private boolean rule(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && says(declarations.notes(method)).isPresent()
        && Declarations.component(method).isEmpty();
  }

  private RuleModel ruleModel(ExecutableElement method) {
    var name = method.getSimpleName().toString();
    var notes = declarations.notes(method);
    var annotation = says(notes).orElseThrow();
    return new RuleModel(
        annotation,
        name,
        Naming.SNAKE_CASE.of(name),
        notes
            .said(JAKARTA + annotation, "message")
            .orElse(annotation.equals("AssertTrue") ? "must be true" : "must be false"),
        ConstraintReader.isGrouped(notes, JAKARTA + annotation),
        Declarations.where(method));
  }
}
