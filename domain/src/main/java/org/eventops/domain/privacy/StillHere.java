package org.eventops.domain.privacy;

import java.util.List;
import org.eventops.domain.access.Role;
import org.eventops.domain.people.PinService;
import org.eventops.domain.unlock.FoldedName;
import org.eventops.domain.unlock.KeyChanges;

/** Whether somebody still works at this organisation: has a role, a password or a PIN. */
public record StillHere(KeyChanges keys, PinService pins) {
    boolean is(List<NamedPerson> entries) {
        return entries.stream().anyMatch(this::is);
    }

    private boolean is(NamedPerson entry) {
        String role = entry.role();
        boolean permitted = role != null && !Role.valueOf(role).permissions().isEmpty();
        return permitted
                || keys.has(entry.name())
                || pins.owners().stream().anyMatch(each -> FoldedName.isSame(each, entry.name()));
    }
}
