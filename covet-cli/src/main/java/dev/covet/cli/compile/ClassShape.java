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
 * @param constants the values that javac copies into other classes, which then do not name this one
 * @param uses names of the classes that it mentions: {@code heroes/Hero}
 */
record ClassShape(String name, String visible, String constants, Set<String> uses) {
  private static final Pattern NAMED = Pattern.compile("L([\\p{L}\\p{N}_$/]+)[;<]");

  static ClassShape of(byte[] bytes) {
    var model = ClassFile.of().parse(bytes);
    var fields = model.fields().stream().filter(field -> isVisible(field.flags().flags())).toList();
    return new ClassShape(
        model.thisClass().asInternalName(), visible(model, fields), constants(fields), uses(model));
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
        case Utf8Entry text when text.stringValue().indexOf(';') > 0 ->
            NAMED.matcher(text.stringValue()).results().forEach(it -> found.add(it.group(1)));
        default -> {}
      }
    }
    return found;
  }
}
