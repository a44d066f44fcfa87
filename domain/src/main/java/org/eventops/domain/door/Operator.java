package org.eventops.domain.door;

/** Who stands at the door; overriding and late undo are for supervisors. */
public record Operator(String name, boolean supervisor) {}
