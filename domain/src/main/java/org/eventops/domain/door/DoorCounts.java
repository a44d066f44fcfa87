package org.eventops.domain.door;

import java.time.Instant;
import java.util.Map;

/**
 * What has happened at one list, or at all lists of an event together.
 *
 * @param tickets valid tickets that are on the list (payable ones too, where it takes them)
 * @param entered tickets with at least one entry that counts
 * @param inside entered tickets whose latest counted scan is an entry
 * @param products entered, by product key
 * @param gates entries that count, by gate key; scans without a gate under the empty text
 * @param refused refused scans by verdict
 * @param perMinute entries that count in the last 60 minutes before {@code asOf}, by minute
 */
public record DoorCounts(
        int tickets,
        int entered,
        int inside,
        Map<String, Integer> products,
        Map<String, Integer> gates,
        Map<Verdict, Integer> refused,
        Map<Instant, Integer> perMinute,
        Instant asOf) {}
