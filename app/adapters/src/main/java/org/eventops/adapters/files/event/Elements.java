package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** The elements of an array that may be absent. */
final class Elements {
    private Elements() {}

    static void each(
            JsonNode array, String path, Problems problems, BiConsumer<JsonNode, String> each) {
        if (array.isMissingNode() || array.isNull()) {
            return;
        }
        if (!array.isArray()) {
            problems.add(path, array.toString(), "not_array");
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            each.accept(array.get(i), path + "[" + i + "]");
        }
    }
}
