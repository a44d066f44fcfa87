package org.eventops.console.services;

import org.eventops.domain.door.rehearsal.CurveFiles;
import org.eventops.domain.door.rehearsal.EarlierArrivals;
import org.eventops.domain.door.rehearsal.Rehearsals;

/** What a rehearsal works with, and where its curves come from. */
public record RehearsalServices(Rehearsals rehearsals, EarlierArrivals earlier, CurveFiles files) {}
