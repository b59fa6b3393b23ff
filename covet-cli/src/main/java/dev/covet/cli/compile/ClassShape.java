package dev.covet.cli.compile;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other classes can see of a class, and which classes it sees itself.
 *
 * @param visible everything that is not private, as a text to compare: types, members, annotations;
 *     no bodies of methods
 * @param copied what others may have without naming this class: values of constants, which javac
 *     copies; all of an annotation, and what a package says
 * @param uses names of the classes that it mentions: {@code heroes/Hero}
 * @param leadsTo names of the classes that others get at through this one without mentioning them:
 *     what it extends, and arguments of its types
 */
record ClassShape(
    String name, String visible, String copied, Set<String> uses, Set<String> leadsTo) {
  private static final Pattern NAMED = Pattern.compile("L([\\p{L}\\p{N}_$/]+)[;<]");
  private static final Pattern LOCAL = Pattern.compile("\\$[0-9]");

  static ClassShape of(byte[] bytes) {
    var model = ClassFile.of().parse(bytes);
    var fields = model.fields().stream().filter(field -> isVisible(field.flags().flags())).toList();
    var visible = visible(model, fields);
    var isEverywhere =
        model.flags().has(AccessFlag.ANNOTATION) || model.flags().has(AccessFlag.SYNTHETIC);
    return new ClassShape(
        model.thisClass().asInternalName(),
        visible,
        isEverywhere ? visible : constants(fields),
        uses(model),
        leadsTo(model));
  }

  /** Whether a class has no name, or one that counts in one method only. */
  static boolean isLocal(String name) {
    return LOCAL.matcher(name).find();
  }

  /** The last part of a class's name: {@code Part} of {@code heroes/Hero$Part}. */
  static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
  }

  private static boolean isVisible(Set<AccessFlag> flags) {
    return !flags.contains(AccessFlag.PRIVATE) && !flags.contains(AccessFlag.SYNTHETIC);
  }

  private static String visible(ClassModel model, List<FieldModel> fields) {
    var head =
        Stream.of(
            model.flags().flags(),
            model.superclass().map(ClassEntry::asInternalName),
            model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
            nested(model),
            attributes(model));
    var methods =
        model.methods().stream()
            .filter(method -> isVisible(method.flags().flags()))
            .map(ClassShape::method);
    return Stream.of(head, fields.stream().map(ClassShape::field), methods.sorted())
        .flatMap(each -> each)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /** What the flags of a class file do not say of a nested class. */
  private static String nested(ClassModel model) {
    return model.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(all -> all.classes().stream())
        .filter(each -> each.innerClass().equals(model.thisClass()))
        .map(each -> each.flags().toString())
        .collect(Collectors.joining());
  }

  private static String field(FieldModel field) {
    return field.flags().flags()
        + " "
        + field.fieldName()
        + " "
        + field.fieldType()
        + attributes(field);
  }

  private static String method(MethodModel method) {
    return method.flags().flags()
        + " "
        + method.methodName()
        + method.methodType()
        + attributes(method);
  }

  private static String attributes(AttributedElement element) {
    return element.attributes().stream()
        .map(ClassShape::attribute)
        .filter(text -> !text.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String attribute(Attribute<?> attribute) {
    return switch (attribute) {
      case java.lang.classfile.attribute.SignatureAttribute it -> it.signature().stringValue();
      case java.lang.classfile.attribute.ExceptionsAttribute it -> names(it.exceptions());
      case java.lang.classfile.attribute.PermittedSubclassesAttribute it ->
          names(it.permittedSubclasses());
      case java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute it ->
          texts(it.annotations());
      case java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute it ->
          texts(it.annotations());
      case java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute it ->
          it.parameterAnnotations().stream().map(ClassShape::texts).toList().toString();
      case java.lang.classfile.attribute.RuntimeInvisibleParameterAnnotationsAttribute it ->
          it.parameterAnnotations().stream().map(ClassShape::texts).toList().toString();
      case java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute it ->
          it.annotations().toString();
      case java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute it ->
          it.annotations().toString();
      case java.lang.classfile.attribute.AnnotationDefaultAttribute it ->
          it.defaultValue().toString();
      case java.lang.classfile.attribute.RecordAttribute it ->
          it.components().stream().map(ClassShape::component).toList().toString();
      default -> "";
    };
  }

  private static String component(RecordComponentInfo component) {
    return component.name() + " " + component.descriptor() + attributes(component);
  }

  private static String names(List<ClassEntry> classes) {
    return classes.stream().map(ClassEntry::asInternalName).toList().toString();
  }

  private static String texts(List<Annotation> annotations) {
    return annotations.toString();
  }

  private static String constants(List<FieldModel> fields) {
    return fields.stream()
        .flatMap(field ->
            field.findAttribute(Attributes.constantValue()).stream()
                .map(value -> field.fieldName() + "=" + value.constant().constantValue()))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> uses(ClassModel model) {
    var found = new HashSet<String>();
    for (var entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> found.add(type.asInternalName());
        case Utf8Entry text -> found.addAll(named(text.stringValue()));
        default -> {}
      }
    }
    return found;
  }

  private static Set<String> leadsTo(ClassModel model) {
    var found = new HashSet<String>();
    model.superclass().ifPresent(type -> found.add(type.asInternalName()));
    model.interfaces().forEach(type -> found.add(type.asInternalName()));
    var members = Stream.concat(model.fields().stream(), model.methods().stream());
    Stream.concat(Stream.of(model), members)
        .flatMap(each -> each.findAttribute(Attributes.signature()).stream())
        .forEach(each -> found.addAll(named(each.signature().stringValue())));
    return found;
  }

  /** The classes in a descriptor or signature. */
  private static Set<String> named(String text) {
    return text.indexOf(';') < 0
        ? Set.of()
        : NAMED.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }
}
