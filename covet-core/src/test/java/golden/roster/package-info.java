/** A route class with every kind of parameter and result, and the code that is generated for it. */
package golden.roster;
