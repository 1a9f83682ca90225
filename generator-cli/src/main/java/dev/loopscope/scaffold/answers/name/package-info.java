/** What a name may be made of, and which names mean something already. Depends on the JDK alone. */
@NullMarked
package dev.loopscope.scaffold.answers.name;

import org.jspecify.annotations.NullMarked;
