package org.eventops.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.audit.AuditLine.What;
import org.eventops.domain.audit.AuditVerdict.Fault;
import org.eventops.domain.audit.AuditVerdict.Kind;
import org.junit.jupiter.api.Test;

/** The chain by itself, where no journal is left to hold it against. */
class AuditCheckTest {
    private static final UUID SCOPE = new UUID(1, 1);

    private static List<AuditLine> lines(int count) {
        List<AuditLine> lines = new ArrayList<>();
        AuditLine.Link last = null;
        for (int i = 1; i <= count; i++) {
            What what =
                    new What(Instant.EPOCH, "Ana", "door", SCOPE, Deed.ADDED, "person", SCOPE, 1);
            AuditLine line = AuditSeal.next(new UUID(2, i), what, "{}", "salt", 0, last);
            lines.add(line);
            last = line.link();
        }
        return lines;
    }

    private static List<Kind> faults(List<AuditLine> lines, Map<UUID, String> journalled) {
        AuditCheck check = new AuditCheck(journalled);
        lines.forEach(check::take);
        return check.end(List.of()).faults().stream().map(Fault::kind).toList();
    }

    @Test
    void allAsWrittenIsSound() {
        assertThat(faults(lines(4), Map.of())).isEmpty();
    }

    @Test
    void aLineTakenOutOfTheMiddleOrFromTheStartIsMissedByTheNext() {
        for (int gone = 0; gone < 3; gone++) {
            List<AuditLine> lines = lines(4);
            lines.remove(gone);
            assertThat(faults(lines, Map.of())).containsExactly(Kind.BEFORE_MISSING);
        }
    }

    @Test
    void theEndIsMissedByTheJournalOnly() {
        List<AuditLine> lines = lines(3);
        AuditLine end = lines.removeLast();
        assertThat(faults(lines, Map.of())).isEmpty();
        assertThat(faults(lines, Map.of(end.id(), end.link().hash()))).containsExactly(Kind.GONE);
    }

    @Test
    void aChainWrittenAnewIsNotWhatTheJournalKnows() {
        List<AuditLine> lines = lines(2);
        assertThat(faults(lines, Map.of(lines.getFirst().id(), "another")))
                .containsExactly(Kind.CHANGED);
    }
}
