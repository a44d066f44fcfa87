package org.eventops.launcher.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eventops.adapters.keystore.SecretService;
import org.eventops.domain.unlock.SystemKeyStore;
import org.junit.jupiter.api.Assumptions;

/**
 * GNOME's real key ring on a bus of its own, as somebody has it who is logged in to a computer; its
 * content stays in the folder from one log-in to the next.
 */
final class PrivateKeyStore implements AutoCloseable {
    private static final List<String> PROGRAMS =
            List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool");

    private final Map<String, String> environment = new HashMap<>();
    private final Process bus;

    PrivateKeyStore(Path folder) throws IOException, InterruptedException {
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        environment.put("XDG_DATA_HOME", Files.createDirectories(folder.resolve("d")).toString());
        environment.put("XDG_RUNTIME_DIR", Files.createDirectories(folder.resolve("r")).toString());
        environment.put("DISPLAY", "");
        environment.put("WAYLAND_DISPLAY", "");
        this.bus =
                builder(
                                "dbus-daemon",
                                "--session",
                                "--nofork",
                                "--print-address",
                                "--address=unix:dir=" + folder)
                        .start();
        // Closed with the bus.
        BufferedReader said = bus.inputReader(StandardCharsets.UTF_8);
        environment.put("DBUS_SESSION_BUS_ADDRESS", String.valueOf(said.readLine()));
        logIn();
    }

    /** Says why and skips where these programs are not installed. */
    static void assume() {
        List<Path> folders =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(Path::of)
                        .toList();
        for (String each : PROGRAMS) {
            Assumptions.assumeTrue(
                    folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(each))),
                    () -> "no key ring to try: " + each + " is not installed");
        }
    }

    /** It is ready once the program that asked for it has ended. */
    private void logIn() throws IOException, InterruptedException {
        Process unlock =
                builder("gnome-keyring-daemon", "--unlock", "--components=secrets").start();
        try (OutputStream in = unlock.getOutputStream()) {
            in.write("log-in".getBytes(StandardCharsets.US_ASCII));
        }
        ended(unlock);
    }

    SystemKeyStore store() {
        return new SecretService(environment);
    }

    /** As when the screen is locked and the key ring with it. */
    void lock() throws IOException, InterruptedException {
        ended(
                builder(
                                "dbus-send",
                                "--session",
                                "--print-reply",
                                "--dest=org.freedesktop.secrets",
                                "/org/freedesktop/secrets",
                                "org.freedesktop.Secret.Service.Lock",
                                "array:objpath:/org/freedesktop/secrets/collection/login")
                        .start());
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder;
    }

    private static void ended(Process program) throws IOException, InterruptedException {
        if (!program.waitFor(30, TimeUnit.SECONDS) || program.exitValue() != 0) {
            throw new IOException(program.info() + " did not do it");
        }
    }

    /** The key ring ends with its bus. */
    @Override
    public void close() {
        bus.destroy();
        bus.onExit().join();
    }
}
