package org.eventops.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import org.eventops.console.feature.sync.ConflictTexts;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictCase;
import org.jspecify.annotations.Nullable;

/** A conflict as a line for a person, or as an object for a script. */
final class ConflictLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;
    private final ConflictTexts texts;

    ConflictLines(Session session) {
        this.session = session;
        this.texts = new ConflictTexts(session.texts(), session.clock().getZone());
    }

    void print(ConflictCase each) {
        session.answer(object(each).map(), line(each));
    }

    private String line(ConflictCase each) {
        String settled = texts.settled(each).map(how -> "\n  ✓ " + how).orElse("");
        return each.conflict().id()
                + "  "
                + texts.title(each)
                + " ("
                + texts.place(each)
                + ")"
                + side(each, Choice.WINNER)
                + side(each, Choice.LOSER)
                + settled;
    }

    private String side(ConflictCase each, Choice side) {
        return "\n  " + texts.who(each, side) + ": " + String.join("; ", texts.lines(each, side));
    }

    private JsonRow object(ConflictCase each) {
        Conflict conflict = each.conflict();
        boolean mine = each.mine() == Choice.LOSER;
        Conflict.Side own = mine ? conflict.loser() : conflict.winner();
        Conflict.Side other = mine ? conflict.winner() : conflict.loser();
        return JsonRow.of("id", conflict.id().toString())
                .put("kind", conflict.kind().name())
                .put("what", texts.title(each))
                .put("field", conflict.field())
                .put("mine", value(own))
                .put("theirs", value(other))
                .put("at", time(each, conflict.raised()))
                .put("event", each.event())
                .put("list", each.list())
                .put("table", conflict.table())
                .put("row", conflict.row() == null ? null : conflict.row().toString())
                .put("mineDevice", own.device())
                .put("theirsDevice", other.device())
                .put("mineAt", time(each, own.at()))
                .put("theirsAt", time(each, other.at()))
                .put("resolved", time(each, conflict.resolved()))
                .put("resolvedBy", conflict.resolvedBy())
                .put("taken", taken(each));
    }

    /** As this console would say it; the hub's word stays. */
    private static @Nullable String taken(ConflictCase each) {
        String taken = each.conflict().taken();
        if (Choice.LOSER.taken().equals(taken) || Choice.WINNER.taken().equals(taken)) {
            return each.mine().taken().equals(taken) ? "mine" : "theirs";
        }
        return taken;
    }

    private static @Nullable Object value(Conflict.Side side) {
        String json = side.value();
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // what is damaged is shown as the text it is
            return json;
        }
    }

    private @Nullable String time(ConflictCase each, @Nullable Instant at) {
        ZoneId zone = each.zone() == null ? session.clock().getZone() : each.zone();
        return at == null ? null : JsonRow.time(at, zone);
    }
}
