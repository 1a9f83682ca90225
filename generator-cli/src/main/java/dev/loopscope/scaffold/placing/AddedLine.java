package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.project.requirement.TextChange;

/**
 * An edit of one of the repository's own files.
 *
 * @param change of its text
 * @param line from 1, where it is made
 * @param reason what it is for, as what follows it
 */
public record AddedLine(TextChange change, int line, String reason) {}
