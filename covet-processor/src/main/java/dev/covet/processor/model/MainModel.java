package dev.covet.processor.model;

/** A class with {@code static void main}, with arguments or without. */
public record MainModel(TypeName name) {}
