package org.eventops.console.services;

import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupService;

/** Copies of the whole store, and where else they go. */
public record BackupServices(BackupService service, BackupPlaces places) {}
