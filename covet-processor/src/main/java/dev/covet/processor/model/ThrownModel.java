package dev.covet.processor.model;

/**
 * An exception that a {@code throws} clause names.
 *
 * @param apiError whether it is an {@code ApiError}, so that documents list it
 * @param text why, from the {@code @throws} of the Javadoc, or {@code ""}
 */
public record ThrownModel(TypeName type, boolean apiError, String text) {}
