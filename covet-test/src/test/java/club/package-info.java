/** A club whose routes take and answer all kinds of things, called by its generated clients. */
@org.jspecify.annotations.NullMarked
@dev.covet.api.Naming(dev.covet.api.Case.SNAKE_CASE)
package club;
