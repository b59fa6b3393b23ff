package dev.covet.processor.model;

/** A record with {@code @Settings}; its components are in {@link CompilationModel#records}. */
public record SettingsModel(TypeName name) {}
