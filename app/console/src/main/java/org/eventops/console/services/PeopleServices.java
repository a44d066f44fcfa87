package org.eventops.console.services;

import org.eventops.domain.door.Supervision;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;

/** Who works here, how they are known at a door, and what is kept of people. */
public record PeopleServices(
        PeopleService people, PinService pins, Supervision supervision, PrivacyServices privacy) {}
