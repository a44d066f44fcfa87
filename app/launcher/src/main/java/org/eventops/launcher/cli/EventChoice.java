package org.eventops.launcher.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.launcher.log.LogFacts;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** Finds what an option names, or says which names there are. */
final class EventChoice {
    private static final int NAMED_AT_MOST = 12;

    private final Session session;
    private final OpenConsole console;

    EventChoice(Session session, OpenConsole console) {
        this.session = session;
        this.console = console;
    }

    ChosenEvent event(String place, String slug) {
        return console.store().transactions().read(() -> inside(place, slug));
    }

    private ChosenEvent inside(String place, String slug) {
        EventRepository events = console.store().events();
        EventId id = events.id(slug).orElseThrow(() -> noSuchEvent(place, slug));
        LogFacts.event(id.value());
        return new ChosenEvent(id, events.find(id).orElseThrow());
    }

    /** The name as the event has it. */
    String list(ChosenEvent event, String name) {
        List<String> names = lists(event);
        if (!names.contains(name)) {
            throw session.wrong("--list", name, oneOf(names));
        }
        return name;
    }

    List<String> lists(ChosenEvent event) {
        return console
                .store()
                .transactions()
                .read(() -> console.store().doorQueries().lists(event.id()))
                .stream()
                .map(ListRow::list)
                .map(list -> list.name())
                .toList();
    }

    @Nullable String gate(ChosenEvent event, @Nullable String key) {
        if (key == null) {
            return null;
        }
        List<String> keys =
                console
                        .store()
                        .transactions()
                        .read(() -> console.store().doorQueries().gates(event.id()))
                        .stream()
                        .map(Gate::key)
                        .toList();
        if (!keys.contains(key)) {
            throw session.wrong("--gate", key, oneOf(keys));
        }
        return key;
    }

    private CliFailure noSuchEvent(String place, String slug) {
        List<String> slugs = console.store().events().rows().stream().map(EventRow::slug).toList();
        return session.wrong(place, slug, oneOf(slugs));
    }

    private String oneOf(List<String> names) {
        if (names.isEmpty()) {
            return session.text("cli.expected.noneyet");
        }
        String some = names.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "));
        return names.size() > NAMED_AT_MOST
                ? session.text("cli.expected.oneofmore", some, names.size() - NAMED_AT_MOST)
                : session.text("cli.expected.oneof", some);
    }
}
