package org.eventops.domain.door.rehearsal;

/**
 * What is to be rehearsed.
 *
 * @param event slug of the event
 * @param list name of the check-in list
 * @param seed the same seed gives the same evening, but for what the machine takes
 */
public record RehearsalPlan(String event, String list, Crowd crowd, Staffing staffing, long seed) {
    /** So many lanes are tried at most. */
    public static final int MOST_LANES = 100;
}
