/** Apps on hand-written parts, without a socket. */
package dev.covet.app;
