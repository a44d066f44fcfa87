package org.eventops.domain.door.count;

/**
 * Who was to come and who came; all are numbers of tickets.
 *
 * @param expected tickets that the list would admit by their state: neither canceled nor blocked,
 *     and paid, or pending where that is enough
 * @param entered tickets with at least one entry that counts, expected or not
 * @param inside entered tickets whose latest counted scan, as recorded, is an entry
 * @param toCome expected tickets that have not entered; with tickets admitted by override, or
 *     canceled after they entered, this is more than expected less entered
 */
public record Attendance(int expected, int entered, int inside, int toCome) {
    public static final Attendance NONE = new Attendance(0, 0, 0, 0);
}
