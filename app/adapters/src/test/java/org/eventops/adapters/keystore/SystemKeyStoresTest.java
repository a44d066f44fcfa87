package org.eventops.adapters.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemKeyStoresTest {
    private static final Map<String, String> WINDOWS = Map.of("LOCALAPPDATA", "/tmp/local");

    @Test
    void eachSystemIsAskedForItsOwn() {
        assertThat(SystemKeyStores.of("Linux", Map.of())).isInstanceOf(SecretService.class);
        assertThat(SystemKeyStores.of("Mac OS X", Map.of())).isInstanceOf(Keychain.class);
        assertThat(SystemKeyStores.of("Windows 11", WINDOWS)).isInstanceOf(ProtectedFiles.class);
        assertThat(SystemKeyStores.of("Windows 11", Map.of())).isInstanceOf(NoKeyStore.class);
        assertThat(SystemKeyStores.of("FreeBSD", WINDOWS)).isInstanceOf(NoKeyStore.class);
    }
}
