/**
 * The shape of an API as plain data: generated code builds it, and the OpenAPI document, tables,
 * and random test values are functions over it. Everything here is immutable.
 */
@NullMarked
package dev.covet.schema;

import org.jspecify.annotations.NullMarked;
