/** An app whose clients say which state of a row they have seen. */
@org.jspecify.annotations.NullMarked
package memos;
