package org.eventops.launcher.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * A console of {@link ReconnectFigures} and {@link LoadFigures} in a process of its own, with the
 * heap of a real one: it does what each line of standard input says and answers with a line. {@link
 * DoorProcess} has the words.
 */
public final class BenchDoor {
    private final BenchConsole console;
    private @Nullable EventId event;

    private BenchDoor(BenchConsole console) {
        this.console = console;
    }

    /**
     * @param arguments the folder of a store that has been let in
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader words =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (BenchConsole console =
                BenchConsole.letInBefore(Path.of(arguments[0]), Clock.systemUTC())) {
            BenchDoor door = new BenchDoor(console);
            System.out.println("open");
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                System.out.println(door.answer(line.split(" ", -1)));
                System.out.flush();
            }
        }
    }

    private String answer(String[] words) {
        switch (words[0]) {
            case DoorProcess.PLUG -> console.plugIn();
            case DoorProcess.UNPLUG -> console.pullThePlug();
            case DoorProcess.READY -> console.awaitDoor();
            case DoorProcess.LOADED -> console.awaitLoad();
            case DoorProcess.SCAN -> scan(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case DoorProcess.HANDED -> console.await("sent", () -> console.waiting() == 0);
            case DoorProcess.FETCHED -> {
                long seq = Long.parseLong(words[1]);
                console.await("fetched", () -> console.followed(event()) >= seq);
            }
            case DoorProcess.CONTENT -> {
                return content();
            }
            case DoorProcess.SPENT -> {
                return console.spent().line();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return words[0];
    }

    private EventId event() {
        EventId known = event;
        if (known == null) {
            known = console.event();
            event = known;
        }
        return known;
    }

    private void scan(int from, int count) {
        for (int i = from; i < from + count; i++) {
            console.scan(event(), i);
        }
    }

    private String content() {
        Map<String, ContentHash> sorted = new TreeMap<>(console.hashes(event()));
        long rows = sorted.values().stream().mapToLong(ContentHash::rows).sum();
        return rows + " " + sorted.toString().replace(' ', '_');
    }
}
