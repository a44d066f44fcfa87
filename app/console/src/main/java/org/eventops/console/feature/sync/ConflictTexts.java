package org.eventops.console.feature.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventops.console.ui.Formats;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.Conflict.Kind;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.SideContent;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** A conflict in words; the window and the command line say the same. */
public final class ConflictTexts {
    private static final int CHANGES = 4;
    private static final String HUB = "hub";

    private final Texts texts;
    private final ZoneId here;

    /**
     * @param here where no event says in which zone it is
     */
    public ConflictTexts(Texts texts, ZoneId here) {
        this.texts = texts;
        this.here = here;
    }

    /** What it is about. */
    public String title(ConflictCase each) {
        Conflict conflict = each.conflict();
        ValueWords words = words(each);
        String key = "sync.conflict." + conflict.kind();
        return each.label() == null
                ? texts.get(
                        key + ".noName",
                        words.table(conflict.table()),
                        "",
                        words.field(conflict.field()))
                : texts.get(key, arguments(each, words));
    }

    private static Object[] arguments(ConflictCase each, ValueWords words) {
        Conflict conflict = each.conflict();
        String label = String.valueOf(each.label());
        return switch (conflict.kind()) {
            case FIELD, DELETED ->
                    new Object[] {
                        words.table(conflict.table()), label, words.field(conflict.field())
                    };
            default -> new Object[] {label};
        };
    }

    /** What happened, in a sentence. */
    public String meaning(ConflictCase each) {
        boolean kept =
                each.conflict().kind() == Kind.DELETED
                        && each.loser() instanceof SideContent.Nothing;
        return texts.get("sync.conflict.line." + each.conflict().kind() + (kept ? ".kept" : ""));
    }

    /** Event and list. */
    public String place(ConflictCase each) {
        String event =
                each.event() == null ? texts.get("sync.conflict.organisation") : each.event();
        return each.list() == null
                ? event
                : event + " · " + texts.get("sync.conflict.list", each.list());
    }

    /** Whose side it is and when it was made. */
    public String who(ConflictCase each, Choice side) {
        Instant at = side(each, side).at();
        String device = device(each, side);
        return at == null ? device : texts.get("sync.side.at", device, moment(each, at));
    }

    private String device(ConflictCase each, Choice side) {
        String device = side(each, side).device();
        if (each.conflict().kind() == Kind.REJECTED && side == Choice.WINNER) {
            return texts.get("sync.side.hub");
        }
        if (side == each.mine() && device != null) {
            return texts.get("sync.side.mine.named", device);
        }
        return device == null ? texts.get("sync.side.other") : device;
    }

    private static Conflict.Side side(ConflictCase each, Choice side) {
        return side == Choice.WINNER ? each.conflict().winner() : each.conflict().loser();
    }

    private static SideContent content(ConflictCase each, Choice side) {
        return side == Choice.WINNER ? each.winner() : each.loser();
    }

    /** What that side holds, a line for each thing. */
    public List<String> lines(ConflictCase each, Choice side) {
        ValueWords words = words(each);
        String field = each.conflict().field();
        return switch (content(each, side)) {
            case SideContent.Value it ->
                    List.of(
                            value(
                                    each,
                                    side,
                                    words.value(each.conflict().table(), field, it.value())));
            case SideContent.Entry it -> entry(it);
            case SideContent.Whole it -> whole(each, it);
            case SideContent.Changes it -> changes(each, it.changes());
            case SideContent.Word it -> List.of(word(each, side, it.word()));
            case SideContent.Large unused -> List.of(texts.get("sync.change.large"));
            case SideContent.Nothing unused -> nothing(each);
            case SideContent.Unreadable it -> List.of(texts.get("sync.side.unreadable", it.json()));
        };
    }

    private String value(ConflictCase each, Choice side, String value) {
        if (each.conflict().kind() != Kind.SLUG) {
            return value;
        }
        return texts.get(side == Choice.WINNER ? "sync.side.given" : "sync.side.asked", value);
    }

    private List<String> entry(SideContent.Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(
                entry.gate() == null
                        ? texts.get("sync.side.gate.none")
                        : texts.get("sync.side.gate", entry.gate()));
        if (entry.operator() != null) {
            lines.add(texts.get("sync.side.operator", entry.operator()));
        }
        return lines;
    }

