package org.eventops.sync.server;

/** All that a console needs to reach its hub and to be known there. */
public record HubAccess(HubAddress hub, DeviceIdentity device, HubLogin login, TenantKeys keys) {
    HubAccess with(HubLogin other) {
        return new HubAccess(hub, device, other, keys);
    }
}
