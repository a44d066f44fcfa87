package org.eventops.launcher.wiring;

import java.time.Clock;
import org.eventops.adapters.documents.PersonalJson;
import org.eventops.console.services.PrivacyServices;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.NotedDocuments;
import org.eventops.domain.privacy.PrivacyService;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.domain.privacy.StillHere;
import org.eventops.persistence.Store;

/** What is kept of people, and taking it away. */
final class PrivacyWiring {
    private PrivacyWiring() {}

    static PrivacyServices over(Store store, StillHere here, Clock clock) {
        return new PrivacyServices(
                new PrivacyService(
                        store.transactions(),
                        store.personal(),
                        store.access(),
                        here,
                        store.audit(),
                        clock),
                new RetentionService(
                        store.transactions(),
                        store.personal(),
                        store.access(),
                        store.audit(),
                        clock),
                new ConsentService(store.transactions(), store.personal(), store.access(), clock),
                new NotedDocuments(
                        new PersonalJson(), store.transactions(), store.access(), store.audit()));
    }
}
