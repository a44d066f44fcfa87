package org.eventops.console.feature.door;

/**
 * One of several tickets that fit a code.
 *
 * @param name of the attendee, else the code
 * @param product its name
 */
public record Candidate(String code, String name, String product) {}
