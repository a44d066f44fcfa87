package org.eventops.domain.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param event slug, where it is known
 * @param counts things of an event file; rows of a list
 * @param rejected what was refused; of an event file nothing was kept if there is any
 * @param rejectedInAll more than are listed, where there are very many
 * @param warnings kept, but worth a look
 * @param erased tickets that came in without naming somebody who was erased at this event
 * @param applied whether the store holds it now; false also for a dry run
 * @param ok whether it would be, or was, applied
 */
public record ImportReport(
        @Nullable String event,
        MergeCounts counts,
        List<Rejection> rejected,
        int rejectedInAll,
        List<Rejection> warnings,
        int erased,
        boolean applied,
        boolean ok) {
    public ImportReport {
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
    }

    public static ImportReport refused(@Nullable String event, List<Rejection> rejected) {
        return new ImportReport(
                event, MergeCounts.NONE, rejected, rejected.size(), List.of(), 0, false, false);
    }
}
