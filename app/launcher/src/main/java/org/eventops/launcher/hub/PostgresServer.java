package org.eventops.launcher.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL of one folder, on loopback, with SCRAM and with fsync as PostgreSQL has it. It is a
 * process of its own that outlives a program that was killed.
 */
final class PostgresServer {
    private static final String SETTINGS =
            """

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = '128MB'
            """;

    private final PostgresPrograms programs;
    private final Path data;
    private final Path log;

    PostgresServer(PostgresPrograms programs, Path folder) {
        this.programs = programs;
        this.data = folder.resolve("data");
        this.log = folder.resolve("postgres.log");
    }

    /** Makes the folder of the data; one that was left half made was never used. */
    void create(String secret) throws HubFailure {
        if (Files.exists(data.resolve("ready"))) {
            return;
        }
        Path file = data.resolveSibling("secret.writing");
        try {
            PostgresPrograms.delete(data);
            Files.writeString(file, secret);
            run(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--auth=scram-sha-256",
                    "--pwfile=" + file);
            Files.writeString(data.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
            Files.writeString(data.resolve("ready"), "");
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, data.toString(), e);
        } finally {
            forget(file);
        }
    }

    private static void forget(Path file) throws HubFailure {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, file.toString(), e);
        }
    }

    /** The port and the process of the server that runs on this folder, if one does. */
    Optional<Running> running() throws HubFailure {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            Optional<ProcessHandle> process =
                    ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
            if (process.isEmpty() || !isPostgres(process.get())) {
                // The number of a process that is gone may be another program's by now.
                Files.delete(file);
                return Optional.empty();
            }
            return Optional.of(new Running(process.get(), Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, file.toString(), e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info().command().map(each -> each.contains("postgres")).orElse(true);
    }

    /**
     * @param process the postmaster
     */
    record Running(ProcessHandle process, int port) {}

    /** Returns when it takes connections; a crash before is mended by then. */
    Running start(int port) throws HubFailure {
        run(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "120",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                "-p " + port);
        return running()
                .orElseThrow(() -> new HubFailure(HubFailure.Kind.NOT_STARTED, log.toString()));
    }

    void stop() throws HubFailure {
        run("pg_ctl", "stop", "-w", "-t", "60", "-m", "fast", "-D", data.toString());
    }

    /** PostgreSQL refuses to run as root; in a user space of its own it does not see that it is. */
    private void run(String program, String... arguments) throws HubFailure {
        List<String> command = new ArrayList<>();
        if (PostgresPrograms.system().equals("linux")
                && System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.path(program));
        command.addAll(List.of(arguments));
        Path said = log.resolveSibling(program + ".log");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            if (process.waitFor() != 0) {
                throw failed(program, said);
            }
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.NOT_STARTED, command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubFailure(HubFailure.Kind.NOT_STARTED, program, e);
        }
    }

    private HubFailure failed(String program, Path said) throws IOException {
        boolean starting = program.equals("pg_ctl") && Files.exists(log);
        String words =
                starting ? Files.readString(log, StandardCharsets.UTF_8) : Files.readString(said);
        boolean port =
                words.lines()
                        .skip(Math.max(0, words.lines().count() - 6))
                        .anyMatch(line -> line.contains("Address already in use"));
        return new HubFailure(
                port ? HubFailure.Kind.PORT : HubFailure.Kind.NOT_STARTED,
                (starting ? log : said).toString());
    }
}
