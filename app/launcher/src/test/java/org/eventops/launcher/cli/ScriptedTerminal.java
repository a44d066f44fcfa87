package org.eventops.launcher.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody who answers what they were told to; nobody if that is nothing. */
final class ScriptedTerminal implements Terminal {
    private final Deque<String> answers;
    private final List<String> asked = new ArrayList<>();

    ScriptedTerminal(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /** What was asked, in order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public boolean isThere() {
        return !answers.isEmpty();
    }

    @Override
    public Optional<String> line(String prompt) {
        asked.add(prompt);
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> secret(String prompt) {
        return line("(hidden) " + prompt);
    }
}
