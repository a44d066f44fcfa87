package org.eventops.sync.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A server's key and certificate for 127.0.0.1, signed by itself.
 *
 * @param file PEM
 * @param key PEM, as PostgreSQL wants it
 * @param authority DER in base64, as bundles hold it
 */
record ServerCertificate(Path file, Path key, String authority) {
    private static final String PASSWORD = "changeit";

    static ServerCertificate made(Path folder) throws IOException {
        Path store = folder.resolve("server-" + System.nanoTime() + ".p12");
        try {
            keytool(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            byte[] der = keys.getCertificate("hub").getEncoded();
            Path file = store.resolveSibling(store.getFileName() + ".crt");
            Path key = store.resolveSibling(store.getFileName() + ".key");
            Files.writeString(file, pem("CERTIFICATE", der));
            Files.createFile(
                    key,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    key,
                    pem("PRIVATE KEY", keys.getKey("hub", PASSWORD.toCharArray()).getEncoded()));
            return new ServerCertificate(file, key, Base64.getEncoder().encodeToString(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "hub",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=hub",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    }
}
