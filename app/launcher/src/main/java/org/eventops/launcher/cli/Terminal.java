package org.eventops.launcher.cli;

import java.io.Console;
import java.util.Optional;

/** Somebody at a keyboard who can be asked. */
interface Terminal {
    /** Whether there is anybody; in a script there is not. */
    boolean isThere();

    /** Empty if they gave up. */
    Optional<String> line(String prompt);

    /** The same; what is typed is not shown. */
    Optional<String> secret(String prompt);

    /** The one that this program was started from. */
    static Terminal ofProgram() {
        return new Terminal() {
            @Override
            public boolean isThere() {
                return Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent();
            }

            @Override
            public Optional<String> line(String prompt) {
                return Optional.ofNullable(System.console())
                        .map(console -> console.readLine("%s ", prompt));
            }

            @Override
            public Optional<String> secret(String prompt) {
                return Optional.ofNullable(System.console())
                        .map(console -> console.readPassword("%s ", prompt))
                        .map(String::new);
            }
        };
    }
}
