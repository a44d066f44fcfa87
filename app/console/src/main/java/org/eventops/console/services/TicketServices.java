package org.eventops.console.services;

import org.eventops.domain.ticketing.issue.TicketIssuing;
import org.eventops.domain.ticketing.issue.TicketVerifying;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.ticketing.signed.TicketSigning;

/** Tickets that go out, and the keys that sign them. */
public record TicketServices(
        TicketIssuing issuing, TicketSigning signing, TicketVerifying verifying, KeyVault keys) {}
