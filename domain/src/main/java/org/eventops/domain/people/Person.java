package org.eventops.domain.people;

import org.eventops.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** Somebody who works with this console. */
public record Person(String name, Role role, @Nullable String email) {}
