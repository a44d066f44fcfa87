package org.eventops.domain.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param format one of {@link ImportPreview#format()}, or absent to recognise it
 * @param event slug of the event a list is read into; absent means the only one there is
 * @param dryRun do all but keep it
 * @param strict a list with one bad row is refused whole
 * @param mapping for a list; absent means as recognised; a given one is remembered
 */
public record ImportRequest(
        Path file,
        @Nullable String format,
        @Nullable String event,
        boolean dryRun,
        boolean strict,
        @Nullable ColumnMapping mapping) {}
