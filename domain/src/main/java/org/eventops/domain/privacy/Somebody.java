package org.eventops.domain.privacy;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * One of several people who may be meant.
 *
 * @param askFor finds this person and nobody else
 * @param tickets that are theirs
 */
public record Somebody(String askFor, NavigableSet<String> names, int tickets) {
    public Somebody {
        names = Collections.unmodifiableNavigableSet(new TreeSet<>(names));
    }
}
