/** What the app makes: parameters, providers, settings, errors. */
@NullMarked
package dev.covet.processor.model.service;

import org.jspecify.annotations.NullMarked;
