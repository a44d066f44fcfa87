package org.eventops.domain.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** What people have agreed to. */
public final class ConsentService {
    private static final Pattern PURPOSE = Pattern.compile("[\\p{L}\\p{N}._-]{1,100}");
    private static final int LONGEST_SOURCE = 1000;
    private static final int LONGEST_WORDING = 10_000;

    private final Transactions transactions;
    private final PersonalRows rows;
    private final Access access;
    private final Clock clock;

    public ConsentService(
            Transactions transactions, PersonalRows rows, Access access, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param contact an e-mail address or a phone number
     * @param source where they said so; may be empty
     * @param wording what they were asked
     */
    public record Said(
            String contact,
            String purpose,
            boolean given,
            String source,
            @Nullable String wording) {}

    /** Writes down what somebody said now, in place of what they said of it before. */
    public ConsentOutcome record(EventId event, Said said) {
        access.need(Permission.KEEP_PRIVACY);
        Optional<Subject> subject = Subject.contact(said.contact());
        String wording = said.wording();
        if (subject.isEmpty()) {
            return ConsentOutcome.Problem.NO_CONTACT;
        } else if (!PURPOSE.matcher(said.purpose()).matches()) {
            return ConsentOutcome.Problem.PURPOSE_WRONG;
        } else if (said.source().length() > LONGEST_SOURCE
                || (wording != null && wording.length() > LONGEST_WORDING)) {
            return ConsentOutcome.Problem.TOO_LONG;
        }
        Consent consent =
                new Consent(
                        subject.get().value(),
                        said.purpose(),
                        said.given(),
                        clock.instant(),
                        said.source(),
                        wording);
        return transactions.write(() -> saved(event, consent));
    }

    private ConsentOutcome saved(EventId event, Consent consent) {
        if (rows.events(Set.of(event.value())).isEmpty()) {
            return ConsentOutcome.Problem.NO_EVENT;
        }
        rows.consent(event, consent);
        return new ConsentOutcome.Saved(consent);
    }

    /**
     * What was said, oldest first.
     *
     * @param contact only this person's; an e-mail address or a phone number; absent for all
     */
    public List<PersonalRow> list(EventId event, @Nullable String contact) {
        access.need(Permission.KEEP_PRIVACY);
        List<String> subjects =
                contact == null
                        ? List.of()
                        : Subject.contact(contact).map(Subject::value).stream().toList();
        if (contact != null && subjects.isEmpty()) {
            return List.of();
        }
        return transactions.read(() -> rows.rows(Part.CONSENT, subjects)).stream()
                .filter(row -> row.scope().equals(event.value()))
                .toList();
    }
}
