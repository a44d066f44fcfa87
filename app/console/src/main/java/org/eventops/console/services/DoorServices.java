package org.eventops.console.services;

import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.search.AttendeeSearch;

/** What the door works with. */
public record DoorServices(
        DoorQueries queries,
        CountQueries counts,
        DoorRepository doors,
        CheckinService checkins,
        AttendeeSearch search,
        Cameras cameras) {}
