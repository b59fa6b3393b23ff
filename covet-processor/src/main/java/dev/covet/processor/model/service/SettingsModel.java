package dev.covet.processor.model.service;

import dev.covet.processor.model.type.TypeName;

/** A record with {@code @Settings}. */
public record SettingsModel(TypeName name) {}
