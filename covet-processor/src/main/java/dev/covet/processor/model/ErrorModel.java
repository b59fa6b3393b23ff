package dev.covet.processor.model;

/**
 * A class of the user that extends {@code ApiError}.
 *
 * @param status what {@code @Status} says, else 500
 * @param code its name in upper snake case: {@code TEAM_FULL}
 */
public record ErrorModel(TypeName name, int status, String code, Doc doc) {}
