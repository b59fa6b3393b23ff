package dev.covet.web.error;

/**
 * What clients are told of a class of errors.
 *
 * @param status the status code, 400 to 599
 * @param code the stable code in upper snake case: {@code TEAM_FULL}
 * @param text what it means, from its Javadoc
 */
public record ErrorFacts(int status, String code, String text) {}
