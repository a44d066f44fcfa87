package org.eventops.launcher.hub;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;
import org.eventops.sync.server.Secret;

/**
 * What a hub of this machine keeps beside its data, readable by this user only.
 *
 * @param port the same at every start, because it stands in the consoles' bundles
 * @param administrator secret of PostgreSQL's superuser
 * @param operator secret of the hub's operator
 */
record DevHubSecrets(int port, String administrator, String operator) {
    private static final String FILE = "hub.properties";

    static DevHubSecrets made(int port, SecureRandom random) {
        return new DevHubSecrets(port, Secret.made(random), Secret.made(random));
    }

    DevHubSecrets at(int otherPort) {
        return new DevHubSecrets(otherPort, administrator, operator);
    }

    static boolean there(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static DevHubSecrets read(Path folder) throws HubFailure {
        Path file = folder.resolve(FILE);
        try {
            Properties kept = new Properties();
            kept.load(new StringReader(Files.readString(file)));
            return new DevHubSecrets(
                    Integer.parseInt(kept.getProperty("port", "")),
                    kept.getProperty("administrator", ""),
                    kept.getProperty("operator", ""));
        } catch (IOException | NumberFormatException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, file.toString(), e);
        }
    }

    void keep(Path folder) throws HubFailure {
        Path writing = folder.resolve(FILE + ".writing");
        try {
            Properties kept = new Properties();
            kept.setProperty("port", Integer.toString(port));
            kept.setProperty("administrator", administrator);
            kept.setProperty("operator", operator);
            StringWriter text = new StringWriter();
            kept.store(text, null);
            Files.deleteIfExists(writing);
            Files.createFile(writing, ownersOnly(folder, "rw-------"));
            Files.writeString(writing, text.toString());
            Files.move(
                    writing,
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, folder.toString(), e);
        }
    }

    /** The folder for all of it, closed to others. */
    static void makeFolder(Path folder) throws HubFailure {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, ownersOnly(folder, "rwx------"));
            }
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, folder.toString(), e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path folder, String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "DevHubSecrets[" + port + "]";
    }
}
