/** Tests of reading Python as a whole, against CPython itself. */
@NullMarked
package dev.loopscope.scaffold.python;

import org.jspecify.annotations.NullMarked;
