package org.eventops.domain.privacy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One of several people who may be meant.
 *
 * @param askFor finds this person and nobody else
 * @param tickets that are theirs
 */
public record Somebody(String askFor, SortedSet<String> names, int tickets) {
    public Somebody {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
