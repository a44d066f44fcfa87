package org.eventops.console.services;

import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.CodeDrawing;
import org.eventops.domain.sync.ConflictCases;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.SyncControl;

/** The exchange with a hub, what it could not settle by itself, and the other consoles there. */
public record SyncServices(
        SyncControl control,
        ConflictService conflicts,
        ConflictCases cases,
        ChangeFiles files,
        Consoles consoles,
        CodeDrawing codes) {}
