package org.eventops.domain.audit;

import java.util.Collection;
import java.util.List;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;

/** Looks the audit through, and tells whether it is as it was written. */
public final class AuditService {
    private final Transactions transactions;
    private final AuditLog log;

    public AuditService(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /** The newest first. */
    public List<AuditLine> find(AuditSearch search) {
        return transactions.read(() -> log.find(search));
    }

    /**
     * Holds every line against its hash, the line before it and the journal.
     *
     * @param heads hashes that an earlier look gave as the ends of the chains; may be empty
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public AuditVerdict verify(Collection<String> heads, Progress progress) {
        return transactions.read(
                () -> {
                    AuditCheck check = new AuditCheck(log.journalled());
                    long[] done = {0};
                    log.each(
                            line -> {
                                if (progress.cancelled()) {
                                    throw new java.util.concurrent.CancellationException();
                                }
                                check.take(line);
                                progress.at(++done[0], -1);
                            });
                    if (check.doubts()) {
                        check.confirm(log.journalled());
                    }
                    return check.end(heads);
                });
    }
}
