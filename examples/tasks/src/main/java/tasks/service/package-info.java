/** What may be done with what is stored, and by whom. */
@NullMarked
package tasks.service;

import org.jspecify.annotations.NullMarked;
