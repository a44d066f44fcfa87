package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDeviceSecretsTest {
    @TempDir private Path data;

    @Test
    void keepsReplacesAndForgets() {
        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        assertThat(secrets.read()).isEmpty();

        HubAccess first = Samples.access("AAEC");
        secrets.keep(first);
        assertThat(new FolderDeviceSecrets(data, Samples.KEY).read()).contains(first);

        HubAccess second = first.with(first.login().changing("another"));
        secrets.keep(second);
        assertThat(new FolderDeviceSecrets(data, Samples.KEY).read()).contains(second);

        secrets.forget();
        assertThat(secrets.read()).isEmpty();
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        new FolderDeviceSecrets(data, Samples.KEY).keep(Samples.access(null));
        Path file = data.resolve("keys/hub.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotConfusedByAWritingThatWasCut() throws Exception {
        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        HubAccess access = Samples.access(null);
        secrets.keep(access);
        Files.writeString(data.resolve("keys/hub.json.writing"), "{\"ho");
        assertThat(secrets.read()).contains(access);
        secrets.keep(access);
        assertThat(secrets.read()).contains(access);
    }

    @Test
    void saysWhereItIsWhenItCannotBeRead() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/hub.json"), "{}");
        assertThatThrownBy(() -> new FolderDeviceSecrets(data, Samples.KEY).read())
                .isInstanceOf(DeviceSecrets.SecretsProblem.class)
                .hasMessageContaining("hub.json");
    }
}
