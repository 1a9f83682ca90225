/**
 * The lists in which a project says what is installed for its tests, and the edits that add to
 * them. A list is found by its place in the text, so that an edit leaves all else as it is.
 */
@NullMarked
package dev.loopscope.scaffold.project.requirement;

import org.jspecify.annotations.NullMarked;
