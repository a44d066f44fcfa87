package org.eventops.console.services;

import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.PersonalDocuments;
import org.eventops.domain.privacy.PrivacyService;
import org.eventops.domain.privacy.RetentionService;

/** What is kept of people: giving it out, taking it away, for how long, and what they agreed to. */
public record PrivacyServices(
        PrivacyService people,
        RetentionService retention,
        ConsentService consents,
        PersonalDocuments documents) {}
