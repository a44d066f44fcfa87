package org.eventops.launcher.cli;

import java.util.UUID;
import org.eventops.console.feature.sync.ConflictTexts;
import org.eventops.launcher.wiring.OpenConsole;

/** What a conflict is called. */
final class ConflictTitle {
    private final Session session;
    private final OpenConsole console;

    ConflictTitle(Session session, OpenConsole console) {
        this.session = session;
        this.console = console;
    }

    /** Its id while this console has no such conflict. */
    String of(UUID id) {
        ConflictTexts texts = new ConflictTexts(session.texts(), session.clock().getZone());
        return console.sync().cases().find(id).map(texts::title).orElse(id.toString());
    }
}
