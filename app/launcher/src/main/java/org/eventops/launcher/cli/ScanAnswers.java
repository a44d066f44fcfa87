package org.eventops.launcher.cli;

import org.eventops.domain.change.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the door's answers as they come, and remembers how the run has to end. */
final class ScanAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ScanAnswers.class);

    private final Session session;
    private final CheckinRows rows;
    private final boolean objects;
    private ExitCode exit = ExitCode.DONE;

    /**
     * @param objects whether JSON is printed even where it was not asked for
     */
    ScanAnswers(Session session, CheckinDesk desk, boolean objects) {
        this.session = session;
        this.rows = new CheckinRows(session.texts(), desk);
        this.objects = objects || session.json();
    }

    void print(CheckinDesk.Answered answered) {
        StoreException failure = answered.answer().failure();
        if (failure != null) {
            LOG.error("scan not kept: {}", failure.problem(), failure);
            exit = ExitCode.ENVIRONMENT;
        }
        if (objects) {
            session.output().json(rows.object(answered));
        } else {
            session.output().line(rows.line(answered, session.output().terminal()));
        }
    }

    /** A line that is no scan is answered in its turn, so that whoever pairs lines keeps count. */
    void notUnderstood(int line, String sentence) {
        session.output().json(JsonRow.of("error", sentence).put("line", line).map());
        if (exit == ExitCode.DONE) {
            exit = ExitCode.INPUT;
        }
    }

    ExitCode exit() {
        return exit;
    }
}
