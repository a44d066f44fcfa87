package org.eventops.domain.backup;

import java.nio.file.Path;

/**
 * A backup where it lies.
 *
 * @param bytes its size
 */
public record BackupFile(Path file, long bytes, BackupFacts facts) {}
