package org.eventops.sync.server;

import java.util.Optional;

/** A store whose program is killed right before the n-th time it keeps something. */
final class CutSecrets implements DeviceSecrets {
    private final DeviceSecrets real;
    private int left;

    CutSecrets(DeviceSecrets real, int cutAt) {
        this.real = real;
        this.left = cutAt;
    }

    /** The end of the program. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<HubAccess> read() {
        return real.read();
    }

    @Override
    public void keep(HubAccess access) {
        if (--left == 0) {
            throw new Cut();
        }
        real.keep(access);
    }

    @Override
    public void forget() {
        real.forget();
    }
}
