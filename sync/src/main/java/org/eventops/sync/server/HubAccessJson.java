package org.eventops.sync.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One JSON object, the same in a bundle and in the data folder. Unknown keys are passed over. */
final class HubAccessJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HubAccessJson() {}

    static ObjectNode of(HubAccess access) {
        ObjectNode node = JSON.createObjectNode();
        HubAddress hub = access.hub();
        node.put("host", hub.host()).put("port", hub.port()).put("database", hub.database());
        node.put("tls", hub.tls().name()).put("bound", hub.bound());
        optional(node, "authority", hub.authority());
        DeviceIdentity device = access.device();
        node.put("device", device.id().toString()).put("name", device.name());
        node.put("may", device.role());
        node.put("tenant", device.tenant().toString()).put("of", device.tenantName());
        node.put("role", access.login().role()).put("secret", access.login().secret());
        optional(node, "next", access.login().next());
        node.put("carry", access.keys().carry()).put("seal", access.keys().sealPublic());
        optional(node, "unseal", access.keys().sealPrivate());
        return node;
    }

    /**
     * @throws IllegalArgumentException if something is missing or cannot be understood
     */
    static HubAccess read(JsonNode node) {
        return new HubAccess(
                new HubAddress(
                        text(node, "host"),
                        node.path("port").asInt(),
                        text(node, "database"),
                        HubAddress.Tls.valueOf(text(node, "tls")),
                        node.path("bound").asBoolean(true),
                        textOrNull(node, "authority")),
                new DeviceIdentity(
                        UUID.fromString(text(node, "device")),
                        text(node, "name"),
                        text(node, "may"),
                        UUID.fromString(text(node, "tenant")),
                        text(node, "of")),
                new HubLogin(text(node, "role"), text(node, "secret"), textOrNull(node, "next")),
                new TenantKeys(
                        text(node, "carry"), text(node, "seal"), textOrNull(node, "unseal")));
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    /**
     * @throws IllegalArgumentException if it is no JSON
     */
    static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private static void optional(ObjectNode node, String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
    }

    private static String text(JsonNode node, String key) {
        String value = textOrNull(node, key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static @Nullable String textOrNull(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).textValue() : null;
    }
}
