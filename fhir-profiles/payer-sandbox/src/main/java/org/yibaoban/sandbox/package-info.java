/** A payer for the demo and the tests: it speaks our profiles over HTTP and settles by the real benefit engine. */
package org.yibaoban.sandbox;
