/** What fixes do to functions, parameters, decorators and imports, whatever they are for. */
@NullMarked
package dev.loopscope.scaffold.check.edit.source;

import org.jspecify.annotations.NullMarked;
