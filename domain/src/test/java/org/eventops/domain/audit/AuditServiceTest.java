package org.eventops.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.audit.AuditLine.What;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.change.Progress;
import org.junit.jupiter.api.Test;

class AuditServiceTest {
    private static final UUID SCOPE = new UUID(1, 1);

    /** Somebody works on while it is verified. */
    private static final class Busy implements AuditLog {
        private final AuditLine line =
                AuditSeal.next(
                        new UUID(2, 1),
                        new What(
                                Instant.EPOCH,
                                "Ana",
                                "door",
                                SCOPE,
                                Deed.ADDED,
                                "person",
                                SCOPE,
                                1),
                        "{}",
                        "salt",
                        0,
                        null);
        private final Map<UUID, String> journal = new HashMap<>();
        private final boolean journalled;

        Busy(boolean journalled) {
            this.journalled = journalled;
        }

        @Override
        public void note(Note note) {}

        @Override
        public List<AuditLine> find(AuditSearch search) {
            return List.of(line);
        }

        /** The line is written after the journal was read, and before this. */
        @Override
        public void each(Consumer<AuditLine> reader) {
            if (journalled) {
                journal.put(line.id(), line.link().hash());
            }
            reader.accept(line);
        }

        @Override
        public Map<UUID, String> journalled() {
            return Map.copyOf(journal);
        }

        @Override
        public int forget(Collection<UUID> rows) {
            return 0;
        }
    }

    private static AuditVerdict verdict(Busy log) {
        DirectTransactions transactions = new DirectTransactions() {};
        return new AuditService(transactions, log).verify(List.of(), Progress.NONE);
    }

    @Test
    void whatIsWrittenMeanwhileIsNobodysTampering() {
        assertThat(verdict(new Busy(true)).unconfirmed()).isZero();
        assertThat(verdict(new Busy(true)).sound()).isTrue();
    }

    @Test
    void whatStandsInNoJournalIsCounted() {
        assertThat(verdict(new Busy(false)).unconfirmed()).isEqualTo(1);
    }
}
