package dev.covet.processor.model;

/** A class with {@code static void main(String[])}. */
public record MainModel(TypeName name) {}
