package dev.covet.data.driver;

/**
 * A migration that a database has had.
 *
 * @param version as its file has it, with dots: {@code 2.1}
 * @param isBaseline whether it stands for all up to this version, which have not been run
 * @param checksum of what its file said then; empty where nobody knows
 */
public record Applied(String version, boolean isBaseline, String checksum) {}
