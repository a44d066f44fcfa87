package org.eventops.console.services;

import org.eventops.domain.access.Access;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.unlock.Entry;

/**
 * Who works at this console now, and how people come in.
 *
 * @param computer for whom it opens without a password
 * @param again asks the store anew what whoever works here may do
 */
public record AccessServices(
        Access access,
        PasswordService passwords,
        ComputerService computer,
        Entry entry,
        AuditServices audit,
        Runnable again) {
    /** The same with another way in, as for pictures. */
    public AccessServices with(Entry other) {
        return new AccessServices(access, passwords, computer, other, audit, again);
    }
}
