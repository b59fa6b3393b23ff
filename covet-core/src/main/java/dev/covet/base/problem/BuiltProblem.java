package dev.covet.base.problem;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.ContainerElementNodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.ContainerElementNodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.ContainerElementNodeContextBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeContextBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeContextBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a validator builds, step by step below the value. Jakarta has an interface for
 * what may follow each step; this is all of them. Not thread-safe.
 */
final class BuiltProblem
    implements ConstraintViolationBuilder,
        NodeBuilderCustomizableContext,
        NodeBuilderDefinedContext,
        NodeContextBuilder,
        LeafNodeBuilderCustomizableContext,
        LeafNodeBuilderDefinedContext,
        LeafNodeContextBuilder,
        ContainerElementNodeBuilderCustomizableContext,
        ContainerElementNodeBuilderDefinedContext,
        ContainerElementNodeContextBuilder {
  private final AskedContext context;
  private final String template;
  private final List<Object> path = new ArrayList<>();

  /** Where an index or a key belongs: it is that of the last node, and stands before its name. */
  private int node;

  BuiltProblem(AskedContext context, String template) {
    this.context = context;
    this.template = template;
  }

  @Override
  public BuiltProblem addPropertyNode(@Nullable String name) {
    node = path.size();
    if (name != null) path.add(name);
    return this;
  }

  @Override
  @SuppressWarnings("deprecation") // validators still call it
  public BuiltProblem addNode(@Nullable String name) {
    return addPropertyNode(name);
  }

  @Override
  public BuiltProblem addBeanNode() {
    node = path.size();
    return this;
  }

  @Override
  public BuiltProblem addContainerElementNode(
      @Nullable String name, Class<?> containerType, @Nullable Integer typeArgumentIndex) {
    return addBeanNode();
  }

  /**
   * No constraint here is on a method.
   *
   * @throws IllegalArgumentException always: there is no parameter of that index
   */
  @Override
  public BuiltProblem addParameterNode(int index) {
    throw new IllegalArgumentException(
        "The constraint is on a value, which has no parameter " + index);
  }

  @Override
  public BuiltProblem inIterable() {
    return this;
  }

  @Override
  public BuiltProblem inContainer(Class<?> containerClass, @Nullable Integer typeArgumentIndex) {
    return this;
  }

  @Override
  public BuiltProblem atKey(Object key) {
    path.add(node, key.toString());
    return this;
  }

  @Override
  public BuiltProblem atIndex(Integer index) {
    path.add(node, index);
    return this;
  }

  @Override
  public ConstraintValidatorContext addConstraintViolation() {
    context.add(template, List.copyOf(path));
    return context;
  }
}
