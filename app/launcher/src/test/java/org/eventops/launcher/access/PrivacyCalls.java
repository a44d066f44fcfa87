package org.eventops.launcher.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eventops.console.services.PrivacyServices;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventId;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.NotedDocuments;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalDocuments;
import org.eventops.domain.privacy.PrivacyService;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.domain.privacy.Subject;

/** The calls about personal data, all of which take the same. */
final class PrivacyCalls {
    private final Map<String, ServiceCalls.Line> lines = new LinkedHashMap<>();

    PrivacyCalls(PrivacyServices services, EventId event) {
        PersonQuery nobody = new PersonQuery("nobody@example.org", event);
        Class<?> of = PrivacyService.class;
        call(of, "find(PersonQuery)", () -> services.people().find(nobody));
        call(
                of,
                "erase(EraseRequest)",
                () -> services.people().erase(new EraseRequest(nobody, "asked", false, true)));
        call(
                NotedDocuments.class,
                "write(PersonalData,Form,OutputStream)",
                () -> givenOut(services.documents()));
        of = RetentionService.class;
        RetentionService retention = services.retention();
        call(of, "rule()", retention::rule);
        call(of, "due()", retention::due);
        call(of, "keepFor(Optional)", () -> retention.keepFor(Optional.of(30)));
        call(of, "apply(Progress)", () -> retention.apply(Progress.NONE));
        of = ConsentService.class;
        ConsentService consents = services.consents();
        ConsentService.Said said =
                new ConsentService.Said("nobody@example.org", "news", true, "", null);
        call(of, "record(EventId,Said)", () -> consents.record(event, said));
        call(of, "list(EventId,String)", () -> consents.list(event, null));
    }

    private static void givenOut(PersonalDocuments documents) {
        Subject nobody = Subject.email("nobody@example.org").orElseThrow();
        try {
            documents.write(
                    new PersonalData(nobody, "", new TreeSet<>(), List.of(), List.of()),
                    new PersonalDocuments.Form(0, Instant.EPOCH, Locale.ENGLISH, true),
                    OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void call(Class<?> service, String method, Runnable call) {
        lines.put(
                service.getSimpleName() + "." + method,
                new ServiceCalls.Line(Optional.of(Permission.KEEP_PRIVACY), false, call));
    }

    Map<String, ServiceCalls.Line> lines() {
        return lines;
    }
}
