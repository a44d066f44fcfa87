package org.eventops.launcher.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;

/** What each thread is at. */
final class Threads {
    private Threads() {}

    static void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().threadId()))
                .forEach(each -> add(text, each));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A library may name a thread after what it works on: its number says enough. */
    private static void add(StringBuilder text, Map.Entry<Thread, StackTraceElement[]> each) {
        Thread thread = each.getKey();
        text.append(thread.threadId()).append(' ').append(thread.getState()).append('\n');
        for (StackTraceElement frame : each.getValue()) {
            text.append("    ").append(frame).append('\n');
        }
    }
}
