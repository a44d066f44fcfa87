package org.eventops.launcher.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.DataFolder;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.resources.Texts;

/** One run of the command line: its options, its language, where it prints, the store it opens. */
final class Session {
    private final GlobalOptions options;
    private final Texts texts;
    private final Output output;
    private final Clock clock;
    private final ThisComputer computer;

    Session(GlobalOptions options, Texts texts, Output output, Clock clock, ThisComputer computer) {
        this.options = options;
        this.texts = texts;
        this.output = output;
        this.clock = clock;
        this.computer = computer;
    }

    /**
     * Opens the store for the work and closes it after; the answer is the work's. A console that an
     * administrator has taken out, or that was without its hub for too long, does no work.
     */
    int inStore(ToIntFunction<OpenConsole> work) {
        return inStoreEvenAway(
                console -> {
                    if (console.away()) {
                        throw CliFailure.environment(text("cli.away"));
                    }
                    return work.applyAsInt(console);
                });
    }

    /** The same for what brings a console back that was without its hub for too long. */
    int inStoreEvenAway(ToIntFunction<OpenConsole> work) {
        return inStoreEvenLocked(
                console -> {
                    console.sealed()
                            .ifPresent(
                                    file -> {
                                        throw CliFailure.environment(text("cli.locked", file));
                                    });
                    return work.applyAsInt(console);
                });
    }

    /** The same for what a console may still be asked when it was taken out. */
    int inStoreEvenLocked(ToIntFunction<OpenConsole> work) {
        Path folder = dataFolder();
        LogFile.in(folder);
        try (OpenConsole console = unlockFile().open(folder)) {
            console.recovery(texts).ifPresent(output::note);
            if (options.offline()) {
                console.stayOffline();
            }
            return work.applyAsInt(console);
        }
    }

    /** Person and password, where something asks for them. */
    UnlockFile unlockFile() {
        return new UnlockFile(this, options.unlockFile());
    }

    Path dataFolder() {
        return folder("--data", DataFolder.of(options.data()));
    }

    /**
     * A folder that is there or can be made.
     *
     * @param place the option that names it
     * @throws CliFailure if a file stands there, or where it would lie; what cannot be seen is told
     *     by whoever opens it
     */
    Path folder(String place, Path named) {
        Path folder = named.toAbsolutePath().normalize();
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw wrong(place, folder.toString(), text("cli.expected.folder", there));
        }
        return folder;
    }

    Texts texts() {
        return texts;
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    Output output() {
        return output;
    }

    Clock clock() {
        return clock;
    }

    /** Where this computer keeps secrets; not asked before something is opened with it. */
    SystemKeyStore keyStore() {
        return computer.keyStore();
    }

    /** Where somebody may sit who can be asked. */
    Terminal terminal() {
        return computer.terminal();
    }

    boolean languageChosen() {
        return options.language() != null;
    }

    /** Whether this run must not touch the network. */
    boolean offline() {
        return options.offline();
    }

    boolean json() {
        return options.json();
    }

    /** The object where JSON was asked for, else the line for a person. */
    void answer(Map<String, ?> object, String line) {
        if (json()) {
            output.json(object);
        } else {
            output.line(line);
        }
    }

    /** What a person can do about a store that does not work. */
    String sentence(StoreException store) {
        return text("cli.store." + store.problem(), store.detail(), dataFolder());
    }

    /** What whoever works here may not do. */
    String sentence(NotPermitted refused) {
        return text("people.refused", text("people.permission." + refused.permission()));
    }

    /**
     * What there is to say about what was given.
     *
     * @param key of the sentence
     */
    String about(String given, String key, Object... arguments) {
        return ShownValue.of(given) + ": " + text(key, arguments);
    }

    /** Says what is wrong with the value of an option or argument. */
    CliFailure wrong(String place, String value, String expected) {
        return CliFailure.input(text("cli.input", place, ShownValue.of(value), expected));
    }
}
