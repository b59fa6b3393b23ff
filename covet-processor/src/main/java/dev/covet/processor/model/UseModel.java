package dev.covet.processor.model;

/** A middleware that {@code @Use} puts around a route, or around all of a class. */
public record UseModel(TypeName middleware, Where where) {}
