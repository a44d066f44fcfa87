package org.eventops.console.services;

import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;

/** Who works here, and how they are known at a door. */
public record PeopleServices(PeopleService people, PinService pins) {}
