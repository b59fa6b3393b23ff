package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;

/** A class with {@code static void main}, with arguments or without. */
public record MainModel(TypeName name) {}