    private List<String> whole(ConflictCase each, SideContent.Whole whole) {
        ValueWords words = words(each);
        String table = each.conflict().table();
        List<String> lines = new ArrayList<>();
        whole.fields()
                .forEach(
                        (name, value) ->
                                lines.add(
                                        texts.get(
                                                "sync.side.wanted",
                                                words.field(name),
                                                words.value(table, name, value))));
        return lines.isEmpty() ? List.of(texts.get("sync.side.row")) : lines;
    }

    private List<String> changes(ConflictCase each, List<RowChange> changes) {
        List<String> lines = new ArrayList<>();
        changes.stream().limit(CHANGES).map(change -> change(each, change)).forEach(lines::add);
        if (changes.size() > CHANGES) {
            lines.add(texts.get("sync.change.more", changes.size() - CHANGES));
        }
        return lines;
    }

    private String change(ConflictCase each, RowChange change) {
        ValueWords words = words(each);
        List<String> values =
                change.columns().stream()
                        .filter(column -> texts.has("sync.field." + column.name()))
                        .limit(CHANGES)
                        .map(
                                column ->
                                        texts.get(
                                                "sync.side.wanted",
                                                words.field(column.name()),
                                                words.value(
                                                        change.table(),
                                                        column.name(),
                                                        column.after() == null
                                                                ? column.before()
                                                                : column.after())))
                        .toList();
        return texts.get(
                "sync.change." + change.op(),
                words.table(change.table()),
                String.join(" · ", values));
    }

    private String word(ConflictCase each, Choice side, String word) {
        if (each.conflict().kind() != Kind.REJECTED || side != Choice.WINNER) {
            return word;
        }
        String key = "sync.reject." + word;
        return texts.has(key) ? texts.get(key) : texts.get("sync.reject.other", word);
    }

    private List<String> nothing(ConflictCase each) {
        return each.conflict().kind() == Kind.DELETED
                ? List.of(texts.get("sync.side.deleted"))
                : List.of();
    }

    /** The word on the button that takes it; empty where there is no such side to take. */
    public Optional<String> take(ConflictCase each, Choice choice) {
        Kind kind = each.conflict().kind();
        if (kind == Kind.DELETED && each.loser() instanceof SideContent.Nothing) {
            return choice == Choice.WINNER
                    ? Optional.of(texts.get("sync.take.DELETED.KEPT"))
                    : Optional.empty();
        }
        if (choice == Choice.LOSER && each.loser() instanceof SideContent.Large) {
            return Optional.empty();
        }
        String key = "sync.take." + kind + "." + choice;
        return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    /** Who settled it, when and how; empty while it is open. */
    public Optional<String> settled(ConflictCase each) {
        Conflict conflict = each.conflict();
        Instant at = conflict.resolved();
        if (at == null) {
            return Optional.empty();
        }
        if (HUB.equals(conflict.resolvedBy())) {
            return Optional.of(texts.get("sync.settled.hub", moment(each, at)));
        }
        return Optional.of(
                texts.get(
                        "sync.settled",
                        String.valueOf(conflict.resolvedBy()),
                        moment(each, at),
                        how(each, conflict.taken())));
    }

    private String how(ConflictCase each, @Nullable String taken) {
        if (Choice.LOSER.taken().equals(taken)) {
            return texts.get("sync.settled.loser", device(each, Choice.LOSER));
        }
        return Choice.WINNER.taken().equals(taken)
                ? texts.get("sync.settled.winner", device(each, Choice.WINNER))
                : texts.get("sync.settled.both");
    }

    /** Which side holds at the moment, where that is a side. */
    public Optional<Choice> standing(ConflictCase each) {
        return switch (each.conflict().kind()) {
            case FIELD, SLUG ->
                    Optional.of(
                            Choice.LOSER.taken().equals(each.conflict().taken())
                                    ? Choice.LOSER
                                    : Choice.WINNER);
            default -> Optional.empty();
        };
    }

    private String moment(ConflictCase each, Instant at) {
        return Formats.moment(at, zone(each), texts.locale());
    }

    private ZoneId zone(ConflictCase each) {
        ZoneId zone = each.zone();
        return zone == null ? here : zone;
    }

    private ValueWords words(ConflictCase each) {
        return new ValueWords(texts, zone(each), each.currency());
    }
}
