/**
 * What is on the user's disk, looked at once. {@link Snapshot} is the only reader of the user's
 * files: it lists each directory once, reads each file once, and keeps both, so that what is
 * judged, shown as a diff and replaced is the same text, whatever happens on the disk meanwhile.
 *
 * <p>One policy holds for every file. Read are regular files only, so that nothing waits for the
 * other end of a pipe; of at most {@link Snapshot#LARGEST} bytes; and nothing behind a symbolic
 * link that leads out of what was asked for. What is not read has a reason ({@link
 * FileReading.Unread}), and the caller decides whether that is nothing, something unknown, or a
 * refusal.
 *
 * <p>For the writer: {@link SnapshotFile#real()} is the one place that a file has, however many
 * names lead to it, and is where a change of it goes; {@link SnapshotFile#bytes()} are what was
 * read, to be compared with the disk before a change; {@link SnapshotFile#attributes()} are those
 * of the moment of reading. Mode, owner and number of links are not kept: what has to survive a
 * change is what they are when it is written. {@link Snapshot#with} is the same disk with planned
 * texts in it.
 */
@NullMarked
package dev.loopscope.scaffold.files;

import org.jspecify.annotations.NullMarked;
